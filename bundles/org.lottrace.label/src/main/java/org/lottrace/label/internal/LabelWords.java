package org.lottrace.label.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words that a template names.
 *
 * @param byName what is known; other names say nothing on this label
 */
record LabelWords(Map<String, String> byName) {
    /** All names there are. */
    static final SortedSet<String> NAMES = new TreeSet<>(List.of(
            "description",
            "item",
            "lot",
            "gtin",
            "expiry",
            "production",
            "opened",
            "thawed",
            "unit",
            "count",
            "weight",
            "serial",
            "elements"));

    private static final Pattern NAME = Pattern.compile("\\{([a-z]*)}");

    LabelWords {
        byName = Map.copyOf(byName);
    }

    /** @return the text with the words in it; empty when one of them is not known */
    Optional<String> in(String template) {
        Matcher name = NAME.matcher(template);
        StringBuilder text = new StringBuilder();
        while (name.find()) {
            String word = byName.get(name.group(1));
            if (word == null) {
                return Optional.empty();
            }
            name.appendReplacement(text, Matcher.quoteReplacement(word));
        }
        return Optional.of(name.appendTail(text).toString());
    }
}
