package org.lottrace.movement.capture.internal;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.catalogue.Catalogue;
import org.lottrace.api.event.Basis;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.Restatement;
import org.lottrace.api.movement.Reversal;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.CurrentCaller;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Reason;
import org.lottrace.api.violation.ViolationPath;

/** Reverses a report and records it again, with what it left open: the party, the number, the lots. */
final class RestateReport {
    private static final String UNDO = "-undo";
    private static final String REVERSE = "correction.reverse";

    private final UnitOfWork unitOfWork;
    private final Ledger ledger;
    private final PartyStore parties;
    private final LotMaster lots;
    private final ReverseEvent reverse;
    private final MovementCapture movements;

    RestateReport(
            UnitOfWork unitOfWork,
            Ledger ledger,
            PartyStore parties,
            LotMaster lots,
            ReverseEvent reverse,
            MovementCapture movements) {
        this.unitOfWork = unitOfWork;
        this.ledger = ledger;
        this.parties = parties;
        this.lots = lots;
        this.reverse = reverse;
        this.movements = movements;
    }

    Outcome<RecordedEvent> restate(Restatement given) {
        return unitOfWork.required(() -> {
            Findings findings = new Findings(Basis.REQUESTED);
            Optional<TraceEvent> report = ledger.find(given.corrects()).map(RecordedEvent::event);
            if (report.isEmpty()) {
                findings.add("EVENT_UNKNOWN", "corrects", "event " + given.corrects() + " is unknown: check its id");
            }
            report.ifPresent(event -> checkRole(event, given, findings));
            Optional<ToldAgain> again = report.flatMap(event -> ToldAgain.of(event, given, lots, findings));
            checkNamed(given, report, findings);
            Optional<EventId> undo = undoId(given, findings);
            if (!findings.isEmpty()) {
                return new Outcome.Refused<>(findings.all());
            }
            return again.orElseThrow()
                    .inPlaceOf(
                            () -> reverse.reverse(new Reversal(
                                    given.context().as(undo.orElseThrow()), given.corrects(), given.reason(), false)),
                            context(given, report.orElseThrow().context()),
                            movements);
        });
    }

    /** Who may record such an event may say of it what was left open; who corrects may say it of any. The program itself may. */
    private static void checkRole(TraceEvent report, Restatement given, Findings findings) {
        String work = RestatedWork.operationOf(report);
        CurrentCaller.get().filter(caller -> !may(caller, REVERSE)).ifPresent(caller -> {
            if (!may(caller, work)) {
                findings.add(
                        Operations.ROLE_MISSING,
                        "corrects",
                        caller.name() + " may not record what event " + report.id() + " says (" + work
                                + "): let somebody say it who may, or who may reverse events");
            } else if (!RestatedWork.leftOpen(report, given)) {
                findings.add(
                        Operations.ROLE_MISSING,
                        "corrects",
                        "event " + report.id()
                                + " left open nothing of what is named now, so it would be corrected, which "
                                + caller.name() + " may not: let somebody say it who may reverse events");
            }
        });
    }

    private static boolean may(Caller caller, String operation) {
        return Catalogue.named(operation).orElseThrow().roles().stream().anyMatch(caller.roles()::contains);
    }

    private void checkNamed(Restatement given, Optional<TraceEvent> report, Findings findings) {
        findings.addAll(Reason.problems(given.reason(), "a record is corrected for a reason: say why"));
        if (given.party().isEmpty() && given.number().isEmpty() && given.lots().isEmpty()) {
            findings.add("NOTHING_NAMED", "party", "say which party, number or lot it was");
        }
        given.party()
                .filter(party -> !ToldParties.isKnown(parties, party))
                .ifPresent(party ->
                        findings.add("PARTY_UNKNOWN", "party", "party " + party + " is unknown: save it first"));
        Set<LotKey> moved = new HashSet<>();
        report.ifPresent(event -> event.lines().forEach(line -> moved.add(line.lot())));
        for (int i = 0; i < given.lots().size(); i++) {
            Restatement.NamedLot named = given.lots().get(i);
            ViolationPath path = ViolationPath.of("lots", i + 1);
            if (lots.find(named.is()).isEmpty()) {
                findings.add("LOT_UNKNOWN", path.then("is"), "lot " + named.is() + " is unknown: check its name");
            }
            if (report.isPresent() && !moved.contains(named.recorded())) {
                findings.add(
                        "LOT_NOT_IN_EVENT",
                        path.then("recorded"),
                        "event " + given.corrects() + " is not recorded on lot " + named.recorded()
                                + ": look at the event");
            }
        }
    }

    private static Optional<EventId> undoId(Restatement given, Findings findings) {
        try {
            return Optional.of(new EventId(given.context().id().value() + UNDO));
        } catch (InvalidIdentifierException tooLong) {
            findings.add(
                    "EVENT_ID_TOO_LONG", "id", "the id is too long to name the reversal after it: give a shorter one");
            return Optional.empty();
        }
    }

    /** What counted on its own day counts on it again, in the books that are open by now. */
    private static Optional<LocalDate> dayThatWasNamed(EventContext then) {
        return Optional.of(then.accountingDate()).filter(day -> !day.equals(then.localDate()));
    }

    /** It is reported again by who says what it was, for who did it then, when and where it happened. */
    private static CaptureContext context(Restatement given, EventContext then) {
        return new CaptureContext(
                given.context().id(),
                then.effective(),
                given.context().accountingDate().or(() -> dayThatWasNamed(then)),
                given.context().actor(),
                then.onBehalfOf().isEmpty() ? then.actor() : then.onBehalfOf(),
                then.device(),
                then.site(),
                given.context().source(),
                Optional.of(Basis.REPORTED));
    }
}
