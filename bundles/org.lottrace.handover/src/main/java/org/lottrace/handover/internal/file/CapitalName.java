package org.lottrace.handover.internal.file;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Part of an account name in beancount: it begins with a capital or a digit and has letters, digits and hyphens only. Every other byte is
 * an {@code x} with two hexadecimal digits, the letter x itself too; and what would begin with something else, or with an X, gets an X in
 * front.
 *
 * <p>Source: Beancount Language Syntax, Accounts.
 */
final class CapitalName {
    private static final Pattern ESCAPE = Pattern.compile("x[0-9A-F]{2}");
    private static final char IN_FRONT = 'X';

    private CapitalName() {}

    static String escape(String part) {
        StringBuilder name = new StringBuilder();
        for (byte one : part.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain((char) one)) {
                name.append((char) one);
            } else {
                name.append(String.format("x%02X", one));
            }
        }
        return begins(name) ? name.toString() : IN_FRONT + name.toString();
    }

    static String unescape(String name) {
        return EscapedBytes.text(name.charAt(0) == IN_FRONT ? name.substring(1) : name, ESCAPE);
    }

    private static boolean begins(CharSequence name) {
        return name.length() > 0
                && name.charAt(0) != IN_FRONT
                && (isCapital(name.charAt(0)) || isDigit(name.charAt(0)));
    }

    private static boolean isPlain(char one) {
        return isCapital(one) || isDigit(one) || one >= 'a' && one <= 'z' && one != 'x' || one == '-';
    }

    private static boolean isCapital(char one) {
        return one >= 'A' && one <= 'Z';
    }

    private static boolean isDigit(char one) {
        return one >= '0' && one <= '9';
    }
}
