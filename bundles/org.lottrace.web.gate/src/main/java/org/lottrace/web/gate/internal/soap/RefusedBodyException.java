package org.lottrace.web.gate.internal.soap;

import java.io.IOException;

/** The body of a request is not read to its end. */
final class RefusedBodyException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    RefusedBodyException(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    Problem problem() {
        return new Problem(code, "", getMessage());
    }
}
