package org.lottrace.api.movement;

import java.util.Objects;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.EventId;

/**
 * An event that was recorded did not happen, or not so.
 *
 * @param context who says so, when and where
 * @param corrects the event that is reversed
 * @param reason why, for people; a reversal without one is refused
 * @param withFollowing true to reverse the later events that stand on it, too
 */
public record Reversal(CaptureContext context, EventId corrects, String reason, boolean withFollowing) {
    public Reversal {
        Objects.requireNonNull(context);
        Objects.requireNonNull(corrects);
        Objects.requireNonNull(reason);
    }
}
