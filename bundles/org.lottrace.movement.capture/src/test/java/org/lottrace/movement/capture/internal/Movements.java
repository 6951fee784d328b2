package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.allocation.fefo.internal.AllocationService;
import org.lottrace.allocation.fefo.internal.ReservationsService;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.Consumption;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.Production;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.Reversal;
import org.lottrace.api.movement.Reversed;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.lottrace.ledger.internal.EventTimesService;
import org.lottrace.ledger.internal.LedgerService;
import org.lottrace.ledger.internal.StockOnHandService;
import org.lottrace.lot.master.internal.LotCorrectionsService;
import org.lottrace.lot.master.internal.LotMasterService;
import org.lottrace.lot.master.internal.LotNumberingService;
import org.lottrace.persistence.testing.TestDatabase;
import org.lottrace.quality.internal.HoldsService;
import org.lottrace.quality.internal.LotUsabilityService;

/** The bakery with its real services on an empty database, and the words its people use. */
final class Movements {
    static final LotKey FLOUR_1 = new LotKey(MILL, FLOUR, new LotNumber("L1"));
    static final LotKey FLOUR_2 = new LotKey(MILL, FLOUR, new LotNumber("L2"));
    static final LocalDate NEXT_YEAR = LocalDate.of(2027, 1, 31);

    final TestDatabase database = TestDatabase.h2().withBakery();
    final UnitOfWork unitOfWork = database.unitOfWork();
    final LotMasterService lots =
            new LotMasterService(unitOfWork, database.lots(), database.items(), database.parties());
    final LedgerService ledger = new LedgerService(
            unitOfWork,
            database.ledger(),
            database.stock(),
            database.reservations(),
            database.dispositions(),
            database.lots(),
            database.items(),
            () -> {},
            Bakery.CLOCK);
    final MovementCaptureService capture = new MovementCaptureService(
            unitOfWork,
            ledger,
            EventTimesService.of(unitOfWork, database.sites(), database.stock(), database.ledger(), Bakery.CLOCK),
            lots,
            new LotNumberingService(unitOfWork, database.sequences()),
            new LotUsabilityService(unitOfWork, database.dispositions()),
            database.sequences(),
            database.sites(),
            database.items(),
            database.parties(),
            database.purchaseOrders(),
            database.salesOrders(),
            database.expectedReceipts(),
            new ReservationsService(unitOfWork, database.reservations()),
            database.stock(),
            new StockOnHandService(unitOfWork, database.stock()));
    final Reservations reservations = new ReservationsService(unitOfWork, database.reservations());
    final HoldsService holds = new HoldsService(
            unitOfWork,
            ledger,
            EventTimesService.of(unitOfWork, database.sites(), database.stock(), database.ledger(), Bakery.CLOCK),
            database.lots(),
            database.dispositions(),
            reservations);
    final LotCorrectionsService lotCorrections = new LotCorrectionsService(
            unitOfWork,
            ledger,
            database.ledger(),
            database.lots(),
            database.items(),
            EventTimesService.of(unitOfWork, database.sites(), database.stock(), database.ledger(), Bakery.CLOCK));
    final CorrectionsService corrections = new CorrectionsService(
            unitOfWork,
            ledger,
            EventTimesService.of(unitOfWork, database.sites(), database.stock(), database.ledger(), Bakery.CLOCK),
            database.ledger(),
            new StockOnHandService(unitOfWork, database.stock()),
            lotCorrections,
            database.expectedReceipts(),
            reservations,
            new AllocationService(
                    unitOfWork,
                    database.salesOrders(),
                    database.sites(),
                    database.parties(),
                    database.items(),
                    database.lots(),
                    new StockOnHandService(unitOfWork, database.stock()),
                    database.ledger(),
                    database.reservations(),
                    new LotUsabilityService(unitOfWork, database.dispositions()),
                    Bakery.CLOCK));
    final ExpectedReceiptsService expectedReceipts = new ExpectedReceiptsService(
            unitOfWork,
            database.expectedReceipts(),
            database.purchaseOrders(),
            database.sites(),
            database.items(),
            lots);
    final PurchaseOrdersService purchaseOrders = new PurchaseOrdersService(
            unitOfWork, database.purchaseOrders(), database.parties(), database.sites(), database.items(), lots);

    /** Order PO1 for flour, and notice N1 with {@code FLOUR_1} and {@code FLOUR_2}, 40 bags each. */
    Movements expectingFlour() {
        order();
        expect(aShipNotice("N1")
                .announcing("PO1", 1, FLOUR, "L1", "40 BG", Optional.of(NEXT_YEAR), Optional.empty())
                .announcing("PO1", 1, FLOUR, "L2", "40 BG", Optional.of(NEXT_YEAR), Optional.empty())
                .build());
        return this;
    }

    /** As {@link #expectingFlour}, and both lots, 1000 kilograms each, are on the shelf. */
    Movements withFlour() {
        return withFlourAt(Bakery.NOW.toString());
    }

    /** As {@link #withFlour}, received then. */
    Movements withFlourAt(String instant) {
        expectingFlour();
        recorded(capture.receive(new Receipt(aContext("stock").at(instant).request(), notice("N1"), SHELF, List.of())));
        return this;
    }

    void order() {
        assertEquals(
                List.of(),
                purchaseOrders.save(List.of(aPurchaseOrder("PO1")
                        .ordering(FLOUR, "80 BG", "12.50")
                        .ordering(Bakery.SALT, "100 KGM", "0.30")
                        .build())));
    }

