package org.lottrace.cost.internal;

/** A rule cannot say what an event means in the books. The message says why and what to do. */
final class UnbookableEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean untilRecorded;

    UnbookableEventException(String reason) {
        this(reason, false);
    }

    private UnbookableEventException(String reason, boolean isUntilRecorded) {
        super(reason);
        untilRecorded = isUntilRecorded;
    }

    /** Only a price or a rate that is recorded can help. */
    static UnbookableEventException untilRecorded(String reason) {
        return new UnbookableEventException(reason, true);
    }

    boolean isUntilRecorded() {
        return untilRecorded;
    }
}
