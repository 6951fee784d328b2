package org.lottrace.edi.x12.internal.exchange;

import org.lottrace.folder.NotNowException;

/** Nobody understands the content of a transaction set now; the file waits until somebody does. */
final class HandlerMissingException extends NotNowException {
    private static final long serialVersionUID = 1L;

    HandlerMissingException(String code) {
        super(message(code));
    }

    static String message(String code) {
        return "no bundle that handles transaction set " + code + " is running; start it, then the file is taken";
    }
}
