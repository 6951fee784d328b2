package org.lottrace.edi.sftp.internal.client;

import java.io.IOException;

/** The server has answered, and says no: the connection is well. */
final class RefusedByServerException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedByServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
