package org.lottrace.movement.capture.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.event.Basis;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.order.DeliveryConfirmation;
import org.lottrace.api.order.OrderProgress;
import org.lottrace.api.order.OrderStage;
import org.lottrace.api.order.OrderStatus;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.order.ShipmentStatus;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How far an order is, from its reservations and from the events that name it; nothing of it is stored. */
@Component
public final class OrderProgressService implements OrderProgress {
    private static final int LONGEST_NAME = 200;

    private final UnitOfWork unitOfWork;
    private final Ledger ledger;
    private final EventCapture capture;
    private final SalesOrderStore orders;
    private final Reservations reservations;
    private final ItemStore items;
    private final SiteStore sites;

    @Activate
    public OrderProgressService(
            @Reference UnitOfWork unitOfWork,
            @Reference Ledger ledger,
            @Reference EventCapture capture,
            @Reference SalesOrderStore orders,
            @Reference Reservations reservations,
            @Reference ItemStore items,
            @Reference SiteStore sites) {
        this.unitOfWork = unitOfWork;
        this.ledger = ledger;
        this.capture = capture;
        this.orders = orders;
        this.reservations = reservations;
        this.items = items;
        this.sites = sites;
    }

    @Override
    public Optional<OrderStatus> order(String number) {
        return unitOfWork.required(() -> orders.find(number).map(this::status));
    }

    @Override
    public Optional<ShipmentStatus> shipment(String number, AsOf asOf) {
        return unitOfWork.required(() -> left(number, asOf).map(shipment -> status(shipment, asOf)));
    }

    @Override
    public Outcome<RecordedEvent> confirmDelivery(DeliveryConfirmation confirmation) {
        DocumentReference number = new DocumentReference(DocumentType.SHIPMENT, confirmation.shipment());
        List<KeyDatum> data = confirmation.receivedBy().isBlank()
                ? List.of()
                : List.of(KeyDataElement.RECEIVED_BY.is(new KeyDataValue.Text(confirmation.receivedBy())));
        return capture.capture(
                confirmation.context().usually(Basis.REPORTED),
                event -> RepeatedRequest.sameDocuments(event, EventType.DELIVER, number)
                        && event.keyData().containsAll(data),
                (context, findings) -> {
                    ledger.lockHead();
                    Optional<TraceEvent> shipment = left(confirmation.shipment(), AsOf.LATEST);
                    check(confirmation, shipment, findings);
                    return (settled, unused) -> Optional.of(new TraceEvent(
                                    settled,
                                    EventType.DELIVER,
                                    List.of(number),
                                    Optional.empty(),
                                    List.of(),
                                    List.of(),
                                    List.of())
                            .saying(data));
                });
    }

    private void check(DeliveryConfirmation confirmation, Optional<TraceEvent> shipment, Findings findings) {
        if (shipment.isEmpty()) {
            findings.add(
                    SHIPMENT_UNKNOWN,
                    "shipment",
                    "no shipment " + confirmation.shipment() + " has left: check its number");
        }
        shipment.flatMap(event -> delivered(confirmation.shipment(), AsOf.LATEST))
                .ifPresent(before -> findings.add(
                        DELIVERED_ALREADY,
                        "shipment",
                        "event " + before.id() + " says already that it has come: there is nothing to do"));
        shipment.filter(event -> confirmation
                        .context()
                        .effective()
                        .isBefore(event.context().effective()))
                .ifPresent(event -> findings.add(
                        DELIVERED_TOO_EARLY,
                        "context",
                        "it left at " + event.context().effective() + ": it cannot have come before"));
        if (confirmation.receivedBy().length() > LONGEST_NAME) {
            findings.add("TEXT_TOO_LONG", "receivedBy", "a name has at most " + LONGEST_NAME + " characters");
        }
    }

    private Optional<TraceEvent> left(String number, AsOf asOf) {
        return events(new DocumentReference(DocumentType.SHIPMENT, number), EventType.SHIP, asOf).stream()
                .findFirst();
    }

    private Optional<TraceEvent> delivered(String number, AsOf asOf) {
        return events(new DocumentReference(DocumentType.SHIPMENT, number), EventType.DELIVER, asOf).stream()
                .findFirst();
    }

    private List<TraceEvent> events(DocumentReference document, EventType type, AsOf asOf) {
        return InForce.of(ledger.byDocument(document).stream()
                        .filter(asOf::hasRecorded)
                        .toList())
                .stream()
                .map(RecordedEvent::event)
                .filter(event ->
                        event.type() == type && asOf.hasHappened(event.context().effective()))
                .toList();
    }

    private ShipmentStatus status(TraceEvent shipment, AsOf asOf) {
        String number = shipment.document(DocumentType.SHIPMENT)
                .map(DocumentReference::number)
                .orElseThrow();
        Optional<TraceEvent> delivery = delivered(number, asOf);
        return new ShipmentStatus(
                number,
                shipment.id(),
                shipment.document(DocumentType.SALES_ORDER)
                        .map(DocumentReference::number)
                        .orElse(""),
                shipment.lines().stream()
                        .map(line -> line.to().place())
                        .filter(place -> place.kind() == PlaceKind.PARTY)
                        .map(place -> new PartyId(place.code()))
                        .findFirst()
                        .orElseThrow(),
                shipment.context().effective(),
                delivery.map(event -> event.context().effective()),
                delivery.flatMap(event -> KeyDatum.find(event.keyData(), KeyDataElement.RECEIVED_BY))
                        .map(KeyDataValue::text)
                        .orElse(""));
    }

