package org.lottrace.api.transaction;

/**
 * Somebody else wrote the same row first, or two transactions waited for each other. {@link UnitOfWork#required} has repeated
 * the work already when its outermost caller sees this.
 */
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
