package org.lottrace.edi.as2.internal.cms;

import java.io.IOException;

/** A message is not protected as it must be. */
public final class ProtectionException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Problem problem;

    public ProtectionException(Problem problem, String message) {
        super(message);
        this.problem = problem;
    }

    public ProtectionException(Problem problem, String message, Throwable cause) {
        super(message, cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
