package org.lottrace.configuration.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The text of a file in {@code etc/}: only the lines of one setting change, comments and all other lines stay as they are.
 *
 * <p>Source: the format of {@link java.util.Properties}, as Apache Felix File Install reads it.
 */
record ConfigurationText(String text) {
    private static final Pattern LINES = Pattern.compile("(?<=\n)");

    /** As {@code I"5"}, {@code B"true"}, {@code ["a","b"]}: what a setting is of which File Install kept the type. */
    private static final Pattern TYPED = Pattern.compile("[A-Za-z]?\\s*[\"\\[(].*", Pattern.DOTALL);

    private static final int FIRST_PRINTABLE = 0x20;
    private static final int LAST_OF_ASCII = 0x7e;

    /** One setting or comment, with the ends of its lines. */
    private record Entry(String lines, Optional<String> key, String value) {}

    /** @return with this value; the setting stays where it is, a new one comes last */
    ConfigurationText with(String key, String value) {
        String end = text.contains("\r\n") ? "\r\n" : "\n";
        String line = escaped(key, true) + " = " + escaped(value, false) + end;
        StringBuilder changed = new StringBuilder();
        boolean isIn = false;
        for (Entry entry : entries()) {
            boolean isIt = entry.key().equals(Optional.of(key));
            if (!isIt) {
                changed.append(entry.lines());
            } else if (!isIn) {
                changed.append(line);
                isIn = true;
            }
        }
        if (!isIn) {
            changed.append(changed.length() == 0 || changed.charAt(changed.length() - 1) == '\n' ? "" : end);
            changed.append(line);
        }
        return new ConfigurationText(changed.toString());
    }

    /** @return without this setting */
    ConfigurationText without(String key) {
        StringBuilder changed = new StringBuilder();
        entries().stream()
                .filter(entry -> !entry.key().equals(Optional.of(key)))
                .forEach(entry -> changed.append(entry.lines()));
        return new ConfigurationText(changed.toString());
    }

    boolean saysNothing() {
        return entries().stream().allMatch(entry -> entry.key().isEmpty());
    }

    /** @return whether each value has its type before it: one without would make File Install read them all as plain text */
    boolean isTyped() {
        List<Entry> settings =
                entries().stream().filter(entry -> entry.key().isPresent()).toList();
        return !settings.isEmpty()
                && settings.stream()
                        .allMatch(entry -> TYPED.matcher(entry.value()).matches());
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        String[] lines = text.isEmpty() ? new String[0] : LINES.split(text);
        for (int i = 0; i < lines.length; i++) {
            String first = lines[i].strip();
            if (first.isEmpty() || first.charAt(0) == '#' || first.charAt(0) == '!') {
                entries.add(new Entry(lines[i], Optional.empty(), ""));
                continue;
            }
            StringBuilder whole = new StringBuilder(lines[i]);
            StringBuilder said = new StringBuilder(first);
            while (goesOn(said) && i + 1 < lines.length) {
                i++;
                whole.append(lines[i]);
                said.setLength(said.length() - 1);
                said.append(lines[i].strip());
            }
            entries.add(entry(whole.toString(), said.toString()));
        }
        return entries;
    }

    /** An odd number of backslashes at the end: the next line belongs to this one. */
    private static boolean goesOn(CharSequence line) {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private static Entry entry(String lines, String said) {
        StringBuilder key = new StringBuilder();
        int i = 0;
        for (; i < said.length() && "=: \t\f".indexOf(said.charAt(i)) < 0; i++) {
            if (said.charAt(i) == '\\' && i + 1 < said.length()) {
                i++;
            }
            key.append(said.charAt(i));
        }
        String rest = said.substring(i).strip();
        boolean isSeparated = !rest.isEmpty() && "=:".indexOf(rest.charAt(0)) >= 0;
        return new Entry(lines, Optional.of(key.toString()), (isSeparated ? rest.substring(1) : rest).strip());
    }

    private static String escaped(String plain, boolean isKey) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            char each = plain.charAt(i);
            if (each < FIRST_PRINTABLE || each > LAST_OF_ASCII) {
                escaped.append(String.format("\\u%04x", (int) each));
                continue;
            }
            boolean isSpecial = each == '\\'
                    || i == 0 && each == ' '
                    || isKey && " =:".indexOf(each) >= 0
                    || isKey && i == 0 && "#!".indexOf(each) >= 0;
            escaped.append(isSpecial ? "\\" : "").append(each);
        }
        return escaped.toString();
    }
}
