package org.lottrace.tools;

/** A file that someone removed is needed. The message says what to do; it is for the administrator, without a stack trace. */
final class LostFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LostFileException(String message) {
        super(message);
    }
}
