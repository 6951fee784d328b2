package org.lottrace.web.jetty;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/**
 * A request whose body has to come at some speed: a sender of a byte now and then would hold its thread for as long as it likes. Only time in which the server waits for the sender
 * counts. Who sends nothing at all is thrown out by the connection's idle timeout.
 */
final class SlowBody extends Request.Wrapper {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long BYTES_PER_SECOND = 500;

    private final LongSupplier nanoTime;
    private boolean isWaiting;
    private long since;
    private long waited;
    private long bytes;
    private Content.Chunk refusal;

    /** @param nanoTime as {@link System#nanoTime} */
    SlowBody(Request request, LongSupplier nanoTime) {
        super(request);
        this.nanoTime = nanoTime;
    }

    @Override
    public Content.Chunk read() {
        if (refusal != null) {
            return refusal;
        }
        Content.Chunk chunk = super.read();
        long now = nanoTime.getAsLong();
        if (isWaiting && chunk != null) {
            waited += now - since;
        } else if (!isWaiting && chunk == null) {
            since = now;
        }
        isWaiting = chunk == null;
        if (chunk != null) {
            bytes += chunk.remaining();
            if (!chunk.isLast() && isTooSlow()) {
                chunk.release();
                refusal = Content.Chunk.from(
                        new HttpException.RuntimeException(
                                HttpStatus.REQUEST_TIMEOUT_408,
                                "the body comes too slowly: " + bytes + " bytes in "
                                        + Duration.ofNanos(waited).toSeconds() + " seconds"),
                        true);
                return refusal;
            }
        }
        return chunk;
    }

    private boolean isTooSlow() {
        Duration late = Duration.ofNanos(waited).minus(PATIENCE);
        return !late.isNegative() && bytes < late.toSeconds() * BYTES_PER_SECOND;
    }
}
