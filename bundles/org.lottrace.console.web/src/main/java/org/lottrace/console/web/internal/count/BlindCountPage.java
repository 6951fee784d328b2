package org.lottrace.console.web.internal.count;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.CaptureSource;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.movement.BlindCount;
import org.lottrace.api.movement.BlindCountDecision;
import org.lottrace.api.movement.BlindCounts;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;

/** A count of which nobody who counts sees the book: who has counted, where they differ, and the decision. */
public final class BlindCountPage implements Page {
    private static final String SHEET = "sheet";

    /**
     * @param count absent until a sheet is asked for, and when nobody has counted it blindly
     * @param event id under which the decision is recorded, once
     * @param problems why nothing was booked
     */
    public record View(String sheet, Optional<BlindCount> count, String event, List<Violation> problems) {}

    @Override
    public String path() {
        return "blind-count";
    }

    @Override
    public String needs() {
        return "blind-count.show";
    }

    @Override
    public Answer show(Visit visit) {
        return Answer.html("count/blind.jte", view(visit, List.of()));
    }

    @Override
    public Answer change(Visit visit) {
        try {
            EventId entry = new EventId(visit.parameters().text("entry"));
            EventId id = new EventId(visit.parameters().text("event"));
            Optional<SiteId> site = visit.as(Ledger.class)
                    .find(entry)
                    .map(event -> event.event().context().site());
            if (site.isEmpty()) {
                return Answer.NOT_FOUND;
            }
            Outcome<RecordedEvent> outcome = visit.as(BlindCounts.class)
                    .decide(new BlindCountDecision(
                            context(visit, id, site.get()), visit.parameters().text(SHEET), entry));
            return outcome.<Answer>fold(
                    recorded -> new Answer.SeeOther(
                            Address.to("event", "id", recorded.event().id(), "recorded", "now")),
                    refused -> Answer.refused("count/blind.jte", view(visit, refused)));
        } catch (InvalidIdentifierException invalid) {
            return Answer.NOT_FOUND;
        }
    }

    private static CaptureContext context(Visit visit, EventId id, SiteId site) {
        Instant now = visit.now();
        return new CaptureContext(
                id,
                now,
                Optional.empty(),
                visit.caller().name(),
                "",
                "",
                site,
                CaptureSource.CONSOLE,
                Optional.empty());
    }

    private static View view(Visit visit, List<Violation> problems) {
        String sheet = visit.parameters().text(SHEET).trim();
        Optional<BlindCount> count =
                sheet.isEmpty() ? Optional.empty() : visit.as(BlindCounts.class).show(sheet);
        return new View(sheet, count, UUID.randomUUID().toString(), problems);
    }
}