    void expect(ShipNotice notice) {
        assertEquals(List.of(), expectedReceipts.expect(notice));
    }

    Outcome<RecordedEvent> receive(String id, String notice, Receipt.Line... lines) {
        return capture.receive(new Receipt(aContext(id).request(), notice(notice), DOCK, List.of(lines)));
    }

    Outcome<RecordedEvent> consume(String id, String order, LotQuantity... goods) {
        return capture.consume(new Consumption(aContext(id).request(), order, List.of(goods)));
    }

    Outcome<RecordedEvent> produce(String id, String order, ItemNumber item, String quantity) {
        return produce(id, order, item, quantity, Optional.empty());
    }

    Outcome<RecordedEvent> produce(String id, String order, ItemNumber item, String quantity, Optional<String> number) {
        return capture.produce(new Production(
                aContext(id).request(),
                order,
                item,
                quantity(quantity),
                number.map(LotNumber::new),
                "",
                "",
                SHELF,
                Optional.empty()));
    }

    /** Moves goods within Berlin, then. */
    void move(String id, String instant, LocationId from, LocationId to, LotKey lot, String quantity) {
        recorded(capture.transfer(
                EventType.TRANSFER,
                new Transfer(
                        aContext(id).at(instant).request(),
                        Bakery.BERLIN,
                        to,
                        Optional.empty(),
                        List.of(on(from, lot, quantity)))));
    }

    /** Bread, 240 pieces on the shelf under that number, baked from 100 kilograms of {@code FLOUR_1}. */
    LotKey baked(String number) {
        return baked(number, Bakery.NOW.toString());
    }

    /** As {@link #baked}, then. */
    LotKey baked(String number, String instant) {
        String order = "P-" + number;
        recorded(capture.consume(new Consumption(
                aContext("mix-" + number).at(instant).request(), order, List.of(on(SHELF, FLOUR_1, "100 KGM")))));
        TraceEvent event = recorded(capture.produce(new Production(
                aContext("bake-" + number).at(instant).request(),
                order,
                BREAD,
                quantity("240 C62"),
                Optional.of(new LotNumber(number)),
                "",
                "",
                SHELF,
                Optional.empty())));
        return event.lines().get(event.lines().size() - 1).lot();
    }

    void ordered(SalesOrder order) {
        unitOfWork.run(() -> database.salesOrders().save(order));
    }

    void reserve(String order, int line, LotKey lot, LocationId location, String quantity) {
        unitOfWork.run(() -> database.reservations()
                .save(new Reservation(
                        new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, order), line),
                        lot,
                        Position.at(Bakery.in(location)),
                        quantity(quantity))));
    }

    /** What is reserved of the lot, as {@code place quantity}. */
    List<String> reserved(LotKey lot) {
        return unitOfWork.required(() -> database.reservations().ofLots(List.of(lot))).stream()
                .map(r -> r.position() + " " + r.quantity())
                .toList();
    }

    Outcome<RecordedEvent> ship(String id, String number, String order, Shipment.Line... lines) {
        return capture.ship(new Shipment(aContext(id).request(), number, order, List.of(lines)));
    }

    Outcome<Reversed> reverse(String id, String event) {
        return corrections.reverse(new Reversal(aContext(id).request(), new EventId(event), "typed wrong", false));
    }

    Outcome<Reversed> reverseAll(String id, String event) {
        return corrections.reverse(new Reversal(aContext(id).request(), new EventId(event), "typed wrong", true));
    }

    void hold(LotKey lot) {
        disposed(lot, Disposition.ON_HOLD);
    }

    void disposed(LotKey lot, Disposition disposition) {
        unitOfWork.run(() -> database.dispositions()
                .save(new LotDisposition(
                        lot, disposition, "test", aContext("hold").build().id())));
    }

    /** What there is of the lot, as {@code place quantity}. */
    List<String> stock(LotKey lot) {
        return unitOfWork.required(() -> database.stock().ofLots(List.of(lot))).stream()
                .map(balance -> balance.position() + " " + balance.quantity())
                .toList();
    }

    static LotQuantity on(LocationId location, LotKey lot, String quantity) {
        return on(location, LotReference.to(lot), quantity);
    }

    static LotQuantity on(LocationId location, LotReference lot, String quantity) {
        return new LotQuantity(lot, location, Optional.empty(), quantity(quantity));
    }

    static Receipt.Line came(String lot, String quantity) {
        return new Receipt.Line(LotReference.parse(lot), quantity(quantity), Optional.empty());
    }

    static Shipment.Line leaving(int orderLine, LotQuantity goods) {
        return new Shipment.Line(orderLine, goods, Optional.empty());
    }

    static ShipNoticeId notice(String number) {
        return new ShipNoticeId(MILL, number);
    }

    static TraceEvent recorded(Outcome<RecordedEvent> result) {
        return result.fold(known -> known.event(), violations -> {
            throw new AssertionError(violations.toString());
        });
    }

    /** The reasons as {@code CODE field}. */
    static List<String> refusals(Outcome<RecordedEvent> result) {
        return result.fold(known -> List.of(), Movements::codes);
    }

    static List<String> codes(List<Violation> violations) {
        return violations.stream().map(v -> v.code() + " " + v.path()).toList();
    }

    /** The lines of an event as {@code lot: from → to quantity}. */
    static List<String> lines(TraceEvent event) {
        return event.lines().stream()
                .map(line -> line.lot().number() + ": " + line.from() + " → " + line.to() + " " + line.quantity())
                .toList();
    }

    static Quantity of(String quantity) {
        return quantity(quantity);
    }
}
