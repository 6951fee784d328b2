package org.lottrace.edi.x12.internal.schema;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What an element is made of.
 *
 * @param base kind of data, X12.6
 * @param shortest characters
 * @param longest characters; a number's sign and decimal point are not counted
 * @param codes that are allowed; empty for all
 */
record ElementForm(Base base, int shortest, int longest, Set<String> codes) {
    private static final int CCYYMMDD = 8;
    private static final int YYMMDD = 6;

    ElementForm {
        codes = Set.copyOf(codes);
    }

    /** Kinds of data. */
    enum Base {
        STRING,
        NUMERIC,
        DECIMAL,
        DATE,
        TIME
    }

    /**
     * @param shortDates whether a date may be written without its century, as before version 004010
     * @return the code of what is wrong with a text; it is one only, the one that explains the others
     */
    Optional<String> fault(String text, boolean shortDates) {
        boolean shortDate = base == Base.DATE && shortDates && text.length() == YYMMDD;
        boolean wrong =
                switch (base) {
                    case STRING -> false;
                    case NUMERIC -> !isNumber(text, false);
                    case DECIMAL -> !isNumber(text, true);
                    case DATE -> !isDate(shortDate ? "20" + text : text);
                    case TIME -> !isTime(text);
                };
        if (wrong) {
            return Optional.of(
                    switch (base) {
                        case DATE -> "INVALID_DATE";
                        case TIME -> "INVALID_TIME";
                        default -> "INVALID_CHARACTER_DATA";
                    });
        }
        int length = base == Base.NUMERIC || base == Base.DECIMAL ? digits(text) : text.length();
        if (length < shortest && !shortDate) {
            return Optional.of("DATA_ELEMENT_TOO_SHORT");
        }
        if (length > longest) {
            return Optional.of("DATA_ELEMENT_TOO_LONG");
        }
        return codes.isEmpty() || codes.contains(text) ? Optional.empty() : Optional.of("INVALID_CODE_VALUE");
    }

    private static boolean isNumber(String text, boolean decimal) {
        int digits = 0;
        boolean point = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.' && decimal && !point) {
                point = true;
            } else if (c != '-' || i > 0) {
                return false;
            }
        }
        return digits > 0;
    }

    private static int digits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            digits += text.charAt(i) >= '0' && text.charAt(i) <= '9' ? 1 : 0;
        }
        return digits;
    }

    private static boolean isDate(String text) {
        if (text.length() != CCYYMMDD || digits(text) != CCYYMMDD) {
            return false;
        }
        try {
            LocalDate.of(
                    Integer.parseInt(text, 0, 4, 10),
                    Integer.parseInt(text, 4, 6, 10),
                    Integer.parseInt(text, 6, CCYYMMDD, 10));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** HHMM, HHMMSS and up to two digits more. */
    private static boolean isTime(String text) {
        int length = text.length();
        if (digits(text) != length || length < 4 || length == 5 || length > CCYYMMDD) {
            return false;
        }
        return Integer.parseInt(text, 0, 2, 10) < 24
                && Integer.parseInt(text, 2, 4, 10) < 60
                && (length == 4 || Integer.parseInt(text, 4, 6, 10) < 60);
    }
}
