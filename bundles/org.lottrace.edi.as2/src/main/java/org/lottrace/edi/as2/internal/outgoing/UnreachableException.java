package org.lottrace.edi.as2.internal.outgoing;

import java.io.IOException;

/** There is no connection to the server of the partner: no fault of a single message. */
public final class UnreachableException extends IOException {
    private static final long serialVersionUID = 1L;

    public UnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
