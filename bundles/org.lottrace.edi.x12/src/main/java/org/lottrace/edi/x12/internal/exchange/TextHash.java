package org.lottrace.edi.x12.internal.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of texts in UTF-8, one behind the other, made piece by piece: what comes in may be large. */
final class TextHash {
    private static final int PIECE = 8192;

    private final MessageDigest digest;

    TextHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String of(String text) {
        return new TextHash().add(text).hex();
    }

    /** @return that of the text without its line breaks, which mean nothing between segments, and without spaces around it */
    static String joined(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        TextHash hash = new TextHash();
        StringBuilder piece = new StringBuilder(PIECE);
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c != '\r' && c != '\n') {
                piece.append(c);
            }
            if (piece.length() >= PIECE && !Character.isHighSurrogate(c)) {
                hash.add(piece.toString());
                piece.setLength(0);
            }
        }
        return hash.add(piece.toString()).hex();
    }

    TextHash add(String text) {
        int from = 0;
        while (from < text.length()) {
            int to = Math.min(from + PIECE, text.length());
            if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
                to++;
            }
            digest.update(text.substring(from, to).getBytes(StandardCharsets.UTF_8));
            from = to;
        }
        return this;
    }

    /** @param bytes a character of ISO 8859-1 each */
    TextHash add(byte[] bytes) {
        for (int from = 0; from < bytes.length; from += PIECE) {
            int length = Math.min(PIECE, bytes.length - from);
            digest.update(
                    new String(bytes, from, length, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
