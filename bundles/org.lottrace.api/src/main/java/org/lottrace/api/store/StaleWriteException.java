package org.lottrace.api.store;

/** Somebody else wrote the same row first, or two transactions waited for each other. The use case may be repeated. */
public final class StaleWriteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what was written
     * @param cause what the driver said
     */
    public StaleWriteException(String message, Throwable cause) {
        super(message, cause);
    }
}
