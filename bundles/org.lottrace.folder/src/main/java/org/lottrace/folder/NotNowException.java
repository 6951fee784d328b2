package org.lottrace.folder;

/** A file cannot be taken now, for a reason that is not in the file. */
public class NotNowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what is missing and what to do */
    public NotNowException(String message) {
        super(message);
    }
}
