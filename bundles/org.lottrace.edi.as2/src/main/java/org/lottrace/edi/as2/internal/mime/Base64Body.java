package org.lottrace.edi.as2.internal.mime;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;

/** Decodes Base64 (RFC 2045, 6.8). What is none is the fault of who wrote it. */
final class Base64Body extends FilterInputStream {
    Base64Body(InputStream encoded) {
        super(Base64.getMimeDecoder().wrap(encoded));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            return super.read(target, offset, length);
        } catch (IOException e) {
            throw new MalformedMessageException("a body is not Base64, as it says: " + e.getMessage(), e);
        }
    }
}
