package org.lottrace.api.operation;

import org.lottrace.api.violation.Violation;

/** An operation that answers without an outcome was refused. */
public abstract class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Violation violation;

    RefusedException(Violation violation) {
        super(violation.message());
        this.violation = violation;
    }

    /** @return what to tell the caller */
    public Violation violation() {
        return violation;
    }
}
