package org.lottrace.thirdparty.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.event.Basis;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.CaptureSource;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.movement.Arrival;
import org.lottrace.api.movement.BlindCounts;
import org.lottrace.api.movement.Dispatch;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.movement.StockCount;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.thirdparty.GoodsCondition;
import org.lottrace.api.thirdparty.StockDocument;
import org.lottrace.api.thirdparty.ThirdPartyWarehouse;
import org.lottrace.api.violation.Violation;

/**
 * Books what a document says, as reports. Goods of a lot that nobody has told of are counted in where they are before anything else is done
 * with them, so that the lot is registered and its case opened as for any count.
 */
final class Posting {
    private final MovementCapture movements;
    private final BlindCounts counts;
    private final LotMaster lots;
    private final ItemStore items;
    private final StockOnHand stock;
    private final Reservations reservations;
    private final ShipmentNumbers shipments;

    Posting(
            MovementCapture movements,
            BlindCounts counts,
            LotMaster lots,
            ItemStore items,
            StockOnHand stock,
            Reservations reservations,
            ShipmentNumbers shipments) {
        this.movements = movements;
        this.counts = counts;
        this.lots = lots;
        this.items = items;
        this.stock = stock;
        this.reservations = reservations;
        this.shipments = shipments;
    }

    /** Who recorded a document, which way, and for whose warehouse. */
    record Told(ThirdPartyWarehouse warehouse, StockDocument document, String by, CaptureSource source) {
        CaptureContext context(SiteId site, String suffix) {
            return new CaptureContext(
                    new EventId(id(document) + suffix),
                    document.at(),
                    Optional.empty(),
                    by,
                    "",
                    "",
                    site,
                    source,
                    Optional.of(Basis.REPORTED));
        }
    }

    /** @return under which id it is booked, if it books anything */
    static EventId id(StockDocument document) {
        return new EventId("3pl:" + document.kind().code() + ":" + document.warehouse() + ":" + document.number());
    }

    /** @return the events; refused with what each said */
    Outcome<List<EventId>> dispatch(Told told) {
        StockDocument document = told.document();
        return all(List.of(movements.dispatch(new Dispatch(
                told.context(document.from().orElseThrow(), ""),
                document.warehouse(),
                Optional.empty(),
                document.lines().stream()
                        .map(line -> new LotQuantity(
                                MeantLots.reference(line),
                                line.location().orElseThrow(),
                                line.container(),
                                line.quantity()))
                        .toList()))));
    }

    /** Takes in what came: good goods at the usual place, damaged ones at theirs. */
    Outcome<List<EventId>> arrive(Told told) {
        StockDocument document = told.document();
        List<StockBalance> balances = locked(document, Set.of());
        Set<LotKey> unknown = unknown(document);
        List<Outcome<RecordedEvent>> done = new ArrayList<>(found(told, unknown));
        GoodsThere road = new GoodsThere(
                balances.stream()
                        .filter(balance -> balance.position().place().equals(Place.inTransit(document.warehouse())))
                        .toList(),
                Position.at(Place.inTransit(document.warehouse())));
        for (GoodsCondition condition : GoodsCondition.values()) {
            List<Arrival.Line> came = document.lines().stream()
                    .filter(line -> line.condition() == condition
                            && MeantLots.known(line).filter(unknown::contains).isEmpty())
                    .flatMap(line -> taken(road, line).stream()
                            .map(part -> new Arrival.Line(
                                    MeantLots.reference(line),
                                    part.quantity(),
                                    part.from().container())))
                    .toList();
            if (!came.isEmpty()) {
                boolean isGood = condition == GoodsCondition.GOOD;
                done.add(movements.arrive(new Arrival(
                        told.context(document.warehouse(), isGood ? "" : ":damaged"),
                        document.warehouse(),
                        place(told, condition),
                        List.of(),
                        came)));
            }
        }
        return all(done);
    }

