package org.lottrace.web.gate.internal.limit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.OptionalLong;

/** A request is not taken: its body is not read to its end. */
public final class RefusedBodyException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final long retryAfter;

    public RefusedBodyException(int status, String code, String message) {
        this(status, code, message, 0);
    }

    private RefusedBodyException(int status, String code, String message, long retryAfter) {
        super(message);
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    /** @param stopped what the connection says; it goes into the log only */
    static RefusedBodyException cutOff(IOException stopped) {
        RefusedBodyException refused = new RefusedBodyException(
                HttpServletResponse.SC_BAD_REQUEST,
                "REQUEST_CUT_OFF",
                "The request ended, or stood still, before all of it had come. Send it again.");
        refused.initCause(stopped);
        return refused;
    }

    /** @param retryAfter seconds after which the same request may be taken: nothing is wrong with it */
    static RefusedBodyException notNow(String code, String message, long retryAfter) {
        return new RefusedBodyException(HttpServletResponse.SC_SERVICE_UNAVAILABLE, code, message, retryAfter);
    }

    public int status() {
        return status;
    }

    /** @return seconds; empty when the request has to be changed */
    public OptionalLong retryAfter() {
        return retryAfter > 0 ? OptionalLong.of(retryAfter) : OptionalLong.empty();
    }

    /** @return stable word for programs */
    public String code() {
        return code;
    }
}
