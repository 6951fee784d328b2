package org.lottrace.api.operation;

import org.lottrace.api.violation.Violation;

/** The caller may not ask that. */
public final class NotAllowedException extends RefusedException {
    private static final long serialVersionUID = 1L;

    public NotAllowedException(Violation violation) {
        super(violation);
    }
}
