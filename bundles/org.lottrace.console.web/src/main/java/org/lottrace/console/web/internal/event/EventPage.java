package org.lottrace.console.web.internal.event;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LotAttributes;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.exceptioncase.ExceptionCase;
import org.lottrace.api.exceptioncase.ExceptionCases;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.label.LabelPrinting;
import org.lottrace.api.movement.Corrections;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.page.Address;
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
        private static final Set<String> SAID = Stream.concat(
                        Stream.of(
                                KeyDataElement.SAMPLE_PURPOSE,
                                KeyDataElement.SAMPLE_FATE,
                                KeyDataElement.DISPOSAL_REASON,
                                KeyDataElement.WITNESS,
                                KeyDataElement.NESTED_UNIT,
                                KeyDataElement.TAKEN_OUT_UNIT),
                        LotAttributes.OF_A_SHIPMENT.stream())
                .map(KeyDataElement::word)
                .collect(Collectors.toUnmodifiableSet());

        /** @return what else the event says that people want to know */
        public List<KeyDatum> said() {
            return recorded.event().keyData().stream()
                    .filter(datum -> SAID.contains(datum.name()))
                    .toList();
        }

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

    /** Prints its labels once more. */
    @Override
    public Answer change(Visit visit) {
        String text = visit.parameters().text("id");
        if (!visit.may("label.reprint")) {
            return new Answer.Failure(403, "error.page-not-allowed");
        }
        EventId id;
        try {
            id = new EventId(text);
        } catch (InvalidIdentifierException none) {
            return Answer.NOT_FOUND;
        }
        return visit.as(LabelPrinting.class)
                .reprint(id)
                .<Answer>fold(
                        files -> new Answer.SeeOther(Address.to("event", "id", text, "printed", files.size())),
                        refused -> new Answer.Failure(
                                422,
                                "event.not-printed",
                                refused.stream().map(Violation::message).collect(Collectors.joining("; "))));
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
