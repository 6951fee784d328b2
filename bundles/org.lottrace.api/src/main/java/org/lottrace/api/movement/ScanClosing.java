package org.lottrace.api.movement;

import java.util.Objects;
import org.lottrace.api.event.CaptureContext;

/**
 * A session that is done.
 *
 * @param context who, when and where; its site is that of the session
 * @param session what was scanned
 */
public record ScanClosing(CaptureContext context, ScanSession session) {
    /** @throws IllegalArgumentException if the two are about different sites */
    public ScanClosing {
        Objects.requireNonNull(context);
        if (!context.site().equals(session.site())) {
            throw new IllegalArgumentException(
                    "the session is at site " + session.site() + ", and the event at " + context.site());
        }
    }
}
