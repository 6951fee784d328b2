package org.lottrace.quality.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventTimes;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.DispositionStore;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quality.DispositionHistory;
import org.lottrace.api.quality.HeldGoods;
import org.lottrace.api.quality.Hold;
import org.lottrace.api.quality.HoldQuestion;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds and releases through the ledger. Takes the lock of allocation first, so that no order gets a lot between the
 * check and the commit of its hold or recall.
 */
@Component(service = Holds.class)
public final class HoldsService implements Holds {
    private static final Logger LOG = LoggerFactory.getLogger(HoldsService.class);
    private static final String EVENT_ID_REUSED = "EVENT_ID_REUSED";

    private final UnitOfWork unitOfWork;
    private final Ledger ledger;
    private final EventTimes times;
    private final LotStore lots;
    private final DispositionStore dispositions;
    private final Reservations reservations;
    private final SiteStore sites;
    private final AskedLots asked;
    private final PastDecisions past;

    @Activate
    public HoldsService(
            @Reference UnitOfWork unitOfWork,
            @Reference Ledger ledger,
            @Reference EventTimes times,
            @Reference LotStore lots,
            @Reference DispositionStore dispositions,
            @Reference Reservations reservations,
            @Reference SiteStore sites,
            @Reference LedgerStore events) {
        this.unitOfWork = unitOfWork;
        this.ledger = ledger;
        this.times = times;
        this.lots = lots;
        this.dispositions = dispositions;
        this.reservations = reservations;
        this.sites = sites;
        this.asked = new AskedLots(lots, events);
        this.past = new PastDecisions(events);
    }

    @Override
    public Outcome<RecordedEvent> hold(
            CaptureContext context, List<LotKey> lotKeys, Optional<HeldGoods> at, String reason) {
        Optional<Position> position =
                at.map(goods -> new Position(Place.location(context.site(), goods.location()), goods.container()));
        return isolate(
                DispositionRequest.of(context, EventType.HOLD, Disposition.ON_HOLD, inOneOrder(lotKeys), reason)
                        .holding(position),
                (rules, requested, why) -> Stream.concat(
                                rules.againstHold(requested, why).stream(), againstPlace(position).stream())
                        .toList());
    }

    @Override
    public Outcome<RecordedEvent> holdByQuestion(CaptureContext context, HoldQuestion question, String reason) {
        return unitOfWork.required(() -> {
            Optional<Outcome<RecordedEvent>> before = ledger.find(context.id())
                    .filter(recorded -> isAskedBy(question, recorded.event()))
                    .map(Outcome.AlreadyDone::new);
            return before.orElseGet(() -> preview(question)
                    .fold(
                            found ->
                                    found.isEmpty() ? noLotFits(question) : holdFound(context, found, question, reason),
                            found -> holdFound(context, found, question, reason),
                            Outcome.Refused::new));
        });
    }

    @Override
    public Outcome<List<LotKey>> preview(HoldQuestion question) {
        return question.isEmpty() || question.item().isEmpty() && hasDays(question)
                ? new Outcome.Refused<>(List.of(new Violation(
                        "QUESTION_EMPTY",
                        "question",
                        "say which lots: a supplier, an item, a production order or a ship notice; days need an item")))
                : new Outcome.Done<>(unitOfWork.required(() -> asked.lots(question)));
    }

    private static boolean hasDays(HoldQuestion question) {
        return question.from().isPresent() || question.to().isPresent();
    }

    private Outcome<RecordedEvent> holdFound(
            CaptureContext context, List<LotKey> found, HoldQuestion question, String reason) {
        return isolate(
                DispositionRequest.of(context, EventType.HOLD, Disposition.ON_HOLD, inOneOrder(found), reason)
                        .asking(question),
                DispositionRules::againstHold);
    }

    private static Outcome<RecordedEvent> noLotFits(HoldQuestion question) {
        return new Outcome.Refused<>(List.of(
                new Violation("NO_LOT_FITS", "question", "there are no " + question + ": look at the preview")));
    }

    private static boolean isAskedBy(HoldQuestion question, TraceEvent event) {
        return KeyDatum.find(event.keyData(), KeyDataElement.HOLD_QUESTION)
                .map(KeyDataValue::text)
                .equals(Optional.of(question.toString()));
    }

    private List<Violation> againstPlace(Optional<Position> position) {
        return position.map(Position::place)
                .filter(place -> sites.find(place.site())
                        .filter(site -> site.location(place.location()).isPresent())
                        .isEmpty())
                .map(place -> List.of(
                        new Violation("LOCATION_UNKNOWN", "at", "there is no location " + place + ": check its code")))
                .orElse(List.of());
    }

    @Override
    public Outcome<RecordedEvent> recall(CaptureContext context, List<LotKey> lotKeys, String reason) {
        return recall(context, lotKeys, reason, List.of());
    }

    @Override
    public Outcome<RecordedEvent> recall(
            CaptureContext context, List<LotKey> lotKeys, String reason, List<LotChange> registered) {
        return isolate(
                DispositionRequest.of(context, EventType.HOLD, Disposition.RECALLED, inOneOrder(lotKeys), reason)
                        .registering(registered),
                DispositionRules::againstRecall);
    }

    @Override
    public Outcome<RecordedEvent> release(
            CaptureContext context, List<LotKey> lotKeys, String reason, List<String> names) {
        return free(
                DispositionRequest.of(context, EventType.RELEASE, Disposition.SELLABLE, inOneOrder(lotKeys), reason)
                        .ending(names.stream().distinct().toList()),
                (rules, lots, why) -> rules.againstRelease(lots, why, names));
    }

