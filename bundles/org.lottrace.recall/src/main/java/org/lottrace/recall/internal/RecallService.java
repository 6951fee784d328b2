package org.lottrace.recall.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.event.AppendResult;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.genealogy.TracedLot;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.api.recall.Recall;
import org.lottrace.api.recall.RecallScope;
import org.lottrace.api.store.DispositionStore;
import org.lottrace.api.store.LedgerStore;
import org.lottrace.api.store.StockStore;
import org.lottrace.api.store.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The scope is the union of the forward traces of the suspects; isolating it is one hold of all of it. */
@Component(service = Recall.class)
public final class RecallService implements Recall {
    private static final Logger LOG = LoggerFactory.getLogger(RecallService.class);
    private static final Set<EventType> WITH_CUSTOMERS = Set.of(EventType.SHIP, EventType.RETURN);

    private final UnitOfWork unitOfWork;
    private final Genealogy genealogy;
    private final Holds holds;
    private final LedgerStore events;
    private final StockStore stock;
    private final DispositionStore dispositions;

    @Activate
    public RecallService(
            @Reference UnitOfWork unitOfWork,
            @Reference Genealogy genealogy,
            @Reference Holds holds,
            @Reference LedgerStore events,
            @Reference StockStore stock,
            @Reference DispositionStore dispositions) {
        this.unitOfWork = unitOfWork;
        this.genealogy = genealogy;
        this.holds = holds;
        this.events = events;
        this.stock = stock;
        this.dispositions = dispositions;
    }

    @Override
    public RecallScope scope(List<LotKey> suspects) {
        List<LotKey> inOneOrder = suspects.stream().distinct().sorted().toList();
        return unitOfWork.required(() -> {
            // Read first: every event up to it is in what is read after it.
            long head = events.head().position();
            List<TracedLot> affected = affected(inOneOrder);
            List<LotKey> keys = affected.stream().map(TracedLot::lot).toList();
            return new RecallScope(
                    inOneOrder,
                    affected,
                    stock.ofLots(keys),
                    events.handovers(keys).stream()
                            .filter(handover -> WITH_CUSTOMERS.contains(handover.type()))
                            .toList(),
                    head);
        });
    }

    @Override
    public AppendResult isolate(EventContext context, List<LotKey> suspects, String reason) {
        return unitOfWork.required(() -> {
            Optional<RecordedEvent> before = events.find(context.id());
            if (before.isPresent()) {
                return holds.hold(context, lotsOf(before.get()), reason);
            }
            List<LotKey> toHold = notHeld(affected(suspects));
            if (toHold.isEmpty()) {
                return new AppendResult.Refused(List.of(new Violation(
                        "NOTHING_TO_HOLD", "suspects", "every affected lot is held already; there is nothing to do")));
            }
            AppendResult result = holds.hold(context, toHold, reason);
            if (result instanceof AppendResult.Appended) {
                LOG.info("lots isolated event={} suspects={} held={}", context.id(), suspects, toHold.size());
            }
            return result;
        });
    }

    /** Shortest way from any suspect; the same whichever of them comes first. */
    private List<TracedLot> affected(List<LotKey> suspects) {
        Map<LotKey, Integer> levels = suspects.stream()
                .flatMap(suspect -> genealogy.trace(suspect, Direction.FORWARD).lots().stream())
                .collect(Collectors.toMap(TracedLot::lot, TracedLot::level, Math::min));
        return levels.entrySet().stream()
                .map(entry -> new TracedLot(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(TracedLot::level).thenComparing(TracedLot::lot))
                .toList();
    }

    private List<LotKey> notHeld(List<TracedLot> affected) {
        List<LotKey> lots = affected.stream().map(TracedLot::lot).toList();
        Set<LotKey> held = dispositions.of(lots).stream()
                .filter(disposition -> disposition.disposition() != Disposition.SELLABLE)
                .map(LotDisposition::lot)
                .collect(Collectors.toSet());
        return lots.stream().filter(lot -> !held.contains(lot)).toList();
    }

    /** A repeated isolation means the lots it held then, whatever is affected now. */
    private static List<LotKey> lotsOf(RecordedEvent recorded) {
        return recorded.event().dispositionChanges().stream()
                .map(DispositionChange::lot)
                .toList();
    }
}
