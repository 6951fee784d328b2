package org.lottrace.recall.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.edi.WithheldInterchanges;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.DispositionStore;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.genealogy.Handover;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.api.recall.RecallFact.CancelledReservation;
import org.lottrace.api.recall.RecallFact.GoodsInTransit;
import org.lottrace.api.recall.RecallFact.StockBlocked;
import org.lottrace.api.recall.RecallFact.StockFreed;

/**
 * Stops and frees everything live of some lots, inside the caller's unit of work. Recalling is the ledger's and quality's
 * business; what was reserved, announced or is on the road is looked up under their locks, so nothing slips through.
 */
final class StockBlocking {
    private final Holds holds;
    private final Ledger ledger;
    private final LedgerStore events;
    private final DispositionStore dispositions;
    private final Reservations reservations;
    private final Genealogy genealogy;
    private final WithheldInterchanges interchanges;

    StockBlocking(
            Holds holds,
            Ledger ledger,
            LedgerStore events,
            DispositionStore dispositions,
            Reservations reservations,
            Genealogy genealogy,
            WithheldInterchanges interchanges) {
        this.holds = holds;
        this.ledger = ledger;
        this.events = events;
        this.dispositions = dispositions;
        this.reservations = reservations;
        this.genealogy = genealogy;
        this.interchanges = interchanges;
    }

    /**
     * Blocks the lots; afterwards the ledger is locked until the end of the unit of work. Ship notices are looked for once more under
     * its lock, under which they are made. What is moved between the call and that lock may be on the way without being told: the
     * caller looks, and blocks it once more.
     *
     * @param registered registrations of lots among them, of this unit of work
     * @param record is given what is stopped, before the ledger is locked; and what comes under its lock, when there is something
     * @param beforeTheLedger is run when all but the event is written
     * @return the newest event of others; empty after a finding
     */
    OptionalLong block(
            CaptureContext context,
            List<LotKey> lots,
            String reason,
            List<LotChange> registered,
            Consumer<StockBlocked> record,
            Runnable beforeTheLedger,
            Findings findings) {
        reservations.lockItems(lots.stream().map(LotKey::item).collect(Collectors.toSet()));
        List<LotKey> toRecall = without(lots, recalled(lots));
        List<Reservation> reserved = reservations.ofLots(toRecall);
        List<Handover> shipped = shipments(lots);
        record.accept(new StockBlocked(
                toRecall.isEmpty() ? Optional.empty() : Optional.of(context.id()),
                toRecall,
                reserved.stream()
                        .map(reservation -> new CancelledReservation(
                                reservation.orderLine(),
                                reservation.lot(),
                                reservation.position().place(),
                                reservation.quantity()))
                        .toList(),
                withheld(shipped),
                inTransit(lots)));
        beforeTheLedger.run();
        OptionalLong newest = recall(context, toRecall, reason, registered, findings);
        List<DocumentReference> late = newest.isPresent() ? withheld(shipped) : List.of();
        if (!late.isEmpty()) {
            record.accept(new StockBlocked(Optional.empty(), List.of(), List.of(), late, List.of()));
        }
        return newest;
    }

    private OptionalLong recall(
            CaptureContext context, List<LotKey> lots, String reason, List<LotChange> registered, Findings findings) {
        if (lots.isEmpty()) {
            return OptionalLong.of(ledger.lockHead());
        }
        Outcome<RecordedEvent> recalled = holds.recall(context, lots, reason, registered);
        appended(recalled, findings);
        return recalled instanceof Outcome.Done<RecordedEvent> done
                ? OptionalLong.of(done.value().position() - 1)
                : OptionalLong.empty();
    }

