package org.lottrace.console.web.internal.event;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.exceptioncase.ExceptionCase;
import org.lottrace.api.exceptioncase.ExceptionCases;
import org.lottrace.api.movement.Corrections;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;

/** One event of the ledger, whole; what can be done about it when it is not so. */
public final class EventPage implements Page {
    private static final String STANDING = "standing";

    /**
     * @param wasRecordedNow true when the reader comes from the form that recorded it
     * @param standingOn later events that would have to be reversed before it; none unless they were asked for, since each of them
     *     has to be followed on
     * @param exceptions the cases that were opened with it
     */
    public record View(
            RecordedEvent recorded,
            boolean wasRecordedNow,
            List<RecordedEvent> standingOn,
            List<ExceptionCase> exceptions) {
        /** @return what was wrong with it all the same, by code */
        public List<String> findings() {
            return recorded.event().findings();
        }
    }

    @Override
    public String path() {
        return "event";
    }

    @Override
    public String needs() {
        return "event.find";
    }

    @Override
    public Answer show(Visit visit) {
        EventId id = new EventId(visit.parameters().text("id"));
        Optional<RecordedEvent> recorded = visit.as(Ledger.class).find(id);
        if (recorded.isEmpty()) {
            return new Answer.Failure(404, "event.unknown", id);
        }
        boolean isNow = visit.parameters().isTicked("recorded");
        List<RecordedEvent> standingOn =
                visit.may("correction.reverse") && visit.parameters().isTicked(STANDING)
                        ? visit.as(Corrections.class).standingOn(id)
                        : List.of();
        List<ExceptionCase> exceptions =
                recorded.get().event().findings().isEmpty() || !visit.may("exception.list-by-event")
                        ? List.of()
                        : visit.as(ExceptionCases.class).ofEvent(id);
        return Answer.html("event/event.jte", new View(recorded.get(), isNow, standingOn, exceptions));
    }
}
