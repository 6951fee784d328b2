package org.lottrace.edi.x12.internal.syntax;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * A file, or the part of it that one interchange is: its text, and its bytes where they are those of the file. So a large file is in memory twice,
 * and not once more for everybody who asks.
 */
public final class FileContent {
    static final FileContent NONE = new FileContent("", new byte[0], StandardCharsets.UTF_8, true);

    private static final int CHUNK = 8192;

    private final String text;
    private final byte[] bytes;
    private final Charset kept;
    private final boolean isWhole;

    /**
     * @param bytes of the file
     * @param kept in what its interchanges are kept
     * @param isWhole whether the text is that of these bytes, in that character set
     */
    private FileContent(String text, byte[] bytes, Charset kept, boolean isWhole) {
        this.text = text;
        this.bytes = bytes;
        this.kept = kept;
        this.isWhole = isWhole;
    }

    /** UTF-8, or ISO 8859-1 when it is not valid UTF-8. */
    static FileContent ofX12(byte[] bytes) {
        boolean isAscii = isAscii(bytes);
        boolean isUtf8 = isAscii || isUtf8(bytes);
        String text = new String(bytes, isAscii || !isUtf8 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        return new FileContent(text, bytes, StandardCharsets.UTF_8, isUtf8);
    }

    /** A character for each byte, whatever character set it says. */
    static FileContent ofEdifact(byte[] bytes) {
        return new FileContent(
                new String(bytes, StandardCharsets.ISO_8859_1), bytes, StandardCharsets.ISO_8859_1, true);
    }

    String text() {
        return text;
    }

    /** @return its bytes as they are kept: of X12 in UTF-8; not to be changed */
    byte[] bytes() {
        return isWhole ? bytes : text.getBytes(kept);
    }

    FileContent part(int from, int to) {
        return from == 0 && to == text.length() ? this : new FileContent(text.substring(from, to), bytes, kept, false);
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
