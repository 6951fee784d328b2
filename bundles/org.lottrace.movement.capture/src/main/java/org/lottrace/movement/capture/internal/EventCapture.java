package org.lottrace.movement.capture.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.event.Basis;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventTimes;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.api.exceptioncase.CaseOpening;
import org.lottrace.api.exceptioncase.Noted;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.master.store.MasterStepStore;
import org.lottrace.api.movement.store.UnitNestingStore;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.right.LotRights;
import org.lottrace.api.transaction.NumberSequences;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The way every movement goes: is it known already, is it right, then write what belongs to it and append the event; all
 * of it or nothing.
 */
@Component(service = EventCapture.class, configurationPid = MovementCaptureService.PID)
public final class EventCapture {
    static final String EVENT_ID_REUSED = "EVENT_ID_REUSED";

    private static final ViolationPath ACCOUNTING_DATE = ViolationPath.of("accountingDate");
    private static final Set<String> NOT_ITS_DAY = Set.of("PERIOD_CLOSED", "ACCOUNTING_DATE_UNREASONABLE");

    /** Finds everything that is wrong with a request, and writes nothing. */
    @FunctionalInterface
    interface Check {
        /**
         * @param context what will be recorded; empty when the site is unknown
         * @return what to do when nothing is wrong
         */
        Recording check(Optional<EventContext> context, Findings findings);
    }

    /** What is left to do when nothing is wrong with a request. */
    @FunctionalInterface
    interface Recording {
        /**
         * Writes what belongs to the event, but not the event.
         *
         * @return the event; empty when something was found wrong after all
         */
        Optional<TraceEvent> write(EventContext context, Findings findings);
    }

    private final UnitOfWork unitOfWork;
    private final Ledger ledger;
    private final EventTimes times;
    private final MakingRoom room;
    private final CaseOpening cases;
    private final UnexplainedGains gains;
    private final UnitNestings units;
    private final SecondCounts counts;
    private final LotRightCheck rights;
    private final ClosedMasters closed;
    private final LotMaster lots;
    private final PartnerDirectory partners;

    @Activate
    public EventCapture(
            @Reference UnitOfWork unitOfWork,
            @Reference Ledger ledger,
            @Reference EventTimes times,
            @Reference Reservations reservations,
            @Reference StockOnHand stock,
            @Reference LedgerStore events,
            @Reference NumberSequences numbers,
            @Reference CaseOpening cases,
            @Reference StockStore balances,
            @Reference UnitNestingStore nestings,
            @Reference ItemStore items,
            @Reference LotMaster lots,
            @Reference LotRights lotRights,
            @Reference MasterStepStore masters,
            @Reference PartnerDirectory partners,
            MovementCaptureConfig config) {
        this.unitOfWork = unitOfWork;
        this.ledger = ledger;
        this.times = times;
        this.cases = cases;
        this.gains = new UnexplainedGains(ledger, events, stock, numbers, cases);
        this.units = new UnitNestings(nestings, balances, ledger);
        this.counts = new SecondCounts(
                items, new HistoryInForce(events), new PiecesElsewhere(events, lots), config.catch_weight_percent());
        this.room = new MakingRoom(reservations, stock, gains);
        this.rights = new LotRightCheck(lotRights, items, lots);
        this.closed = new ClosedMasters(masters);
        this.lots = lots;
        this.partners = partners;
    }

    /**
     * @param sameRequest whether an event in the ledger says what the request says
     */
    Outcome<RecordedEvent> capture(CaptureContext context, Predicate<TraceEvent> sameRequest, Check check) {
        return capture(context, sameRequest, check, (event, findings) -> {});
    }

    /**
     * @param confirm adds what is wrong after the event was recorded: the ledger is locked then, so that nobody else can
     *     have changed what it looks at
     */
    Outcome<RecordedEvent> capture(
            CaptureContext context,
            Predicate<TraceEvent> sameRequest,
            Check check,
            BiConsumer<TraceEvent, Findings> confirm) {
        return unitOfWork.required(() -> known(context, sameRequest).orElseGet(() -> {
            Outcome<RecordedEvent> result = record(context, check);
            // Refused perhaps because the same request was recorded while this one waited for a lock.
            return result instanceof Outcome.Refused<RecordedEvent>
                    ? known(context, sameRequest).orElse(result)
                    : confirmed(result, confirm);
        }));
    }

    private Outcome<RecordedEvent> record(CaptureContext context, Check check) {
        Findings findings = new Findings(context.basis().orElse(Basis.REQUESTED), context.effective());
        EventTimes.Settled settled = settled(context, findings);
        findings.addAll(settled.violations());
        settled.findings().forEach(findings::note);
        Recording recording = check.check(settled.context(), findings);
        findings.found().ifPresent(found -> checkFound(found, context, findings));
        if (!findings.isEmpty()) {
            return new Outcome.Refused<>(findings.all());
        }
        ToldParties.keep(findings.told(), partners, findings);
        Outcome<RecordedEvent> result = recording
                .write(settled.context().orElseThrow(), findings)
                .map(event -> findings.found()
                        .map(found -> registering(event, found, findings))
                        .orElse(event))
                .map(event -> findings.unclear().registering(event, lots, findings))
                .flatMap(event -> judged(event, findings))
                .map(this::append)
                .orElseGet(() -> new Outcome.Refused<>(findings.all()));
        if (result instanceof Outcome.Done<RecordedEvent> done) {
            cases.open(done.value(), findings.noted());
        } else {
            unitOfWork.rollbackOnly();
        }
        return result;
    }

