package org.lottrace.api.exceptioncase;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.event.EventId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Role;

/**
 * One thing that was wrong with an event that was recorded, and who looks after it.
 *
 * @param number given when it is opened; the first is 1
 * @param code what was wrong: the code with which a request would have been refused, or one that only reports have
 * @param event the event that says so in its key data, or from which it follows
 * @param lot the lot it is about; absent when it is about the event as a whole
 * @param site where the event happened
 * @param message what is wrong and what to do, for people
 * @param owner who is to look after it
 * @param deadline until when
 * @param opened when the event was recorded
 * @param closing who closed it; absent while it is open
 */
public record ExceptionCase(
        long number,
        String code,
        EventId event,
        Optional<LotKey> lot,
        SiteId site,
        String message,
        Role owner,
        Instant deadline,
        Instant opened,
        Optional<Closing> closing) {
    public ExceptionCase {
        Objects.requireNonNull(code);
        Objects.requireNonNull(event);
        Objects.requireNonNull(lot);
        Objects.requireNonNull(site);
        Objects.requireNonNull(message);
        Objects.requireNonNull(owner);
        Objects.requireNonNull(deadline);
        Objects.requireNonNull(opened);
        Objects.requireNonNull(closing);
    }

    /** @return true while nobody has closed it */
    public boolean isOpen() {
        return closing.isEmpty();
    }

    /** @return true when it is open and its deadline is over */
    public boolean isLate(Instant now) {
        return isOpen() && deadline.isBefore(now);
    }

    /**
     * The end of a case.
     *
     * @param at when
     * @param by the person or system that closed it
     * @param reason what was found or done, never blank
     */
    public record Closing(Instant at, String by, String reason) {
        public Closing {
            Objects.requireNonNull(at);
            Objects.requireNonNull(by);
            Objects.requireNonNull(reason);
        }
    }
}
