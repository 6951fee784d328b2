package org.lottrace.movement.capture.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LotAttributes;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.quality.Purpose;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.movement.capture.internal.RepeatedRequest.Part;

/**
 * Hands reserved goods to the customer and uses up their reservations. A report says what has left: what was not reserved for the
 * order is taken from the stock all the same, whoever had reserved it ({@link MakingRoom}).
 */
final class ShipGoods {
    private final EventCapture capture;
    private final SharedChecks checks;
    private final RepeatedRequest repeated;
    private final UsabilityCheck usability;
    private final DeliveryCheck delivery;
    private final Ledger ledger;
    private final LedgerStore events;
    private final OrderOfShipment ordered;
    private final PartyStore parties;
    private final Reservations reservations;
    private final OrderLinePrices prices;
    private final BeyondReserved beyondReserved;

    ShipGoods(
            EventCapture capture,
            SharedChecks checks,
            RepeatedRequest repeated,
            UsabilityCheck usability,
            DeliveryCheck delivery,
            Ledger ledger,
            LedgerStore events,
            SalesOrderStore orders,
            PartyStore parties,
            Reservations reservations,
            OrderLinePrices prices,
            BeyondReserved beyondReserved) {
        this.capture = capture;
        this.checks = checks;
        this.repeated = repeated;
        this.usability = usability;
        this.delivery = delivery;
        this.ledger = ledger;
        this.events = events;
        this.ordered = new OrderOfShipment(orders, parties, reservations);
        this.parties = parties;
        this.reservations = reservations;
        this.prices = prices;
        this.beyondReserved = beyondReserved;
    }

    Outcome<RecordedEvent> ship(Shipment shipment) {
        DocumentReference number = new DocumentReference(DocumentType.SHIPMENT, shipment.number());
        return capture.capture(
                shipment.context(),
                event -> isSame(event, shipment, number),
                (context, findings) -> {
                    findings.addAll(LotAttributes.problems(
                            shipment.keyData(), LotAttributes.OF_A_SHIPMENT, ViolationPath.WHOLE));
                    ShipmentNumber free = ShipmentNumber.of(number, ledger, findings);
                    return ordered.find(context, shipment, findings)
                            .map(known -> shipFor(context, known, free, shipment, findings))
                            .orElse((settled, unused) -> Optional.empty());
                },
                (event, unused) -> ShipmentNumber.stillFree(event, ledger, events));
    }

    private EventCapture.Recording shipFor(
            Optional<EventContext> context,
            SalesOrder order,
            ShipmentNumber number,
            Shipment shipment,
            Findings findings) {
        List<Reservation> reserved = reservations.ofOrder(order.reference()).stream()
                .filter(reservation -> isAtSite(reservation, shipment))
                .toList();
        List<Shipment.Line> said = shipment.lines().isEmpty() ? everythingOf(reserved) : shipment.lines();
        ReservationUse use = new ReservationUse(reserved);
        if (said.isEmpty()) {
            checks.site(shipment.context().site(), ViolationPath.of("site"), findings);
            findings.add(
                    ReservationUse.NOT_RESERVED,
                    "salesOrder",
                    "nothing is reserved for " + order.reference() + " at site "
                            + shipment.context().site() + ": allocate it first");
            return (settled, unused) -> Optional.empty();
        }
        List<Goods> goods = checks.goods(
                shipment.context().site(),
                said.stream().map(Shipment.Line::goods).toList(),
                findings);
        List<Shipment.Line> lines = OrderLinesMeant.of(order, said, goods, reserved, findings);
        Set<LotKey> stoppedLater = context.map(known -> usability.check(
                        goods,
                        Purpose.SHIPMENT,
                        parties.find(OrderOfShipment.receiver(order, shipment)),
                        delivery.arrival(order, known.localDate()),
                        findings))
                .orElse(Set.of());
        context.ifPresent(known -> delivery.shipped(
                order, goods, line -> lines.get(line.line() - 1).orderLine(), known.localDate(), findings));
        List<Goods> beyond = order.lines().isEmpty()
                ? List.of() // nobody has told of the order, and that is said
                : goods.stream()
                        .filter(line -> !use.take(
                                line,
                                orderLine(order, lines, line),
                                stoppedLater.contains(line.lot().key()),
                                findings))
                        .toList();
        if (!beyond.isEmpty() && findings.isEmpty()) {
            beyondReserved
                    .check(order, goods, line -> orderLine(order, lines, line), findings)
                    .forEach(use::giveBack);
        }
        capture.checkCounts(
                context,
                EventType.SHIP,
                goods,
                Position.at(Place.party(OrderOfShipment.receiver(order, shipment))),
                findings);
        return (settled, unused) -> {
            use.write(reservations);
            return Optional.of(event(settled, number, order, goods, lines, shipment));
        };
    }

