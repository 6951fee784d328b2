package org.lottrace.api.transaction;

/** The database cannot be reached, or refuses what must work. Nobody swallows it. */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what was tried, and what to look at
     * @param cause what the driver said
     */
    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * For a cause that is known and said: whoever logs it logs the sentence, and no stack trace.
     *
     * @param message what is wrong, and what to do
     */
    public StoreUnavailableException(String message) {
        super(message, null, false, false);
    }
}
