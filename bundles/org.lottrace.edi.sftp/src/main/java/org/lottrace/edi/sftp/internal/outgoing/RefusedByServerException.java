package org.lottrace.edi.sftp.internal.outgoing;

import java.io.IOException;

/** The server has answered, and says no: the connection is well. */
public final class RefusedByServerException extends IOException {
    private static final long serialVersionUID = 1L;

    public RefusedByServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