    private static boolean isAtSite(Reservation reservation, Shipment shipment) {
        Place place = reservation.position().place();
        return place.kind() == PlaceKind.LOCATION
                && place.site().equals(shipment.context().site());
    }

    private static List<Shipment.Line> everythingOf(List<Reservation> reserved) {
        return reserved.stream()
                .map(reservation -> new Shipment.Line(
                        reservation.orderLine().line(),
                        new LotQuantity(
                                LotReference.to(reservation.lot()),
                                reservation.position().place().location(),
                                reservation.position().container(),
                                reservation.quantity()),
                        Optional.empty()))
                .toList();
    }

    private static OrderLineReference orderLine(SalesOrder order, List<Shipment.Line> lines, Goods goods) {
        return new OrderLineReference(
                order.reference(), lines.get(goods.line() - 1).orderLine());
    }

    private TraceEvent event(
            EventContext context,
            ShipmentNumber number,
            SalesOrder order,
            List<Goods> goods,
            List<Shipment.Line> lines,
            Shipment shipment) {
        PartyId receiver = OrderOfShipment.receiver(order, shipment);
        List<EventLine> moved = goods.stream()
                .map(line -> priced(
                        order,
                        line.movedTo(
                                new Position(
                                        Place.party(receiver),
                                        lines.get(line.line() - 1).shippedIn().or(line.position()::container)),
                                orderLine(order, lines, line))))
                .toList();
        return new TraceEvent(
                        context,
                        EventType.SHIP,
                        List.of(number.recorded(), order.reference()),
                        Optional.empty(),
                        moved,
                        List.of(),
                        List.of())
                .saying(Stream.concat(number.told().stream(), shipment.keyData().stream())
                        .toList());
    }

    private EventLine priced(SalesOrder order, EventLine line) {
        return prices.sold(
                        order, line.orderLine().orElseThrow().line(), line.lot().item())
                .map(line::at)
                .orElse(line);
    }

    private boolean isSame(TraceEvent event, Shipment shipment, DocumentReference number) {
        DocumentReference order = shipment.order();
        boolean anyLine = OrderLinesMeant.isOther(event);
        return ShipmentNumber.isOf(event, number)
                && Set.copyOf(LotAttributes.ofShipment(event.keyData())).equals(Set.copyOf(shipment.keyData()))
                && RepeatedRequest.sameDocuments(event, EventType.SHIP, order)
                && shipment.customer()
                        .map(customer -> event.lines().stream()
                                .allMatch(line -> line.to().place().equals(Place.party(customer))))
                        .orElse(true)
                && (shipment.lines().isEmpty()
                        || repeated.sameGoods(
                                event,
                                line -> List.of(
                                        line.from(),
                                        line.to().container(),
                                        anyLine ? order : line.orderLine().orElseThrow()),
                                shipment.lines().stream()
                                        .map(line -> part(
                                                line,
                                                shipment,
                                                anyLine ? order : new OrderLineReference(order, line.orderLine())))
                                        .toList()));
    }

    private static Part part(Shipment.Line line, Shipment shipment, Object orderLine) {
        Position from = RequestedGoods.position(shipment.context().site(), line.goods());
        return new Part(
                line.goods().lot(),
                List.of(from, line.shippedIn().or(from::container), orderLine),
                line.goods().quantity(),
                line.goods().keyData());
    }
}
