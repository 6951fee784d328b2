package org.lottrace.console.commands.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.event.Basis;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.CaptureSource;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.input.Moment;
import org.lottrace.console.commands.internal.output.Table;

/** A command that records an event: who did it, when, and under which id. */
public abstract class CaptureCommand extends LotTraceCommand {
    @Uses
    private SiteDirectory sites;

    @Uses
    private Clock clock;

    @Option(
            name = "--event-id",
            description = "Identity of the event: the same id is recorded once. Give --at too, so that a repetition has"
                    + " the same content. Default: a new UUID")
    private String eventId;

    @Option(
            name = "--on-behalf-of",
            aliases = "--actor",
            description =
                    "Person or system for whom it is done; it stands beside the actor of the event, who is always the user of"
                            + " this session")
    private String onBehalfOf;

    @Option(
            name = "--at",
            description = "When it happened: 2026-03-01T14:30 in the site's time zone, or 2026-03-01T14:30+01:00."
                    + " Default: now")
    private String at;

    @Option(
            name = "--accounting-date",
            description =
                    "Day on which it counts in the books, 2026-03-01. Default: the day at the site when it happened")
    private String accountingDate;

    @Option(
            name = "--reported",
            description =
                    "It has happened already: it is recorded whatever rule it breaks, and what was wrong becomes an"
                            + " exception case. Receipts, arrivals, returns, counts, output and disposal are so anyway")
    private boolean reported;

    /** @return the context of an event at that site */
    protected final CaptureContext contextAt(SiteId siteId) {
        String user = Login.user();
        ZoneId zone = site(siteId).zone();
        Instant effective = at == null ? clock.instant() : Moment.parse(at, zone);
        return new CaptureContext(
                TextForms.read(
                        EventId.class, eventId == null ? UUID.randomUUID().toString() : eventId),
                effective,
                Optional.ofNullable(accountingDate).map(TextForms.of(LocalDate.class)::read),
                user,
                forWhom(user),
                "",
                siteId,
                CaptureSource.CONSOLE,
                Optional.of(Basis.REPORTED).filter(said -> reported));
    }

    /** @return the moment that was typed, in the time zone of the site unless it names an offset */
    protected final Instant moment(String typed, SiteId siteId) {
        return Moment.parse(typed, site(siteId).zone());
    }

    /** @return the company's only site, for decisions that belong to no place; more than one need {@code --site} */
    protected final SiteId onlySite() {
        List<Site> all = sites.all();
        if (all.size() != 1) {
            throw new IllegalArgumentException("say with --site where it was decided; known are: " + known());
        }
        return all.get(0).id();
    }

    /** Prints what was recorded, or every reason why not, and then fails. */
    protected final void report(Outcome<RecordedEvent> result) throws CommandException {
        result.toOptional()
                .ifPresent(recorded -> print(
                        new Captured(result instanceof Outcome.AlreadyDone<RecordedEvent>, recorded),
                        tables(result, recorded)));
        failOn(result.violations());
    }

    private static Table<?>[] tables(Outcome<RecordedEvent> result, RecordedEvent recorded) {
        String title = result instanceof Outcome.AlreadyDone<RecordedEvent> ? "Was recorded before" : "Recorded";
        Table<?> event = Table.details(title, recorded)
                .column("Ledger position", RecordedEvent::position)
                .column("Event", r -> r.event().id())
                .column("Type", r -> r.event().type())
                .column("Documents", r -> r.event().documents())
                .column("Holds and releases", r -> r.event().dispositionChanges().stream()
                        .map(change -> change.lot() + " " + change.disposition())
                        .toList())
                .column("Recorded although", r -> r.event().findings());
        Table<?> lines = Table.of("Lines", recorded.event().lines())
                .column("Lot", EventLine::lot)
                .number("Quantity", EventLine::quantity)
                .column("From", EventLine::from)
                .column("To", EventLine::to);
        return recorded.event().lines().isEmpty() ? new Table<?>[] {event} : new Table<?>[] {event, lines};
    }

    private Site site(SiteId siteId) {
        return sites.find(siteId)
                .orElseThrow(
                        () -> new IllegalArgumentException("site " + siteId + " is unknown; known are: " + known()));
    }

    private String known() {
        return sites.all().stream().map(s -> s.id().value()).collect(Collectors.joining(", "));
    }

    /** A name that was typed is no proof: whoever logged in is the actor, whatever is typed. */
    private String forWhom(String user) {
        return onBehalfOf == null || onBehalfOf.equals(user) ? "" : onBehalfOf;
    }

    /**
     * What was captured, for scripts.
     *
     * @param repeated true when the event was recorded before and nothing was done now
     * @param recorded the event in the ledger
     */
    private record Captured(boolean repeated, RecordedEvent recorded) {}
}