    /**
     * Puts lots on hold that are recalled, and sends the ship notices of shipments that have no recalled lot any more.
     *
     * @param lots which lots
     * @param kept gives, under the locks, those of them that another case keeps recalled
     * @return what was freed; empty after a finding
     */
    Optional<StockFreed> free(
            CaptureContext context, List<LotKey> lots, Supplier<Set<LotKey>> kept, String reason, Findings findings) {
        reservations.lockItems(lots.stream().map(LotKey::item).collect(Collectors.toSet()));
        List<LotKey> toFree = without(List.copyOf(recalled(lots)), kept.get());
        List<Handover> shipped = shipments(toFree);
        Map<EventId, Set<LotKey>> others = otherLots(shipped, Set.copyOf(toFree));
        if (!toFree.isEmpty() && !appended(holds.endRecall(context, toFree, reason), findings)) {
            return Optional.empty();
        }
        return Optional.of(new StockFreed(
                toFree.isEmpty() ? Optional.empty() : Optional.of(context.id()),
                toFree,
                released(withoutRecalledLots(shipped, others))));
    }

    private static List<LotKey> without(List<LotKey> lots, Set<LotKey> others) {
        return lots.stream().filter(lot -> !others.contains(lot)).sorted().toList();
    }

    private static boolean appended(Outcome<RecordedEvent> result, Findings findings) {
        findings.addAll(result.violations());
        if (result instanceof Outcome.AlreadyDone<RecordedEvent>) {
            findings.add("EVENT_ID_REUSED", "id", "the event is recorded already: give this request another id");
        }
        return findings.isEmpty();
    }

    private Set<LotKey> recalled(List<LotKey> lots) {
        return dispositions.of(lots).stream()
                .filter(lot -> lot.disposition() == Disposition.RECALLED)
                .map(LotDisposition::lot)
                .collect(Collectors.toSet());
    }

    private List<Handover> shipments(List<LotKey> lots) {
        return events.handovers(lots).stream()
                .filter(handover -> handover.type() == EventType.SHIP)
                .toList();
    }

    /** @return what was in those shipments besides */
    private Map<EventId, Set<LotKey>> otherLots(List<Handover> shipped, Set<LotKey> lots) {
        Set<EventId> ids = shipped.stream().map(Handover::event).collect(Collectors.toSet());
        return events.find(ids).values().stream()
                .collect(Collectors.toMap(
                        shipment -> shipment.event().id(), shipment -> shipment.event().lines().stream()
                                .map(line -> line.lot())
                                .filter(lot -> !lots.contains(lot))
                                .collect(Collectors.toSet())));
    }

    /** Asks under the lock of the ledger, under which others recall. */
    private List<Handover> withoutRecalledLots(List<Handover> shipped, Map<EventId, Set<LotKey>> others) {
        Set<LotKey> recalled = recalled(
                others.values().stream().flatMap(Set::stream).distinct().toList());
        return shipped.stream()
                .filter(shipment -> others.get(shipment.event()).stream().noneMatch(recalled::contains))
                .toList();
    }

    /** @return the shipments whose ship notice is certainly stopped; not those whose file is being written */
    private List<DocumentReference> withheld(List<Handover> shipped) {
        return documents(shipped, interchanges.withhold(OutboundTransactionSet.SHIP_NOTICE, events(shipped)));
    }

    /** @return the shipments whose ship notice certainly goes */
    private List<DocumentReference> released(List<Handover> shipped) {
        return documents(shipped, interchanges.release(OutboundTransactionSet.SHIP_NOTICE, events(shipped)));
    }

    private static List<String> events(List<Handover> shipped) {
        return shipped.stream().map(shipment -> shipment.event().value()).toList();
    }

    private static List<DocumentReference> documents(List<Handover> shipped, Set<String> events) {
        return shipped.stream()
                .filter(shipment -> events.contains(shipment.event().value()))
                .map(Shipments::of)
                .distinct()
                .toList();
    }

    private List<GoodsInTransit> inTransit(List<LotKey> lots) {
        return genealogy.whereabouts(lots).stream()
                .filter(where -> where.state().isMoving())
                .map(where -> new GoodsInTransit(
                        where.state(),
                        where.documents().stream().findFirst(),
                        where.position(),
                        where.lot(),
                        where.quantity(),
                        where.due()))
                .toList();
    }
}
