package org.lottrace.persistence.internal.order;

import java.util.List;
import java.util.stream.Collectors;
import org.lottrace.api.code.Coded;
import org.lottrace.api.event.KeyDataType;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;

/**
 * Key data elements in one column: a row for each, with its name, type and value and a blank between. The type is there so that they can
 * be read without the catalogue; a backslash stands before an {@code n} that is an end of line, and before a backslash.
 */
final class KeyDataText {
    /** More than the column takes, see {@link org.lottrace.persistence.internal.value.TextColumn#LENGTH}. */
    static final int LENGTH = 500_000;

    private KeyDataText() {}

    /** @return null when there is none */
    static String of(List<KeyDatum> data) {
        return data.isEmpty()
                ? null
                : data.stream()
                        .map(datum -> datum.name() + " " + datum.value().type().code() + " "
                                + escaped(datum.value().text()))
                        .collect(Collectors.joining("\n"));
    }

    /** @param text may be null */
    static List<KeyDatum> read(String text) {
        return text == null
                ? List.of()
                : text.lines()
                        .map(row -> row.split(" ", 3))
                        .map(KeyDataText::datum)
                        .toList();
    }

    private static KeyDatum datum(String[] row) {
        return new KeyDatum(row[0], KeyDataValue.of(Coded.of(KeyDataType.class, row[1]), plain(row[2])));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                plain.append(
                        switch (text.charAt(i)) {
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            default -> text.charAt(i);
                        });
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
