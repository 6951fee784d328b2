package org.lottrace.quality.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventTimes;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.DispositionStore;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.outcome.Outcome;
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

    @Activate
    public HoldsService(
            @Reference UnitOfWork unitOfWork,
            @Reference Ledger ledger,
            @Reference EventTimes times,
            @Reference LotStore lots,
            @Reference DispositionStore dispositions,
            @Reference Reservations reservations) {
        this.unitOfWork = unitOfWork;
        this.ledger = ledger;
        this.times = times;
        this.lots = lots;
        this.dispositions = dispositions;
        this.reservations = reservations;
    }

    @Override
    public Outcome<RecordedEvent> hold(CaptureContext context, List<LotKey> lotKeys, String reason) {
        return isolate(
                new Request(context, EventType.HOLD, Disposition.ON_HOLD, inOneOrder(lotKeys), reason, List.of()),
                DispositionRules::againstHold);
    }

    @Override
    public Outcome<RecordedEvent> recall(CaptureContext context, List<LotKey> lotKeys, String reason) {
        return recall(context, lotKeys, reason, List.of());
    }

    @Override
    public Outcome<RecordedEvent> recall(
            CaptureContext context, List<LotKey> lotKeys, String reason, List<LotChange> registered) {
        return isolate(
                new Request(context, EventType.HOLD, Disposition.RECALLED, inOneOrder(lotKeys), reason, registered),
                DispositionRules::againstRecall);
    }

    @Override
    public Outcome<RecordedEvent> release(CaptureContext context, List<LotKey> lotKeys, String reason) {
        return free(
                new Request(context, EventType.RELEASE, Disposition.SELLABLE, inOneOrder(lotKeys), reason, List.of()),
                DispositionRules::againstRelease);
    }

    @Override
    public Outcome<RecordedEvent> endRecall(CaptureContext context, List<LotKey> lotKeys, String reason) {
        return free(
                new Request(context, EventType.RELEASE, Disposition.ON_HOLD, inOneOrder(lotKeys), reason, List.of()),
                DispositionRules::againstEndOfRecall);
    }

    @Override
    public Optional<LotDisposition> dispositionOf(LotKey lot) {
        return unitOfWork.required(() -> dispositions.of(List.of(lot))).stream().findFirst();
    }

    @Override
    public List<LotDisposition> dispositionsOf(Collection<LotKey> lots) {
        return unitOfWork.required(() -> dispositions.of(lots));
    }

    @Override
    public List<LotDisposition> notSellable() {
        return unitOfWork.required(dispositions::notSellable);
    }

    /** The same lots in another order, or named twice, are the same request. */
    private static List<LotKey> inOneOrder(List<LotKey> requested) {
        return requested.stream().distinct().sorted().toList();
    }

    private Outcome<RecordedEvent> isolate(Request request, Rule rule) {
        return unitOfWork.required(() -> {
            DispositionRules rules = lockAndRead(request.lots());
            return known(request).orElseGet(() -> isolate(request, rule, rules));
        });
    }

    /** Cancels before the ledger is locked for the event, so that nobody waits for it. */
    private Outcome<RecordedEvent> isolate(Request request, Rule rule, DispositionRules rules) {
        return change(request, rule, rules, event -> {
            int cancelled = reservations.cancel(request.lots()).size();
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

    private Outcome<RecordedEvent> free(Request request, Rule rule) {
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
            Request request, Rule rule, DispositionRules rules, Function<TraceEvent, Outcome<RecordedEvent>> append) {
        EventTimes.Settled settled = times.settle(request.context());
        List<Violation> violations = new ArrayList<>(settled.violations());
        violations.addAll(rule.violations(rules, request.lots(), request.reason()));
        return violations.isEmpty()
                ? append.apply(request.event(settled.context().orElseThrow()).finding(settled.findings()))
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
    private Optional<Outcome<RecordedEvent>> known(Request request) {
        return ledger.find(request.context().id())
                .map(recorded -> request.isRecordedAs(recorded.event())
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

    private record Request(
            CaptureContext context,
            EventType type,
            Disposition disposition,
            List<LotKey> lots,
            String reason,
            List<LotChange> registered) {
        /** A hold belongs to no document: nobody gave it a number, and its id names it. */
        TraceEvent event(EventContext settled) {
            return new TraceEvent(settled, type, List.of(), Optional.empty(), List.of(), List.of(), changes())
                    .changing(registered);
        }

        boolean isRecordedAs(TraceEvent event) {
            return context.isRecordedAs(event.context())
                    && event.type() == type
                    && !reason.isBlank()
                    && event.dispositionChanges().equals(changes());
        }

        private List<DispositionChange> changes() {
            return lots.stream()
                    .map(lot -> new DispositionChange(lot, disposition, reason))
                    .toList();
        }
    }
}
