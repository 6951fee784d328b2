package org.lottrace.api.operation;

import org.lottrace.api.violation.Violation;

/** The caller may not ask that. */
public final class NotAllowedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Violation violation;

    public NotAllowedException(Violation violation) {
        super(violation.message());
        this.violation = violation;
    }

    /** @return what to tell the caller */
    public Violation violation() {
        return violation;
    }
}
