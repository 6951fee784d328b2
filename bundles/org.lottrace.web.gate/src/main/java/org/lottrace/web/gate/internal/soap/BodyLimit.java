package org.lottrace.web.gate.internal.soap;

import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.TimeUnit;

/**
 * How large and how slow the body of a request may be.
 *
 * @param bytes the most that is read
 * @param nanoseconds from the first byte asked for to the last one read
 */
record BodyLimit(long bytes, long nanoseconds) {
    BodyLimit {
        if (bytes < 1 || nanoseconds < 1) {
            throw new IllegalArgumentException(
                    SoapConfig.PID + ": body.max.bytes and body.max.seconds must be 1 or more");
        }
    }

    static BodyLimit of(SoapConfig config) {
        return new BodyLimit(config.body_max_bytes(), TimeUnit.SECONDS.toNanos(config.body_max_seconds()));
    }

    void checkSize(long size) throws RefusedBodyException {
        if (size > bytes) {
            throw new RefusedBodyException(
                    HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                    "REQUEST_TOO_LARGE",
                    "The request is larger than " + bytes
                            + " bytes. Send it in several parts, or raise body.max.bytes in" + " etc/" + SoapConfig.PID
                            + ".cfg.");
        }
    }

    void checkTime(long taken) throws RefusedBodyException {
        if (taken > nanoseconds) {
            throw new RefusedBodyException(
                    HttpServletResponse.SC_REQUEST_TIMEOUT,
                    "REQUEST_TOO_SLOW",
                    "The request had not come completely within " + TimeUnit.NANOSECONDS.toSeconds(nanoseconds)
                            + " seconds. Send it again; on a slow line in several parts, or raise body.max.seconds in"
                            + " etc/" + SoapConfig.PID + ".cfg.");
        }
    }
}
