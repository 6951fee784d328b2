package org.lottrace.overview.internal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a label says in GS1 Application Identifiers: {@code (01)04012345000016(10)L1} as it is printed, the same without brackets as
 * a scanner sends it, and as the path of a GS1 Digital Link.
 *
 * <p>Source: GS1 General Specifications, 3 (Application Identifiers) and 7.8 (element strings, predefined lengths); GS1 Digital Link
 * URI Syntax 1.2.
 *
 * @param values by the identifier, in the order in which they stand there
 */
record ElementString(Map<String, String> values) {
    static final String SSCC = "00";
    static final String GTIN = "01";
    static final String LOT = "10";
    static final String CUSTOMER_ORDER = "400";

    /** FNC1 between two elements, as scanners send it, as it is shown, and as keyboards that cannot send it write it. */
    private static final Pattern SEPARATOR = Pattern.compile("\\u001d|\\u241d|<GS>|\\{GS}");

    /** Symbology identifiers of GS1-128, GS1 DataBar, GS1 DataMatrix, GS1 QR Code and GS1 DotCode. Source: ISO/IEC 15424. */
    private static final Pattern SYMBOLOGY = Pattern.compile("\\](C1|e0|d2|Q3|J1)");

    private static final Pattern BRACKETS = Pattern.compile("\\((\\d{2,4})\\)([^(]+)");
    private static final Pattern LINK =
            Pattern.compile("(?i)https?://[^/]+(?:/[^?#]*?)??((?:/(?:00|01|10|21|22)/[^/?#]+)+)(?:[?#].*)?");
    private static final Pattern LINK_PART = Pattern.compile("/(\\d{2})/([^/]+)");

    /** Lengths of whole elements, the identifier included, that need no separator behind them; by its first two digits. */
    private static final Map<String, Integer> PREDEFINED = Map.ofEntries(
            Map.entry("00", 20),
            Map.entry("01", 16),
            Map.entry("02", 16),
            Map.entry("03", 16),
            Map.entry("04", 18),
            Map.entry("11", 8),
            Map.entry("12", 8),
            Map.entry("13", 8),
            Map.entry("14", 8),
            Map.entry("15", 8),
            Map.entry("16", 8),
            Map.entry("17", 8),
            Map.entry("18", 8),
            Map.entry("19", 8),
            Map.entry("20", 4),
            Map.entry("31", 10),
            Map.entry("32", 10),
            Map.entry("33", 10),
            Map.entry("34", 10),
            Map.entry("35", 10),
            Map.entry("36", 10),
            Map.entry("41", 16));

    private static final String OF_THREE_DIGITS = "23|24|25|40|41|42|71";
    private static final String OF_FOUR_DIGITS = "31|32|33|34|35|36|39|43|70|72|80|81|82";

    ElementString {
        values = Map.copyOf(values);
    }

    /** @return what the text says; empty when it is none of the three */
    static Optional<ElementString> read(String text) {
        return printed(text).or(() -> link(text)).or(() -> scanned(text)).map(ElementString::new);
    }

    Optional<String> value(String identifier) {
        return Optional.ofNullable(values.get(identifier));
    }

    private static Optional<Map<String, String>> printed(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        Matcher element = BRACKETS.matcher(text);
        int end = 0;
        while (element.find() && element.start() == end) {
            values.put(element.group(1), element.group(2).trim());
            end = element.end();
        }
        return end > 0 && end == text.length() ? Optional.of(values) : Optional.empty();
    }

    private static Optional<Map<String, String>> link(String text) {
        Matcher link = LINK.matcher(text);
        if (!link.matches()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (Matcher part = LINK_PART.matcher(link.group(1)); part.find(); ) {
            values.put(part.group(1), URLDecoder.decode(part.group(2).replace("+", "%2B"), StandardCharsets.UTF_8));
        }
        return Optional.of(values);
    }

    /** Digits alone are an element string only when they begin with an SSCC or a GTIN that has its check digit. */
    private static Optional<Map<String, String>> scanned(String text) {
        Matcher symbology = SYMBOLOGY.matcher(text);
        boolean isMarked = symbology.lookingAt() || SEPARATOR.matcher(text).find();
        String elements = SEPARATOR
                .matcher(symbology.lookingAt() ? text.substring(symbology.end()) : text)
                .replaceAll("\u001d");
        Optional<Map<String, String>> values = elements(elements);
        return isMarked ? values : values.filter(ElementString::beginsWithACheckedNumber);
    }

    private static boolean beginsWithACheckedNumber(Map<String, String> values) {
        return SearchTerm.sscc(values.getOrDefault(SSCC, "")).isPresent()
                || SearchTerm.gtin(values.getOrDefault(GTIN, "")).isPresent();
    }

    private static Optional<Map<String, String>> elements(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        int next = text.startsWith("\u001d") ? 1 : 0;
        while (next < text.length()) {
            int identifier = identifierLength(text, next);
            int end = end(text, next);
            if (identifier == 0 || end > text.length() || end <= next + identifier) {
                return Optional.empty();
            }
            values.put(text.substring(next, next + identifier), text.substring(next + identifier, end));
            next = end < text.length() && text.charAt(end) == '\u001d' ? end + 1 : end;
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(values);
    }

    /** @return how many digits the identifier there has; 0 when there is none */
    private static int identifierLength(String text, int from) {
        String first = firstTwo(text, from);
        if (!first.matches("\\d\\d")) {
            return 0;
        }
        int length = first.matches(OF_FOUR_DIGITS) ? 4 : first.matches(OF_THREE_DIGITS) ? 3 : 2;
        return text.length() >= from + length
                        && text.substring(from, from + length).matches("\\d+")
                ? length
                : 0;
    }

    private static int end(String text, int from) {
        Integer predefined = PREDEFINED.get(firstTwo(text, from));
        if (predefined != null) {
            return from + predefined;
        }
        int separator = text.indexOf('\u001d', from);
        return separator < 0 ? text.length() : separator;
    }

    private static String firstTwo(String text, int from) {
        return text.substring(from, Math.min(text.length(), from + 2));
    }
}
