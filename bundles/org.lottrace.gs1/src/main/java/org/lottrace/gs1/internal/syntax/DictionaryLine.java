package org.lottrace.gs1.internal.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lottrace.gs1.internal.rule.Rule;
import org.lottrace.gs1.internal.rule.Rules;

/** Reads a line of the dictionary; its comments say how one is written. */
final class DictionaryLine {
    private static final Pattern LINE =
            Pattern.compile("([0-9]+)(?:-([0-9]+))?\\s+([^\\sA-Z\\[]*)\\s*([^#]*)(?:#\\s*(.*))?");
    private static final Pattern COMPONENT = Pattern.compile("\\[?([NXYZ])(\\.\\.)?([0-9]+)]?((?:,[a-z0-9]+)*)");
    private static final String REQUIRED = "req=";
    private static final String EXCLUDED = "ex=";
    private static final String KEY = "dlpkey";

    private final Rules rules;

    DictionaryLine(Rules rules) {
        this.rules = rules;
    }

    /** @return the identifiers of the line: a range of them has one format */
    List<Format> formats(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no line of the GS1 syntax dictionary: " + line);
        }
        List<Component> components = new ArrayList<>();
        List<String> attributes = new ArrayList<>();
        for (String word : parts.group(4).strip().split("\\s+")) {
            Matcher component = COMPONENT.matcher(word);
            if (component.matches()) {
                components.add(component(component, word.startsWith("[")));
            } else {
                attributes.add(word);
            }
        }
        String title = Optional.ofNullable(parts.group(5)).orElse("").strip();
        return identifiers(parts.group(1), parts.group(2))
                .map(ai -> new Format(
                        ai,
                        parts.group(3).contains("*"),
                        parts.group(3).contains("?"),
                        components,
                        required(attributes),
                        excluded(attributes),
                        qualifiers(attributes),
                        title))
                .toList();
    }

    private static Stream<String> identifiers(String first, String last) {
        return last == null
                ? Stream.of(first)
                : IntStream.rangeClosed(Integer.parseInt(first), Integer.parseInt(last))
                        .mapToObj(Integer::toString);
    }

    private Component component(Matcher parts, boolean isOptional) {
        int longest = Integer.parseInt(parts.group(3));
        Rule rule = rule(characters(parts.group(1)));
        for (String name : parts.group(4).split(",")) {
            rule = name.isEmpty() ? rule : rule.then(rule(name));
        }
        return new Component(parts.group(2) == null ? longest : 1, longest, isOptional, rule);
    }

    private Rule rule(String name) {
        return rules.named(name)
                .orElseThrow(
                        () -> new IllegalArgumentException("the GS1 syntax dictionary has an unknown rule: " + name));
    }

    private static String characters(String type) {
        return switch (type) {
            case "N" -> "csetnumeric";
            case "X" -> "cset82";
            case "Y" -> "cset39";
            default -> "cset64";
        };
    }

    private static List<List<List<String>>> required(List<String> attributes) {
        return attributes.stream()
                .filter(attribute -> attribute.startsWith(REQUIRED))
                .map(attribute -> split(attribute.substring(REQUIRED.length()), ",").stream()
                        .map(alternative -> split(alternative, "\\+"))
                        .toList())
                .toList();
    }

    private static List<String> excluded(List<String> attributes) {
        return attributes.stream()
                .filter(attribute -> attribute.startsWith(EXCLUDED))
                .flatMap(attribute -> split(attribute.substring(EXCLUDED.length()), ",").stream())
                .toList();
    }

    private static Optional<List<List<String>>> qualifiers(List<String> attributes) {
        return attributes.stream()
                .filter(attribute -> attribute.startsWith(KEY))
                .map(attribute -> attribute.equals(KEY)
                        ? List.<List<String>>of()
                        : split(attribute.substring(KEY.length() + 1), "\\|").stream()
                                .map(sequence -> split(sequence, ","))
                                .toList())
                .findFirst();
    }

    private static List<String> split(String text, String separator) {
        return Arrays.asList(text.split(separator));
    }
}
