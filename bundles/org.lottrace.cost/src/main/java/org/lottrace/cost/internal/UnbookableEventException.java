package org.lottrace.cost.internal;

/** A rule cannot say what an event means in the books. The message says why and what to do. */
final class UnbookableEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnbookableEventException(String reason) {
        super(reason);
    }
}
