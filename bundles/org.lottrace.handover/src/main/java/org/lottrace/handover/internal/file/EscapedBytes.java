package org.lottrace.handover.internal.file;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what is escaped byte by byte: a mark and two hexadecimal digits. */
final class EscapedBytes {
    private static final int HEXADECIMAL = 16;

    private EscapedBytes() {}

    /** @param escape matches a mark of one character with its digits */
    static String text(String escaped, Pattern escape) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher found = escape.matcher(escaped);
        int read = 0;
        while (found.find(read)) {
            bytes.writeBytes(escaped.substring(read, found.start()).getBytes(StandardCharsets.UTF_8));
            bytes.write(Integer.parseInt(found.group().substring(1), HEXADECIMAL));
            read = found.end();
        }
        bytes.writeBytes(escaped.substring(read).getBytes(StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
