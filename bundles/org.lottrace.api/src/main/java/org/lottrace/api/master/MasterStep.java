package org.lottrace.api.master;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/**
 * Something that was done to a piece of master data. Steps are never changed; a closing is undone by another step.
 *
 * @param number counts over all of them, from 1 on, in the order in which they were done; numbers may be left out
 * @param master to what
 * @param action what was done
 * @param reason why
 * @param by who did it: the login
 * @param at when, to the microsecond
 */
public record MasterStep(
        long number, MasterReference master, MasterAction action, String reason, String by, Instant at) {
    public MasterStep {
        Objects.requireNonNull(master);
        Objects.requireNonNull(action);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(by);
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * @param path of what names it
     * @return why it takes nothing new, when this step closed it: {@link Masters#MASTER_CLOSED}
     */
    public Violation refusal(ViolationPath path) {
        return new Violation(
                Masters.MASTER_CLOSED,
                path,
                master + " is closed since " + at.truncatedTo(ChronoUnit.SECONDS) + " by " + by + ": " + reason
                        + "; open it again, or name another");
    }
}
