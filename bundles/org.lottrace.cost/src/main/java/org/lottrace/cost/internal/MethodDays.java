package org.lottrace.cost.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.cost.CostMethodChange;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.violation.Violation;

/** From which day on a change of a method counts. */
final class MethodDays {
    private MethodDays() {}

    static void check(CostMethodChange change, ZoneId zone, List<Violation> found) {
        LocalDate today = LocalDate.ofInstant(change.context().effective(), zone);
        change.from()
                .filter(day -> !day.isAfter(today) || day.isAfter(today.plusDays(CostMethodChange.MOST_DAYS_AHEAD)))
                .ifPresent(day -> found.add(new Violation(
                        "FROM_WRONG",
                        "from",
                        day + " is not to come, or more than " + CostMethodChange.MOST_DAYS_AHEAD + " days ahead of "
                                + today + ": leave it out, and it counts at once")));
    }

    /** @return the day when the change has to wait for it, because it was recorded before */
    static Optional<LocalDate> waitsFor(RecordedEvent change, ZoneId zone) {
        return MethodText.from(change.event()).filter(from -> from.isAfter(day(change, zone)));
    }

    /** @return the change as it is booked when its day has come: counting on that day, and known since that position */
    static RecordedEvent onItsDay(RecordedEvent change, long position) {
        TraceEvent event = change.event();
        EventContext said = event.context();
        EventContext context = new EventContext(
                said.id(),
                said.effective(),
                said.offset(),
                MethodText.from(event).orElseThrow(),
                said.actor(),
                said.onBehalfOf(),
                said.device(),
                said.company(),
                said.site(),
                said.source(),
                said.basis(),
                said.line(),
                said.shift());
        return new RecordedEvent(
                new TraceEvent(
                        context,
                        event.type(),
                        event.documents(),
                        event.corrects(),
                        event.lines(),
                        event.edges(),
                        event.dispositionChanges()),
                position,
                change.recorded(),
                change.hash());
    }

    /** @return on which it was recorded */
    static LocalDate day(RecordedEvent event, ZoneId zone) {
        return LocalDate.ofInstant(event.recorded(), zone);
    }
}
