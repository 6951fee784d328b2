package org.lottrace.edi.as2.internal.mime;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** Decodes quoted-printable (RFC 2045, 6.7). */
final class QuotedPrintable extends FilterInputStream {
    private static final int HEX = 16;

    QuotedPrintable(InputStream encoded) {
        super(new PushbackInputStream(encoded, 1));
    }

    @Override
    public int read() throws IOException {
        for (int b = in.read(); ; b = in.read()) {
            if (b != '=') {
                return b;
            }
            int first = in.read();
            if (first == '\r') {
                int next = in.read();
                if (next >= 0 && next != '\n') {
                    ((PushbackInputStream) in).unread(next);
                }
            } else if (first != '\n') {
                return digit(first) * HEX + digit(in.read());
            }
        }
    }

    private static int digit(int character) throws IOException {
        int digit = character < 0 ? -1 : Character.digit(character, HEX);
        if (digit < 0) {
            throw new MalformedMessageException("behind = there is no hexadecimal number in quoted-printable");
        }
        return digit;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = 0;
        while (read < length) {
            int b = read();
            if (b < 0) {
                return read == 0 && length > 0 ? -1 : read;
            }
            target[offset + read] = (byte) b;
            read++;
        }
        return read;
    }
}
