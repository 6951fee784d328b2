package org.lottrace.api.event;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.operation.Refusals;
import org.lottrace.api.violation.Violation;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Settles when and where a request counts, and says whether that is possible. Whoever records an event asks here, so that
 * there is one rule for all of them. Both operations join the caller's unit of work or open one and change nothing.
 */
@Refusals({
    "SITE_UNKNOWN",
    "TIME_IN_FUTURE",
    "BEFORE_GO_LIVE",
    "ACCOUNTING_DATE_UNREASONABLE",
    "PERIOD_CLOSED",
    "LOT_NOT_THERE_YET"
})
@ProviderType
public interface EventTimes {
    /**
     * @return what would be recorded, and what is wrong with it: {@code SITE_UNKNOWN}, {@code TIME_IN_FUTURE},
     *     {@code ACCOUNTING_DATE_UNREASONABLE}, {@code PERIOD_CLOSED} (the accounting date that the request states lies in a
     *     period that is locked); and {@code BEFORE_GO_LIVE}, which is a finding for a {@link Basis#REPORTED
     *     report}
     */
    Settled settle(CaptureContext context);

    /**
     * Looks whether the goods that an event takes were there at its time and ever since, whatever is there now: what is
     * taken then is missing for those who took goods later. Locks the stock of their lots until the end of the unit of work.
     *
     * @return {@code LOT_NOT_THERE_YET} for each line that takes what only came later, however much is there now: a reason
     *     to refuse a request, and a finding for a report
     */
    List<Violation> notThereYet(TraceEvent event);

    /**
     * @param context what would be recorded; empty when the site is unknown
     * @param violations why it may not be recorded; empty when it may
     * @param findings what is wrong with it and does not keep a report of what has happened from being recorded
     */
    record Settled(Optional<EventContext> context, List<Violation> violations, List<Violation> findings) {
        public Settled {
            Objects.requireNonNull(context);
            violations = List.copyOf(violations);
            findings = List.copyOf(findings);
        }
    }
}
