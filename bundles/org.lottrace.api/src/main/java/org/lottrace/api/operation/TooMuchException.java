package org.lottrace.api.operation;

import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** A question for which more would have to be read than is read for one answer; nothing was worked out of a part. */
public final class TooMuchException extends RefusedException {
    private static final long serialVersionUID = 1L;

    /**
     * @param most so many are read for one answer
     * @param what what there is too much of, in the plural, such as {@code deliveries}
     */
    public TooMuchException(int most, String what) {
        super(new Violation(
                Operations.TOO_MUCH_AT_ONCE,
                ViolationPath.WHOLE,
                "there are more than " + most + " " + what
                        + ": ask for less at a time, such as fewer days, one site or one item"));
    }
}
