package org.lottrace.web.gate.internal.limit;

import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.TimeUnit;

/**
 * How large and how slow the body of a request may be.
 *
 * @param bytes the most that is read
 * @param nanoseconds from the first byte asked for to the last one read
 * @param bytesPerSecond the fewest that come on average once {@link #PATIENCE} is over; 0: any
 */
public record BodyLimit(long bytes, long nanoseconds, long bytesPerSecond) {
    /** Nanoseconds: what is small may come in one piece after a while. */
    static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    public BodyLimit {
        if (bytes < 1 || nanoseconds < 1 || bytesPerSecond < 0) {
            throw new IllegalArgumentException(
                    RequestLimitsConfig.PID
                            + ": body.max.bytes and body.max.seconds must be 1 or more, and body.min.bytes.per.second 0 or more");
        }
    }

    static BodyLimit of(RequestLimitsConfig config) {
        return new BodyLimit(
                config.body_max_bytes(),
                TimeUnit.SECONDS.toNanos(config.body_max_seconds()),
                config.body_min_bytes_per_second());
    }

    void checkSize(long size) throws RefusedBodyException {
        if (size > bytes) {
            throw new RefusedBodyException(
                    HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                    "REQUEST_TOO_LARGE",
                    "The request is larger than " + bytes
                            + " bytes. Send it in several parts, or raise body.max.bytes in" + " etc/"
                            + RequestLimitsConfig.PID
                            + ".cfg.");
        }
    }

    /**
     * @param count bytes that have come
     * @param taken nanoseconds
     */
    void checkTime(long count, long taken) throws RefusedBodyException {
        if (taken > nanoseconds) {
            throw tooSlow("The request had not come completely within " + TimeUnit.NANOSECONDS.toSeconds(nanoseconds)
                    + " seconds. Send it again; on a slow line in several parts, or raise body.max.seconds");
        }
        if (taken > PATIENCE && count < bytesPerSecond * TimeUnit.NANOSECONDS.toSeconds(taken)) {
            throw tooSlow("The request came with fewer than " + bytesPerSecond
                    + " bytes in a second. Send it again on a faster line, or lower body.min.bytes.per.second");
        }
    }

    private static RefusedBodyException tooSlow(String message) {
        return new RefusedBodyException(
                HttpServletResponse.SC_REQUEST_TIMEOUT,
                "REQUEST_TOO_SLOW",
                message + " in etc/" + RequestLimitsConfig.PID + ".cfg.");
    }
}
