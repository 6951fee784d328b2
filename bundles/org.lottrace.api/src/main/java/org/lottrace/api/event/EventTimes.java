package org.lottrace.api.event;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.violation.Violation;
import org.osgi.annotation.versioning.ProviderType;

/** Settles when and where a request counts. Whoever records an event asks here, so that there is one rule for all of them. */
@ProviderType
public interface EventTimes {
    /**
     * Changes nothing; joins the caller's unit of work or opens one.
     *
     * @return what would be recorded, and what is wrong with it: {@code SITE_UNKNOWN}
     */
    Settled settle(CaptureContext context);

    /**
     * @param context what would be recorded; empty when the site is unknown
     * @param violations why it may not be recorded; empty when it may
     */
    record Settled(Optional<EventContext> context, List<Violation> violations) {
        public Settled {
            Objects.requireNonNull(context);
            violations = List.copyOf(violations);
        }
    }
}
