package org.lottrace.response.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The characters of a file, in the encodings spreadsheets save: UTF-8 and UTF-16 with their marks, and Windows-1252. */
final class SheetText {
    private static final String MARK = "\uFEFF";
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private SheetText() {}

    static String of(byte[] content) {
        String text = decoded(content);
        return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
    }

    private static String decoded(byte[] content) {
        if (startsWith(content, 0xFF, 0xFE)) {
            return new String(content, StandardCharsets.UTF_16LE);
        }
        if (startsWith(content, 0xFE, 0xFF)) {
            return new String(content, StandardCharsets.UTF_16BE);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            // what a spreadsheet on Windows saves as plain CSV; every sequence of bytes is text in it
            return new String(content, WINDOWS);
        }
    }

    private static boolean startsWith(byte[] content, int first, int second) {
        return content.length > 1 && (content[0] & 0xFF) == first && (content[1] & 0xFF) == second;
    }
}
