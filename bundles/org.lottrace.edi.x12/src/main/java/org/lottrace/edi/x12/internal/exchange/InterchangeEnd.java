package org.lottrace.edi.x12.internal.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.lottrace.edi.x12.internal.syntax.EdifactScanner;

/**
 * Whether the end of an interchange has come: UNZ of EDIFACT, of X12 IEA with its two elements and its terminator. What is neither has no such end, and nobody
 * waits for one.
 */
final class InterchangeEnd {
    private static final int HEADER = 400;
    private static final int TAIL = 200;
    private static final int ISA_ELEMENTS = 16;

    private InterchangeEnd() {}

    /** @return true also when nobody can tell */
    static boolean hasCome(byte[] content) {
        if (EdifactScanner.isEdifact(content)) {
            return EdifactScanner.endHasCome(
                    text(content, 0, HEADER), text(content, content.length - TAIL, content.length));
        }
        String header = text(content, 0, HEADER).stripLeading();
        if (!header.startsWith("ISA") || header.length() < 4) {
            return true;
        }
        char element = header.charAt(3);
        int at = 2;
        for (int i = 0; i < ISA_ELEMENTS; i++) {
            at = header.indexOf(element, at + 1);
            if (at < 0) {
                return content.length >= HEADER;
            }
        }
        String terminator = header.length() > at + 2 ? header.substring(at + 2, at + 3) : "";
        String end = terminator.isBlank() ? "" : Pattern.quote(terminator);
        String separator = Pattern.quote(String.valueOf(element));
        return Pattern.compile("IEA" + separator + ".*?" + separator + "\\s*\\d+\\s*" + end + "[\\s\u001a]*$")
                .matcher(text(content, content.length - TAIL, content.length))
                .find();
    }

    /** A character for a byte: what is looked for is ASCII, and a terminator that is not stands in both parts the same way. */
    private static String text(byte[] content, int from, int to) {
        return new String(
                Arrays.copyOfRange(content, Math.max(0, from), Math.min(content.length, to)),
                StandardCharsets.ISO_8859_1);
    }
}
