package org.lottrace.api.operation;

import org.lottrace.api.violation.Violation;

/** It cannot be done as asked, or as LotTrace is set up; nothing was changed. The message says what to do. */
public final class NotPossibleException extends RefusedException {
    private static final long serialVersionUID = 1L;

    public NotPossibleException(Violation violation) {
        super(violation);
    }
}
