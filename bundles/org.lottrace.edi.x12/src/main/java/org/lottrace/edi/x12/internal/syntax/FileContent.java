package org.lottrace.edi.x12.internal.syntax;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A file, or the part of it that one interchange is. Where each character is one byte, which is nearly always, only its bytes are in memory, and
 * texts are made of them when they are asked for.
 */
public final class FileContent {
    static final FileContent NONE = new FileContent("", new byte[0], 0, 0, false);

    private static final int CHUNK = 8192;

    /** Empty where each character is one byte. */
    private final String wide;

    private final byte[] bytes;
    private final int from;
    private final int to;
    private final boolean isKeptOtherwise;

    /**
     * @param wide the text of the whole file, where a character may have several bytes
     * @param from the first character of this part
     * @param to the one behind its last
     * @param isKeptOtherwise whether its bytes are not those in which it is kept
     */
    private FileContent(String wide, byte[] bytes, int from, int to, boolean isKeptOtherwise) {
        this.wide = wide;
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.isKeptOtherwise = isKeptOtherwise;
    }

    /** UTF-8, or ISO 8859-1 when it is not valid UTF-8; kept in UTF-8. */
    static FileContent ofX12(byte[] bytes) {
        if (isAscii(bytes) || !isUtf8(bytes)) {
            return new FileContent("", bytes, 0, bytes.length, !isAscii(bytes));
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return new FileContent(text, bytes, 0, text.length(), false);
    }

    /** A character for each byte, whatever character set it says. */
    static FileContent ofEdifact(byte[] bytes) {
        return new FileContent("", bytes, 0, bytes.length, false);
    }

    String text() {
        return text(0, length());
    }

    /** @return the characters from one to before another, counted from the beginning of this part */
    String text(int first, int end) {
        return wide.isEmpty()
                ? new String(bytes, from + first, end - first, StandardCharsets.ISO_8859_1)
                : wide.substring(from + first, from + end);
    }

    /** @return number of characters */
    int length() {
        return to - from;
    }

    /** @return its bytes as they are kept: of X12 in UTF-8; not to be changed */
    byte[] bytes() {
        if (!isKeptOtherwise && wide.isEmpty()) {
            return length() == bytes.length ? bytes : Arrays.copyOfRange(bytes, from, to);
        }
        return !isKeptOtherwise && length() == wide.length() ? bytes : text().getBytes(StandardCharsets.UTF_8);
    }

    FileContent part(int first, int end) {
        return new FileContent(wide, bytes, from + first, from + end, isKeptOtherwise);
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    /** Piece by piece, for the characters of a large file take twice its bytes. */
    private static boolean isUtf8(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(CHUNK);
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            out.clear();
            result = decoder.decode(in, out, true);
        }
        return !result.isError();
    }
}
