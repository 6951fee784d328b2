package org.lottrace.movement.capture.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.event.Basis;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.CustomerReturn;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.Quantity;

/** Takes goods back that left with a shipment; of each lot never more than left. */
final class TakeBackGoods {
    private static final String SHIPMENT_UNKNOWN = "SHIPMENT_UNKNOWN";
    private static final String RETURN_EXCEEDS_SHIPMENT = "RETURN_EXCEEDS_SHIPMENT";

    private final EventCapture capture;
    private final SharedChecks checks;
    private final RepeatedRequest repeated;
    private final Ledger ledger;
    private final StockOnHand stock;

    TakeBackGoods(
            EventCapture capture, SharedChecks checks, RepeatedRequest repeated, Ledger ledger, StockOnHand stock) {
        this.capture = capture;
        this.checks = checks;
        this.repeated = repeated;
        this.ledger = ledger;
        this.stock = stock;
    }

    Outcome<RecordedEvent> takeBack(CustomerReturn given) {
        DocumentReference number = new DocumentReference(DocumentType.RETURN_ORDER, given.number());
        DocumentReference shipment = new DocumentReference(DocumentType.SHIPMENT, given.shipment());
        return capture.capture(
                given.context().usually(Basis.REPORTED),
                event -> isSame(event, given, number, shipment),
                (context, findings) -> {
                    List<Goods> goods = checks.goods(given.context().site(), given.goods(), findings);
                    // Two returns of one shipment must not both see what is still outside.
                    stock.lock(Goods.lotsOf(goods).stream().map(Lot::key).toList());
                    List<TraceEvent> history = InForce.of(ledger.byDocument(shipment)).stream()
                            .map(e -> e.event())
                            .toList();
                    Optional<Place> customer = customer(history);
                    if (customer.isEmpty()) {
                        findings.add(SHIPMENT_UNKNOWN, "shipment", shipment + " never left: check its number");
                    } else {
                        checkQuantities(goods, outside(history), shipment, findings);
                    }
                    return (settled, unused) ->
                            Optional.of(event(settled, List.of(number, shipment), goods, customer.orElseThrow()));
                });
    }

    private static Optional<Place> customer(List<TraceEvent> history) {
        return history.stream()
                .filter(event -> event.type() == EventType.SHIP)
                .flatMap(event -> event.lines().stream())
                .map(line -> line.to().place())
                .findFirst();
    }

    /** @return what left with the shipment and has not come back yet, by lot */
    private static Map<LotKey, Quantity> outside(List<TraceEvent> history) {
        Map<LotKey, Quantity> outside = new HashMap<>();
        for (TraceEvent event : history) {
            boolean left = event.type() == EventType.SHIP;
            event.lines()
                    .forEach(line -> outside.merge(
                            line.lot(), left ? line.quantity() : line.quantity().negated(), Quantity::plus));
        }
        return outside;
    }

    private static void checkQuantities(
            List<Goods> goods, Map<LotKey, Quantity> outside, DocumentReference shipment, Findings findings) {
        for (Goods line : goods) {
            LotKey lot = line.lot().key();
            Quantity known =
                    outside.getOrDefault(lot, Quantity.zero(line.quantity().unit()));
            if (known.compareTo(line.quantity()) < 0) {
                findings.breach(
                        RETURN_EXCEEDS_SHIPMENT,
                        line.path().then("quantity"),
                        known + " of lot " + lot + " left with " + shipment + " and is not back yet, not "
                                + line.quantity());
            } else {
                outside.put(lot, known.minus(line.quantity()));
            }
        }
    }

    private boolean isSame(
            TraceEvent event, CustomerReturn given, DocumentReference number, DocumentReference shipment) {
        return RepeatedRequest.sameDocuments(event, EventType.RETURN, number, shipment)
                && repeated.sameGoods(
                        event,
                        EventLine::to,
                        RequestedGoods.parts(given.context().site(), given.goods()));
    }

    private static TraceEvent event(
            EventContext context, List<DocumentReference> documents, List<Goods> goods, Place customer) {
        return new TraceEvent(
                context,
                EventType.RETURN,
                documents,
                Optional.empty(),
                goods.stream()
                        .map(line -> line.comingFrom(
                                new Position(customer, line.position().container())))
                        .toList(),
                List.of(),
                List.of());
    }
}
