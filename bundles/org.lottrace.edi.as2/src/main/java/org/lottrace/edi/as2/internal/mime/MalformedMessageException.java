package org.lottrace.edi.as2.internal.mime;

import java.io.IOException;

/** What came cannot be read as a message. The message says where and why. */
public final class MalformedMessageException extends IOException {
    private static final long serialVersionUID = 1L;

    public MalformedMessageException(String message) {
        super(message);
    }

    public MalformedMessageException(String message, Throwable cause) {
        super(message, cause);
    }
}
