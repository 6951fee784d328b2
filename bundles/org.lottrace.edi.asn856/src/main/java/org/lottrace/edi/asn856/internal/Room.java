package org.lottrace.edi.asn856.internal;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Texts as an element of X12 has room for them. What is told for people is cut. A part of a name by which something is found would be
 * another name, so it is left out when it does not fit: a notice is not kept back for it.
 */
final class Room {
    /** Digits of a weight, X12 data element 81. */
    private static final int WEIGHT = 10;

    private Room() {}

    /** @return the beginning of the text, on one line; {@code null} when nothing is left */
    static String cut(String text, int longest) {
        String plain = plain(text);
        return Texts.orNull(
                plain.substring(0, Math.min(plain.length(), longest)).strip());
    }

    /** @return the text, on one line; {@code null} when it is shorter or longer than that */
    static String whole(String text, int shortest, int longest) {
        String plain = plain(text);
        return plain.length() < shortest || plain.length() > longest ? null : Texts.orNull(plain);
    }

    /** @return the number when it is a whole one of so many digits; {@code null} otherwise */
    static String count(String number, int digits) {
        return number.matches("\\d+") ? whole(number, 1, digits) : null;
    }

    /** @return rounded to as many digits as there is room for; {@code null} when nothing is known */
    static String weight(String amount) {
        return amount.isEmpty()
                ? null
                : whole(
                        new BigDecimal(amount)
                                .round(new MathContext(WEIGHT))
                                .stripTrailingZeros()
                                .toPlainString(),
                        1,
                        WEIGHT + 1);
    }

    static String plain(String text) {
        return text.replaceAll("(?U)[\\p{Cntrl}\\s]+", " ").strip();
    }
}