    /**
     * Ships what left, from wherever the book has it there, to the customer that the document names, else to that of the order.
     *
     * @param order empty when it is not known: then the document names the customer
     */
    Outcome<List<EventId>> ship(Told told, Optional<SalesOrder> order) {
        StockDocument document = told.document();
        Set<ItemNumber> ordered = order.stream()
                .flatMap(known -> known.lines().stream())
                .map(SalesOrder.Line::item)
                .collect(Collectors.toSet());
        List<StockBalance> balances = locked(document, ordered);
        List<Outcome<RecordedEvent>> done = new ArrayList<>(found(told, unknown(document)));
        if (done.stream().anyMatch(found -> !found.violations().isEmpty())) {
            return all(done);
        }
        List<StockBalance> there = done.isEmpty() ? balances : locked(document, ordered);
        GoodsThere goods = new GoodsThere(
                there.stream()
                        .filter(balance -> isAt(balance, document.warehouse()))
                        .toList(),
                Position.at(
                        Place.location(document.warehouse(), told.warehouse().location())));
        List<Shipment.Line> left = document.lines().stream()
                .flatMap(line -> taken(goods, line).stream().map(part -> shipped(order, line, part)))
                .toList();
        done.add(movements.ship(new Shipment(
                told.context(document.warehouse(), ""),
                shipments.numberOf(document),
                order.map(SalesOrder::number).or(document::about).orElse(""),
                document.customer(),
                left)));
        return all(done);
    }

    /** What may be one of several lots is taken from none of them: nobody knows from which. */
    private List<GoodsThere.Part> taken(GoodsThere goods, StockDocument.Line line) {
        return MeantLots.known(line)
                .map(lot -> goods.take(lot, line.container(), base(line)))
                .orElseGet(() -> List.of(goods.usual(line.container(), base(line))));
    }

    /** Records what they say they hold as a count that books nothing. */
    Outcome<List<EventId>> inventory(Told told) {
        StockDocument document = told.document();
        return all(List.of(counts.enter(new StockCount(
                told.context(document.warehouse(), ""),
                document.warehouse() + "/" + document.number(),
                document.lines().stream()
                        .map(line -> at(told, line, line.quantity()))
                        .toList()))));
    }

    private List<StockBalance> locked(StockDocument document, Set<ItemNumber> besides) {
        Set<ItemNumber> named = new LinkedHashSet<>(besides);
        document.lines().forEach(line -> named.add(line.item()));
        reservations.lockItems(named);
        return stock.lock(document.lines().stream()
                .flatMap(line -> MeantLots.known(line).stream())
                .filter(lot -> lots.find(lot).isPresent())
                .collect(Collectors.toSet()));
    }

    private Set<LotKey> unknown(StockDocument document) {
        return document.lines().stream()
                .flatMap(line -> MeantLots.known(line).stream())
                .filter(lot -> lots.find(lot).isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<Outcome<RecordedEvent>> found(Told told, Set<LotKey> unknown) {
        StockDocument document = told.document();
        List<LotQuantity> found = unknown.stream()
                .flatMap(lot -> FoundGoods.of(document, lot, this::base).stream())
                .map(goods -> at(told, goods, goods.quantity()))
                .toList();
        return found.isEmpty()
                ? List.of()
                : List.of(movements.count(new StockCount(
                        told.context(document.warehouse(), ":found"),
                        document.warehouse() + "/" + document.number(),
                        found)));
    }

    private static LotQuantity at(Told told, StockDocument.Line line, Quantity quantity) {
        return new LotQuantity(MeantLots.reference(line), place(told, line.condition()), line.container(), quantity);
    }

    private static LocationId place(Told told, GoodsCondition condition) {
        return condition == GoodsCondition.GOOD
                ? told.warehouse().location()
                : told.warehouse().damaged();
    }

    private static boolean isAt(StockBalance balance, SiteId site) {
        Place place = balance.position().place();
        return place.kind() == PlaceKind.LOCATION && place.site().equals(site);
    }

    private static Shipment.Line shipped(Optional<SalesOrder> order, StockDocument.Line line, GoodsThere.Part part) {
        List<SalesOrder.Line> lines = order.map(SalesOrder::lines).orElse(List.of());
        int number = line.orderLine().orElseGet(() -> lines.stream()
                .filter(ordered -> ordered.item().equals(line.item()))
                .findFirst()
                .or(() -> lines.stream().findFirst())
                .map(SalesOrder.Line::number)
                .orElse(1));
        return new Shipment.Line(
                number,
                new LotQuantity(
                        MeantLots.reference(line),
                        part.from().place().location(),
                        part.from().container(),
                        part.quantity()),
                line.container());
    }

    private Quantity base(StockDocument.Line line) {
        Item item = items.find(line.item()).orElseThrow();
        return Amounts.inBaseUnit(item, line.quantity()).orElseThrow();
    }

    private static Outcome<List<EventId>> all(List<Outcome<RecordedEvent>> done) {
        List<Violation> refused =
                done.stream().flatMap(one -> one.violations().stream()).toList();
        return refused.isEmpty()
                ? new Outcome.Done<>(done.stream()
                        .flatMap(one -> one.toOptional().stream())
                        .map(recorded -> recorded.event().id())
                        .toList())
                : new Outcome.Refused<>(refused);
    }
}
