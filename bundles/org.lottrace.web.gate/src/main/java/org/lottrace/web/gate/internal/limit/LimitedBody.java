package org.lottrace.web.gate.internal.limit;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * The body of a request as far as the limit allows. The announced length is checked before the first byte is read; a body in
 * chunks announces none, and is counted. A sender that sends one byte now and then ends with the time, not with the thread.
 * What all bodies have together is limited, too.
 */
final class LimitedBody extends ServletInputStream {
    /** Bytes; most requests of clients that send in chunks have fewer. */
    static final int SMALL = 65_536;

    /** A second without a byte is the end of what a sender had on the way. */
    private static final int LOOKS = 100;

    private static final long BETWEEN_LOOKS = 10_000_000; // nanoseconds

    private final ServletInputStream body;
    private final BodyLimit limit;
    private final BodyBudget.Share share;
    private final long announced;
    private final LongSupplier nanoTime;
    private final Runnable onRefusal;
    private final long started;
    private RefusedBodyException refused;
    private long count;

    /**
     * @param share takes what the body needs, and is given back by who made it
     * @param announced value of Content-Length; negative when there is none
     * @param onRefusal is run before each refusal
     */
    LimitedBody(
            ServletInputStream body,
            BodyLimit limit,
            BodyBudget.Share share,
            long announced,
            LongSupplier nanoTime,
            Runnable onRefusal) {
        this.body = body;
        this.limit = limit;
        this.share = share;
        this.announced = announced;
        this.nanoTime = nanoTime;
        this.onRefusal = onRefusal;
        this.started = nanoTime.getAsLong();
    }

    @Override
    public int read() throws IOException {
        begin();
        int octet = fromSender(body::read);
        counted(octet < 0 ? 0 : 1);
        return octet;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        begin();
        int read = fromSender(() -> body.read(into, offset, length));
        counted(Math.max(0, read));
        return read;
    }

    /** @return the reason; what is on the way is read first, and thrown away */
    RefusedBodyException refuse(RefusedBodyException why) throws IOException {
        return refused == null ? readOn(why) : refused;
    }

    private interface Reading {
        int read() throws IOException;
    }

    /** Who stops in the middle, or says nothing until the connection is closed, made a mistake; nothing of ours is broken. */
    private static int fromSender(Reading reading) throws IOException {
        try {
            return reading.read();
        } catch (IOException stopped) {
            throw RefusedBodyException.cutOff(stopped);
        }
    }

    /** Who reads on after the refusal, as CXF does, would wait for bytes of which nobody knows whether they come. */
    private void begin() throws IOException {
        if (refused != null) {
            throw refused;
        }
        checkSize(announced);
        share.enter();
        take(announced < 0 ? SMALL : announced);
    }

    /** A body that does not say how large it is takes all it may need at once: two halves of two would wait for each other. */
    private void counted(int read) throws IOException {
        count += read;
        checkSize(count);
        if (count > SMALL && announced < 0) {
            take(limit.bytes());
        }
        checkTime();
    }

    private void checkTime() throws IOException {
        try {
            limit.checkTime(count, nanoTime.getAsLong() - started);
        } catch (RefusedBodyException tooSlow) {
            throw refused(tooSlow);
        }
    }

    private void take(long size) throws IOException {
        try {
            share.growTo(size);
        } catch (RefusedBodyException notNow) {
            throw readOn(notNow);
        }
    }

    private void checkSize(long size) throws IOException {
        try {
            limit.checkSize(size);
        } catch (RefusedBodyException tooLarge) {
            throw readOn(tooLarge);
        }
    }

    /**
     * Who is still sending when the connection is closed never sees the answer. So up to twice as much as a body may have is read and
     * thrown away, until nothing has come for a moment: who waits for the answer before more is sent gets it then.
     */
    private RefusedBodyException readOn(RefusedBodyException why) throws IOException {
        byte[] some = new byte[8192];
        try {
            while (count < 2 * limit.bytes() && comesMore()) {
                int read = fromSender(() -> body.read(some, 0, some.length));
                count += Math.max(0, read);
                limit.checkTime(count, nanoTime.getAsLong() - started);
            }
        } catch (RefusedBodyException stopped) {
            why.addSuppressed(stopped);
        }
        return refused(why);
    }

    private RefusedBodyException refused(RefusedBodyException why) {
        refused = why;
        onRefusal.run();
        return why;
    }

    private boolean comesMore() throws IOException {
        for (int look = 0; look < LOOKS && !body.isFinished(); look++) {
            if (fromSender(body::available) > 0) {
                return true;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
        return false;
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
