package org.lottrace.console.web.internal.admin;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prometheus' text format 0.0.4, as far as our own node writes it, taken apart again. */
public final class PrometheusText {
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)(?: .*)?");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final String HELP = "# HELP ";

    private final Map<String, Metric> metrics = new TreeMap<>();

    private PrometheusText() {}

    /**
     * One metric.
     *
     * @param help what it is, in English
     */
    public record Metric(String name, String help, List<Sample> samples) {}

    /** @param value absent when it is no number, such as of something that has not happened yet */
    public record Sample(Map<String, String> labels, Optional<BigDecimal> value) {}

    /**
     * @param count how often
     * @param average seconds
     */
    public record Timed(Map<String, String> labels, BigDecimal count, BigDecimal average) {}

    static PrometheusText of(String text) {
        PrometheusText read = new PrometheusText();
        Map<String, String> help = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            Matcher sample = SAMPLE.matcher(line);
            if (line.startsWith(HELP)) {
                String[] parts = line.substring(HELP.length()).split(" ", 2);
                help.put(parts[0], parts.length == 2 ? parts[1] : "");
            } else if (!line.startsWith("#") && sample.matches()) {
                String name = sample.group(1);
                read.metrics
                        .computeIfAbsent(name, key -> new Metric(key, help.getOrDefault(key, ""), new ArrayList<>()))
                        .samples()
                        .add(new Sample(labels(sample.group(2)), number(sample.group(3))));
            }
        });
        return read;
    }

    List<Metric> metrics() {
        return List.copyOf(metrics.values());
    }

    Optional<Metric> metric(String name) {
        return Optional.ofNullable(metrics.get(name));
    }

    /** @return of a histogram what a person wants to know, the most frequent first */
    List<Timed> timed(String name) {
        Map<Map<String, String>, BigDecimal> sums = new LinkedHashMap<>();
        metric(name + "_sum").ifPresent(sum -> sum.samples()
                .forEach(sample -> sample.value().ifPresent(value -> sums.put(sample.labels(), value))));
        List<Timed> timed = new ArrayList<>();
        metric(name + "_count").ifPresent(count -> count.samples().forEach(sample -> sample.value()
                .filter(value -> value.signum() > 0)
                .ifPresent(value -> timed.add(new Timed(
                        sample.labels(),
                        value,
                        sums.getOrDefault(sample.labels(), BigDecimal.ZERO).divide(value, MathContext.DECIMAL32))))));
        timed.sort(Comparator.comparing(Timed::count).reversed());
        return timed;
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new LinkedHashMap<>();
        if (text != null) {
            LABEL.matcher(text).results().forEach(label -> labels.put(label.group(1), label.group(2)));
        }
        return labels;
    }

    private static Optional<BigDecimal> number(String text) {
        return text.matches("[-+0-9.eE]+") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
