package org.lottrace.handover.internal.file;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Part of an account name in hledger. A colon would divide it, two spaces would end it, and brackets, semicolons and stars mean something
 * at some places; so everything but letters, digits and {@code . _ -} is written as in a URL (RFC 3986, 2.1).
 */
final class PercentName {
    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-F]{2}");

    private PercentName() {}

    static String escape(String part) {
        StringBuilder name = new StringBuilder();
        for (byte one : part.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain((char) one)) {
                name.append((char) one);
            } else {
                name.append(String.format("%%%02X", one));
            }
        }
        return name.toString();
    }

    static String unescape(String name) {
        return EscapedBytes.text(name, ESCAPE);
    }

    private static boolean isPlain(char one) {
        return one >= 'A' && one <= 'Z'
                || one >= 'a' && one <= 'z'
                || one >= '0' && one <= '9'
                || one == '.'
                || one == '_'
                || one == '-';
    }
}
