package org.lottrace.gs1.internal.scan;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import org.lottrace.api.identification.ScanProblem;

/** What each rule says to people. */
final class Sentences {
    private static final Properties BY_RULE = load();

    private Sentences() {}

    static ScanProblem problem(int offset, int length, String ai, String rule, Object... parts) {
        return new ScanProblem(offset, length, ai, rule, of(rule, parts));
    }

    /** @throws IllegalArgumentException if nobody wrote a sentence for the rule */
    static String of(String rule, Object... parts) {
        String sentence = BY_RULE.getProperty(rule);
        if (sentence == null) {
            sentence = coupon(rule);
        }
        return new MessageFormat(sentence, Locale.ROOT).format(parts);
    }

    /** The words for coupons are sentences already. */
    private static String coupon(String rule) {
        if (!rule.startsWith("COUPON_")) {
            throw new IllegalArgumentException("no sentence for the rule " + rule);
        }
        return "the coupon code is wrong: "
                + rule.substring("COUPON_".length()).replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    private static Properties load() {
        try (InputStream sentences = Sentences.class.getResourceAsStream("rules.properties")) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(sentences, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
