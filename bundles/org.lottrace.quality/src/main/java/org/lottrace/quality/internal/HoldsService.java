package org.lottrace.quality.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.DispositionStore;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.Lot;
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
    private static final int DOCUMENT_NUMBER_LENGTH = 50;

    private final UnitOfWork unitOfWork;
    private final Ledger ledger;
    private final LotStore lots;
    private final DispositionStore dispositions;
    private final Reservations reservations;

    @Activate
    public HoldsService(
            @Reference UnitOfWork unitOfWork,
            @Reference Ledger ledger,
            @Reference LotStore lots,
            @Reference DispositionStore dispositions,
            @Reference Reservations reservations) {
        this.unitOfWork = unitOfWork;
        this.ledger = ledger;
        this.lots = lots;
        this.dispositions = dispositions;
        this.reservations = reservations;
    }

    @Override
    public Outcome<RecordedEvent> hold(EventContext context, List<LotKey> lotKeys, String reason) {
        return isolate(
                new Request(context, EventType.HOLD, Disposition.ON_HOLD, inOneOrder(lotKeys), reason),
                DispositionRules::againstHold);
    }

    @Override
    public Outcome<RecordedEvent> recall(EventContext context, List<LotKey> lotKeys, String reason) {
        return isolate(
                new Request(context, EventType.HOLD, Disposition.RECALLED, inOneOrder(lotKeys), reason),
                DispositionRules::againstRecall);
    }

    @Override
    public Outcome<RecordedEvent> release(EventContext context, List<LotKey> lotKeys, String reason) {
        return free(
                new Request(context, EventType.RELEASE, Disposition.SELLABLE, inOneOrder(lotKeys), reason),
                DispositionRules::againstRelease);
    }

    @Override
    public Outcome<RecordedEvent> endRecall(EventContext context, List<LotKey> lotKeys, String reason) {
        return free(
                new Request(context, EventType.RELEASE, Disposition.ON_HOLD, inOneOrder(lotKeys), reason),
                DispositionRules::againstEndOfRecall);
    }

    @Override
    public Optional<LotDisposition> dispositionOf(LotKey lot) {
        return unitOfWork.required(() -> dispositions.of(List.of(lot))).stream().findFirst();
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
            Outcome<RecordedEvent> result = change(request, rule);
            if (result instanceof Outcome.Done<RecordedEvent>) {
                int cancelled = reservations.cancel(request.lots()).size();
                LOG.info(
                        "lots isolated event={} disposition={} lots={} reservationsCancelled={}",
                        request.context().id(),
                        request.disposition(),
                        request.lots(),
                        cancelled);
            }
            return result;
        });
    }

    private Outcome<RecordedEvent> free(Request request, Rule rule) {
        return unitOfWork.required(() -> {
            Outcome<RecordedEvent> result = change(request, rule);
            if (result instanceof Outcome.Done<RecordedEvent>) {
                LOG.info(
                        "lots freed event={} disposition={} lots={}",
                        request.context().id(),
                        request.disposition(),
                        request.lots());
            }
            return result;
        });
    }

    private Outcome<RecordedEvent> change(Request request, Rule rule) {
        DispositionRules rules = lockAndRead(request.lots());
        if (!isRepeated(request)) {
            List<Violation> violations = rule.violations(rules, request.lots(), request.reason());
            if (!violations.isEmpty()) {
                return new Outcome.Refused<>(violations);
            }
        }
        return ledger.append(request.event());
    }

    private DispositionRules lockAndRead(List<LotKey> lotKeys) {
        Set<LotKey> known = lots.withKeys(lotKeys).stream().map(Lot::key).collect(Collectors.toSet());
        reservations.lockItems(known.stream().map(LotKey::item).collect(Collectors.toSet()));
        return new DispositionRules(
                known,
                dispositions.of(lotKeys).stream().collect(Collectors.toMap(LotDisposition::lot, Function.identity())));
    }

    /** A repeated event goes straight to the ledger: it was right when it was recorded, whatever is true now. */
    private boolean isRepeated(Request request) {
        return !request.reason().isBlank()
                && ledger.find(request.context().id()).isPresent();
    }

    @FunctionalInterface
    private interface Rule {
        List<Violation> violations(DispositionRules rules, List<LotKey> lots, String reason);
    }

    private record Request(
            EventContext context, EventType type, Disposition disposition, List<LotKey> lots, String reason) {
        TraceEvent event() {
            String id = context.id().value();
            String number = id.substring(0, Math.min(id.length(), DOCUMENT_NUMBER_LENGTH));
            return new TraceEvent(
                    context,
                    type,
                    List.of(new DocumentReference(DocumentType.QUALITY_ORDER, number)),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    lots.stream()
                            .map(lot -> new DispositionChange(lot, disposition, reason))
                            .toList());
        }
    }
}
