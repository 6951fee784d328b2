package org.lottrace.persistence.internal.copy;

/** Why nothing was copied, and what to do: a sentence for the administrator. Nothing was changed. */
public final class RefusedCopyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RefusedCopyException(String sentence) {
        super(sentence);
    }

    RefusedCopyException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
