package org.lottrace.api.operation;

import java.time.Duration;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** The answer took longer than an answer may; nothing was changed. */
public final class TimeLimitException extends RefusedException {
    private static final long serialVersionUID = 1L;

    TimeLimitException(Duration limit) {
        super(new Violation(
                Operations.TIME_LIMIT_EXCEEDED,
                ViolationPath.WHOLE,
                "the answer took longer than " + limit.toSeconds()
                        + " seconds: ask for less at a time, such as fewer lots, fewer days or one page"));
    }
}
