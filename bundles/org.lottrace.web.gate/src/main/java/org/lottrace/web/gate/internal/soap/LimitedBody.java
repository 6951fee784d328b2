package org.lottrace.web.gate.internal.soap;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.function.LongSupplier;

/**
 * The body of a request as far as the limit allows. The announced length is checked before the first byte is read; a body in
 * chunks announces none, and is counted. A sender that sends one byte now and then ends with the time, not with the thread.
 */
final class LimitedBody extends ServletInputStream {
    private final ServletInputStream body;
    private final BodyLimit limit;
    private final long announced;
    private final LongSupplier nanoTime;
    private final long started;
    private long count;

    /** @param announced value of Content-Length; negative when there is none */
    LimitedBody(ServletInputStream body, BodyLimit limit, long announced, LongSupplier nanoTime) {
        this.body = body;
        this.limit = limit;
        this.announced = announced;
        this.nanoTime = nanoTime;
        this.started = nanoTime.getAsLong();
    }

    @Override
    public int read() throws IOException {
        limit.checkSize(announced);
        int octet = body.read();
        counted(octet < 0 ? 0 : 1);
        return octet;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        limit.checkSize(announced);
        int read = body.read(into, offset, length);
        counted(Math.max(0, read));
        return read;
    }

    private void counted(int read) throws RefusedBodyException {
        count += read;
        limit.checkSize(count);
        limit.checkTime(nanoTime.getAsLong() - started);
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
