package org.lottrace.edi.asn856.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.quantity.ExactDecimal;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.PathStep;

/** Texts of a message. */
final class Texts {
    private static final DateTimeFormatter CCYYMMDD = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int YYMMDD = 6;
    private static final String CENTURY = "20";
    private static final Pattern NAMED = Pattern.compile("(CPS|LIN) |message$");
    private static final String APPLICATION_IDENTIFIER = "00";

    private Texts() {}

    /** @return the text, or an empty one for what was not sent */
    static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    /** @param id HL01, or what a level of a message without HL is called, such as {@code LIN 3} */
    static PathStep level(String id) {
        return isNamed(id) ? PathStep.words(id) : PathStep.level(id);
    }

    /** @return the level in words */
    static String place(String id) {
        return isNamed(id) ? id : "HL " + id;
    }

    static boolean isNamed(String id) {
        return NAMED.matcher(id).lookingAt();
    }

    /** @return the text, or {@code null} for an empty one, which is not written */
    static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /**
     * @param date CCYYMMDD, or YYMMDD of this century as before version 004010
     * @throws DateTimeException if it is no date
     */
    static LocalDate date(String date) {
        String whole = date.length() == YYMMDD ? CENTURY + date : date;
        return isCcyymmdd(whole)
                ? LocalDate.of(
                        Integer.parseInt(whole, 0, 4, 10),
                        Integer.parseInt(whole, 4, 6, 10),
                        Integer.parseInt(whole, 6, 8, 10))
                : LocalDate.parse(whole, CCYYMMDD); // which says what is wrong with it
    }

    private static boolean isCcyymmdd(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() == 8;
    }

    static boolean isDate(String text) {
        try {
            date(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    static String of(LocalDate date) {
        return date.format(CCYYMMDD);
    }

    /** @return the amount, when it is one that can be kept */
    static Optional<BigDecimal> amount(String text) {
        try {
            return Optional.of(ExactDecimal.of(new BigDecimal(text), Quantity.MAXIMUM_SCALE));
        } catch (ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    static boolean isSscc(String text) {
        try {
            new Sscc(sscc(text));
            return true;
        } catch (InvalidIdentifierException e) {
            return false;
        }
    }

    /** @return the 18 digits; some partners write the application identifier (00) before them */
    static String sscc(String text) {
        return text.length() == 20 && text.startsWith(APPLICATION_IDENTIFIER) ? text.substring(2) : text;
    }
}