    private OrderStatus status(SalesOrder order) {
        List<TraceEvent> shipments = events(order.reference(), EventType.SHIP, AsOf.LATEST);
        List<ShipmentStatus> statuses = shipments.stream()
                .map(shipment -> status(shipment, AsOf.LATEST))
                .toList();
        Map<Integer, Quantity> shipped = new HashMap<>();
        Map<Integer, Quantity> delivered = new HashMap<>();
        for (int i = 0; i < shipments.size(); i++) {
            boolean came = statuses.get(i).delivered().isPresent();
            shipments.get(i).lines().forEach(line -> line.orderLine()
                    .filter(ordered -> ordered.order().equals(order.reference()) && isOfItem(order, ordered, line))
                    .ifPresent(ordered -> {
                        shipped.merge(ordered.line(), line.quantity(), Quantity::plus);
                        if (came) {
                            delivered.merge(ordered.line(), line.quantity(), Quantity::plus);
                        }
                    }));
        }
        List<Reservation> reserved = reservations.ofOrder(order.reference());
        List<OrderStatus.Line> own = order.lines().stream()
                .map(line -> line(line, reserved, shipped, delivered))
                .toList();
        List<OrderStatus.Line> lines =
                own.stream().map(line -> asReplaced(order, line, own)).toList();
        OrderStage stage = lines.stream()
                .map(OrderStatus.Line::stage)
                .min(Comparator.naturalOrder())
                .orElse(OrderStage.OPEN);
        return new OrderStatus(order.number(), stage, lines, statuses);
    }

    /** Goods of another item than the line wants count for no line. */
    private static boolean isOfItem(SalesOrder order, OrderLineReference reference, EventLine line) {
        return order.line(reference.line())
                .filter(wanted -> wanted.item().equals(line.lot().item()))
                .isPresent();
    }

    /** A line that is replaced as a whole is as far as what stands in its place. */
    private static OrderStatus.Line asReplaced(SalesOrder order, OrderStatus.Line line, List<OrderStatus.Line> all) {
        return all.stream()
                .filter(one -> line.ordered().isZero()
                        && one.line() != line.line()
                        && order.orderedLine(one.line()) == line.line())
                .map(OrderStatus.Line::stage)
                .min(Comparator.naturalOrder())
                .map(stage -> new OrderStatus.Line(
                        line.line(),
                        line.item(),
                        stage,
                        line.ordered(),
                        line.reserved(),
                        line.picked(),
                        line.packed(),
                        line.shipped(),
                        line.delivered()))
                .orElse(line);
    }

    private OrderStatus.Line line(
            SalesOrder.Line line,
            List<Reservation> all,
            Map<Integer, Quantity> shipped,
            Map<Integer, Quantity> delivered) {
        Quantity ordered = items.find(line.item())
                .map(item -> inBaseUnit(item, line.quantity()))
                .orElse(line.quantity());
        Quantity none = Quantity.zero(ordered.unit());
        List<Reservation> own = all.stream()
                .filter(one -> one.orderLine().line() == line.number())
                .toList();
        Quantity reserved = sum(own, one -> true, none);
        Quantity picked = sum(own, this::isPicked, none);
        Quantity packed =
                sum(own, one -> isPicked(one) && one.position().container().isPresent(), none);
        Quantity left = shipped.getOrDefault(line.number(), none);
        Quantity came = delivered.getOrDefault(line.number(), none);
        return new OrderStatus.Line(
                line.number(),
                line.item(),
                stage(ordered, reserved, picked, packed, left, came),
                ordered,
                reserved,
                picked,
                packed,
                left,
                came);
    }

    private static Quantity inBaseUnit(Item item, Quantity entered) {
        return item.toBaseUnit(entered);
    }

    private static Quantity sum(List<Reservation> reserved, Predicate<Reservation> which, Quantity none) {
        return reserved.stream().filter(which).map(Reservation::quantity).reduce(none, Quantity::plus);
    }

    /** It is where goods wait to leave: nothing is allocated there, so somebody has brought it. */
    private boolean isPicked(Reservation reserved) {
        Place place = reserved.position().place();
        return place.kind() == PlaceKind.LOCATION
                && sites.find(place.site())
                        .flatMap(site -> site.location(place.location()))
                        .filter(location -> !location.type().canBeAllocated())
                        .isPresent();
    }

    private static OrderStage stage(
            Quantity ordered,
            Quantity reserved,
            Quantity picked,
            Quantity packed,
            Quantity shipped,
            Quantity delivered) {
        if (delivered.compareTo(ordered) >= 0) {
            return OrderStage.DELIVERED;
        }
        if (shipped.compareTo(ordered) >= 0) {
            return OrderStage.SHIPPED;
        }
        Quantity wanted = ordered.minus(shipped);
        if (packed.compareTo(wanted) >= 0) {
            return OrderStage.PACKED;
        }
        if (picked.compareTo(wanted) >= 0) {
            return OrderStage.PICKED;
        }
        return reserved.compareTo(wanted) >= 0 ? OrderStage.ALLOCATED : OrderStage.OPEN;
    }
}
