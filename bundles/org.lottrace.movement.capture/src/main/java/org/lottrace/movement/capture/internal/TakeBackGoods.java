package org.lottrace.movement.capture.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.ViolationPath;

/** Takes goods back from a customer; that more came back of a lot than left with the shipment, or none is named, is a finding. */
final class TakeBackGoods {
    private static final String SHIPMENT_UNKNOWN = "SHIPMENT_UNKNOWN";
    private static final String SHIPMENT_MISSING = "SHIPMENT_MISSING";
    private static final String CUSTOMER_UNKNOWN = "CUSTOMER_UNKNOWN";
    private static final String RETURN_EXCEEDS_SHIPMENT = "RETURN_EXCEEDS_SHIPMENT";

    private final EventCapture capture;
    private final SharedChecks checks;
    private final ClosedMasters closed;
    private final RepeatedRequest repeated;
    private final Ledger ledger;
    private final StockOnHand stock;
    private final PartyStore parties;

    TakeBackGoods(
            EventCapture capture,
            SharedChecks checks,
            ClosedMasters closed,
            RepeatedRequest repeated,
            Ledger ledger,
            StockOnHand stock,
            PartyStore parties) {
        this.capture = capture;
        this.checks = checks;
        this.closed = closed;
        this.repeated = repeated;
        this.ledger = ledger;
        this.stock = stock;
        this.parties = parties;
    }

    Outcome<RecordedEvent> takeBack(CustomerReturn given) {
        return capture.capture(
                given.context().usually(Basis.REPORTED), event -> isSame(event, given), (context, findings) -> {
                    List<Goods> goods = checks.goods(given.context().site(), given.goods(), findings);
                    checkPlaces(given, findings);
                    // Two returns of one shipment must not both see what is still outside.
                    stock.lock(Goods.lotsOf(goods).stream().map(Lot::key).toList());
                    Optional<Place> sender = sender(given, findings);
                    Optional<Place> shippedTo = shipment(given)
                            .flatMap(known ->
                                    checkShipment(known, given.customer().isPresent(), goods, findings));
                    Optional<Place> customer = sender.or(() -> shippedTo).or(() -> unnamed(findings));
                    return (settled, unused) ->
                            Optional.of(event(settled, documents(given), goods, customer.orElseThrow()));
                });
    }

    /** What was sold comes back, whoever and whatever is closed, but not into a place that is. */
    private void checkPlaces(CustomerReturn given, Findings findings) {
        for (int i = 0; i < given.goods().size(); i++) {
            closed.place(
                    given.context().site(),
                    given.goods().get(i).location(),
                    Findings.line(i + 1).then("location"),
                    findings);
        }
    }

    /** @return who is named; empty when the shipment says who it is */
    private Optional<Place> sender(CustomerReturn given, Findings findings) {
        if (given.shipment().isEmpty()) {
            findings.breach(
                    SHIPMENT_MISSING,
                    ViolationPath.of("shipment"),
                    "nobody says which shipment the goods left with: look for it");
        }
        given.customer()
                .ifPresent(customer ->
                        ToldParties.check(parties, customer, CUSTOMER_UNKNOWN, ViolationPath.of("customer"), findings));
        return given.customer().map(Place::party);
    }

    /** @return to whom the shipment went; empty when it is unknown */
    private Optional<Place> checkShipment(
            DocumentReference shipment, boolean isCustomerNamed, List<Goods> goods, Findings findings) {
        List<TraceEvent> history = InForce.of(ledger.byDocument(shipment)).stream()
                .map(RecordedEvent::event)
                .toList();
        Optional<Place> customer = customer(history);
        if (customer.isEmpty()) {
            unknown(shipment, isCustomerNamed, findings);
        }
        customer.ifPresent(known -> checkQuantities(goods, outside(history), shipment, findings));
        return customer;
    }

    /** Goods came back all the same. */
    private Optional<Place> unnamed(Findings findings) {
        if (!findings.isReport()) {
            return Optional.empty();
        }
        ToldParties.check(parties, ToldParties.UNNAMED, CUSTOMER_UNKNOWN, ViolationPath.of("customer"), findings);
        return Optional.of(Place.party(ToldParties.UNNAMED));
    }

    private static void unknown(DocumentReference shipment, boolean isCustomerNamed, Findings findings) {
        findings.breach(
                SHIPMENT_UNKNOWN,
                ViolationPath.of("shipment"),
                shipment + " never left: check its number" + (isCustomerNamed ? "" : ", or name the customer"));
    }

    private static Optional<DocumentReference> shipment(CustomerReturn given) {
        return given.shipment().map(number -> new DocumentReference(DocumentType.SHIPMENT, number));
    }

    private static List<DocumentReference> documents(CustomerReturn given) {
        return Stream.concat(
                        Stream.of(new DocumentReference(DocumentType.RETURN_ORDER, given.number())),
                        shipment(given).stream())
                .toList();
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

    private boolean isSame(TraceEvent event, CustomerReturn given) {
        List<DocumentReference> documents = documents(given);
        return RepeatedRequest.sameDocuments(event, EventType.RETURN, documents.toArray(DocumentReference[]::new))
                && event.documents().size() == documents.size()
                && given.customer().map(Place::party).stream().allMatch(customer -> event.lines().stream()
                        .allMatch(line -> line.from().place().equals(customer)))
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
