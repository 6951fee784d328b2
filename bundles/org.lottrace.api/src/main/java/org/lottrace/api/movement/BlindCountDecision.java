package org.lottrace.api.movement;

import java.util.Objects;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.EventId;

/**
 * Which of the entries of a blind count is right. A third count is entered as one, and then decided for.
 *
 * @param context who decides, when, and at which site
 * @param countSheet number of the count
 * @param entry the entry that is booked
 */
public record BlindCountDecision(CaptureContext context, String countSheet, EventId entry) {
    public BlindCountDecision {
        Objects.requireNonNull(context);
        Objects.requireNonNull(countSheet);
        Objects.requireNonNull(entry);
    }
}
