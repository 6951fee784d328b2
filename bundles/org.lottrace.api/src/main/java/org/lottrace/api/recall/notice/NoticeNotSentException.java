package org.lottrace.api.recall.notice;

/** A notice could not be sent; it is tried again later. */
public final class NoticeNotSentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message why, and what to do
     * @param cause what was thrown
     */
    public NoticeNotSentException(String message, Throwable cause) {
        super(message, cause);
    }
}