    @Override
    public Outcome<RecordedEvent> endRecall(CaptureContext context, List<LotKey> lotKeys, String reason) {
        return free(
                DispositionRequest.of(context, EventType.RELEASE, Disposition.ON_HOLD, inOneOrder(lotKeys), reason),
                DispositionRules::againstEndOfRecall);
    }

    @Override
    public Optional<LotDisposition> dispositionOf(LotKey lot, AsOf asOf) {
        return unitOfWork.required(() ->
                asOf.isLatest() ? dispositions.of(List.of(lot)).stream().findFirst() : past.dispositionOf(lot, asOf));
    }

    @Override
    public List<LotDisposition> dispositionsOf(Collection<LotKey> lots) {
        return unitOfWork.required(() -> dispositions.of(lots));
    }

    @Override
    public List<LotDisposition> notSellable(AsOf asOf) {
        return unitOfWork.required(() -> asOf.isLatest()
                ? dispositions.notSellable()
                : past.notSellable(
                        dispositions.all().stream().map(LotDisposition::lot).toList(), asOf));
    }

    /** The same lots in another order, or named twice, are the same request. */
    private static List<LotKey> inOneOrder(List<LotKey> requested) {
        return requested.stream().distinct().sorted().toList();
    }

    private Outcome<RecordedEvent> isolate(DispositionRequest request, Rule rule) {
        return unitOfWork.required(() -> {
            DispositionRules rules = lockAndRead(request.lots());
            return known(request).orElseGet(() -> isolate(request, rule, rules));
        });
    }

    /** Cancels before the ledger is locked for the event, so that nobody waits for it. */
    private Outcome<RecordedEvent> isolate(DispositionRequest request, Rule rule, DispositionRules rules) {
        return change(request, rule, rules, event -> {
            int cancelled = cancel(request);
            Outcome<RecordedEvent> result = ledger.append(event);
            if (result instanceof Outcome.Done<RecordedEvent>) {
                LOG.info(
                        "lots isolated event={} disposition={} lots={} reservationsCancelled={}",
                        request.context().id(),
                        request.disposition(),
                        request.lots().size(),
                        cancelled);
            } else {
                unitOfWork.rollbackOnly();
            }
            return result;
        });
    }

    /** Only what is held: what is reserved elsewhere of the lots stays reserved, and what can be taken elsewhere is. */
    private int cancel(DispositionRequest request) {
        if (request.at().isEmpty()) {
            return reservations.cancel(request.lots()).size();
        }
        Hold held = new Hold(
                request.context().id(),
                request.reason(),
                request.context().effective(),
                request.context().actor(),
                request.at());
        return reservations.giveUp(request.lots(), held::covers).size();
    }

    private Outcome<RecordedEvent> free(DispositionRequest request, Rule rule) {
        return unitOfWork.required(() -> {
            DispositionRules rules = lockAndRead(request.lots());
            Outcome<RecordedEvent> result =
                    known(request).orElseGet(() -> change(request, rule, rules, ledger::append));
            if (result instanceof Outcome.Done<RecordedEvent>) {
                LOG.info(
                        "lots freed event={} disposition={} lots={}",
                        request.context().id(),
                        request.disposition(),
                        request.lots().size());
            }
            return result;
        });
    }

    private Outcome<RecordedEvent> change(
            DispositionRequest request,
            Rule rule,
            DispositionRules rules,
            Function<TraceEvent, Outcome<RecordedEvent>> append) {
        EventTimes.Settled settled = times.settle(request.context());
        List<Violation> violations = new ArrayList<>(settled.violations());
        violations.addAll(rule.violations(rules, request.lots(), request.reason()));
        return violations.isEmpty()
                ? append.apply(
                        request.event(settled.context().orElseThrow(), rules).finding(settled.findings()))
                : new Outcome.Refused<>(violations);
    }

    private DispositionRules lockAndRead(List<LotKey> lotKeys) {
        Set<LotKey> known = lots.known(lotKeys);
        reservations.lockItems(known.stream().map(LotKey::item).collect(Collectors.toSet()));
        return new DispositionRules(
                known,
                dispositions.of(lotKeys).stream().collect(Collectors.toMap(LotDisposition::lot, Function.identity())));
    }

    /** A repeated request was right when it was recorded, whatever is true now. */
    private Optional<Outcome<RecordedEvent>> known(DispositionRequest request) {
        return ledger.find(request.context().id())
                .map(recorded -> request.isRecordedAs(recorded.event()) && endsTheSame(request, recorded.event())
                        ? new Outcome.AlreadyDone<>(recorded)
                        : new Outcome.Refused<>(List.of(new Violation(
                                EVENT_ID_REUSED,
                                "id",
                                "event " + request.context().id()
                                        + " is recorded with other content: give a new event a new id"))));
    }

    @FunctionalInterface
    private interface Rule {
        List<Violation> violations(DispositionRules rules, List<LotKey> lots, String reason);
    }

    /** The holds that were named are known by the events that set them. Without a name all that stood then were meant. */
    private boolean endsTheSame(DispositionRequest request, TraceEvent release) {
        if (request.holds().isEmpty()) {
            return true;
        }
        List<Set<String>> ended = DispositionHistory.released(release).stream()
                .map(id -> namesOf(new EventId(id)))
                .toList();
        return ended.stream().allMatch(names -> request.holds().stream().anyMatch(names::contains))
                && request.holds().stream().allMatch(name -> ended.stream().anyMatch(names -> names.contains(name)));
    }

    private Set<String> namesOf(EventId hold) {
        return Stream.concat(
                        Stream.of(hold.value()),
                        ledger.find(hold).stream()
                                .flatMap(recorded -> recorded.event().dispositionChanges().stream())
                                .map(DispositionChange::reason))
                .collect(Collectors.toSet());
    }
}