    /** On which day a report counts in the books is no reason to refuse it: one that cannot be is noted, and the usual one taken. */
    private EventTimes.Settled settled(CaptureContext context, Findings findings) {
        EventTimes.Settled settled = times.settle(context);
        List<Violation> days = settled.violations().stream()
                .filter(violation -> violation.path().equals(ACCOUNTING_DATE))
                .toList();
        if (days.isEmpty() || !findings.isReport() || context.accountingDate().isEmpty()) {
            return settled;
        }
        days.forEach(findings::note);
        return times.settle(context.onUsualDay());
    }

    private void checkFound(FoundLots found, CaptureContext context, Findings findings) {
        found.check(findings);
        found.named().forEach((lot, path) -> closed.item(lot.item(), path, findings));
        rights.creating(context.site(), found.named(), findings);
    }

    /** What the report is the first to tell of is known from its event on. */
    private static TraceEvent registering(TraceEvent event, FoundLots found, Findings findings) {
        return event.changing(Stream.concat(event.lotChanges().stream(), found.register(findings).stream())
                .toList());
    }

    /** What it explains is known before, while everything is asked for, and dissolved after it is there. */
    private Outcome<RecordedEvent> append(TraceEvent event) {
        Set<LotKey> explained = gains.explainedBy(event);
        Outcome<RecordedEvent> result = ledger.appendNew(units.saying(event));
        if (result instanceof Outcome.Done<RecordedEvent> done && !explained.isEmpty()) {
            gains.dissolve(done.value().event(), explained);
        }
        if (result instanceof Outcome.Done<RecordedEvent> done) {
            units.take(done.value());
        }
        return result;
    }

    /** Appends an event that belongs to another one, and keeps what it says of logistic units. */
    Outcome<RecordedEvent> appendBeside(TraceEvent event) {
        Outcome<RecordedEvent> result = ledger.append(units.saying(event));
        if (result instanceof Outcome.Done<RecordedEvent> done) {
            units.take(done.value());
        }
        return result;
    }

    /**
     * What is refused anyway is told what is wrong with its serial numbers and second weights, too. Of what may be recorded they are
     * compared later, under the locks.
     *
     * @param to where the goods were to go
     */
    void checkCounts(
            Optional<EventContext> context, EventType type, List<Goods> goods, Position to, Findings findings) {
        if (findings.isEmpty()) {
            return;
        }
        // goods that are there already move nowhere, and that is said
        List<Goods> moving =
                goods.stream().filter(line -> !line.position().equals(to)).toList();
        context.ifPresent(known -> counts.check(
                new TraceEvent(
                        known,
                        type,
                        List.of(),
                        Optional.empty(),
                        moving.stream().map(line -> line.movedTo(to)).toList(),
                        List.of(),
                        List.of()),
                line -> moving.get(line).path(),
                findings));
    }

    /** @return the logistic units, for whoever works with whole ones */
    UnitNestings units() {
        return units;
    }

    /** What is recorded says itself what is wrong with it; a rule that was broken refuses only what is asked for. */
    private Optional<TraceEvent> judged(TraceEvent event, Findings findings) {
        Set<ItemNumber> locked = Set.of();
        if (findings.isReport()) {
            room.forReport(event, findings);
        } else {
            locked = room.aheadOf(event);
        }
        times.notThereYet(event).forEach(early -> {
            if (findings.isReport()) {
                findings.note(early, lotAt(early, event));
            } else {
                findings.add(early);
            }
        });
        if (!findings.isReport()) {
            room.forRequest(event, locked);
        }
        counts.check(event, line -> Findings.line(line + 1), findings);
        return findings.isEmpty()
                ? Optional.of(event.finding(
                        findings.noted().stream().map(Noted::violation).toList()))
                : Optional.empty();
    }

    /** The ledger counts the lines of the event. */
    private static Optional<LotKey> lotAt(Violation violation, TraceEvent event) {
        return violation.path().steps().stream()
                .filter(step -> step.name().equals("lines") && step.number() > 0)
                .findFirst()
                .map(step -> event.lines().get(step.number() - 1).lot());
    }

    private Outcome<RecordedEvent> confirmed(Outcome<RecordedEvent> result, BiConsumer<TraceEvent, Findings> confirm) {
        if (!(result instanceof Outcome.Done<RecordedEvent> appended)) {
            return result;
        }
        TraceEvent event = appended.value().event();
        Findings findings = new Findings(event.context().basis());
        confirm.accept(event, findings);
        counts.confirm(event, findings);
        if (findings.isEmpty()) {
            cases.open(appended.value(), notSaidYet(event, findings));
            return result;
        }
        unitOfWork.rollbackOnly();
        return new Outcome.Refused<>(findings.all());
    }

    /** What came in between is not in the event, which is recorded; so much the more it needs a case. */
    private static List<Noted> notSaidYet(TraceEvent event, Findings findings) {
        return findings.noted().stream()
                .filter(noted -> event.keyData().stream()
                        .noneMatch(datum -> datum.name().equals(KeyDataElement.FINDING.word())
                                && datum.value().text().equals(noted.violation().code())))
                .toList();
    }

    private Optional<Outcome<RecordedEvent>> known(CaptureContext context, Predicate<TraceEvent> sameRequest) {
        return ledger.find(context.id()).map(recorded -> {
            TraceEvent event = recorded.event();
            boolean isDayOther = event.findings().stream().anyMatch(NOT_ITS_DAY::contains);
            CaptureContext asRecorded = isDayOther ? context.onUsualDay() : context;
            if (asRecorded.isRecordedAs(event.context()) && sameRequest.test(event)) {
                return new Outcome.AlreadyDone<>(recorded);
            }
            return new Outcome.Refused<>(List.of(new Violation(
                    EVENT_ID_REUSED,
                    "id",
                    "event " + context.id() + " is recorded with other content: give a new event a new id")));
        });
    }
}
