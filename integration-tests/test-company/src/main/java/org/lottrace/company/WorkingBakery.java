package org.lottrace.company;

import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.Dispositions;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.Arrival;
import org.lottrace.api.movement.Consumption;
import org.lottrace.api.movement.Corrections;
import org.lottrace.api.movement.ExpectedReceipts;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.Production;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.Reversal;
import org.lottrace.api.movement.Reversed;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.order.PurchaseOrders;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.lottrace.persistence.testing.TestDatabase;

/**
 * The bakery with its real services on an empty database, and the words its people use. A test needs the bundles with the
 * services that it uses on its class path: of {@link #withFlour} and what follows those of movement.capture and of all that
 * it needs.
 *
 * <p>Over 250 lines, because it is a vocabulary: one short method for each thing people do or look at, and no rule.
 */
public final class WorkingBakery {
    public static final LotKey FLOUR_1 = new LotKey(MILL, FLOUR, new LotNumber("L1"));
    public static final LotKey FLOUR_2 = new LotKey(MILL, FLOUR, new LotNumber("L2"));
    public static final LocalDate NEXT_YEAR = LocalDate.of(2027, 1, 31);

    private final TestCompany company;

    public WorkingBakery() {
        this(TestCompany.on(TestDatabase.h2().withBakery()).with(Clock.class, Bakery.CLOCK));
    }

    /** @param company with the parties, items and sites of the {@link Bakery} */
    public WorkingBakery(TestCompany company) {
        this.company = company;
    }

    public TestCompany company() {
        return company;
    }

    public TestDatabase database() {
        return company.database();
    }

    public UnitOfWork unitOfWork() {
        return company.database().unitOfWork();
    }

    public LotMaster lots() {
        return company.service(LotMaster.class);
    }

    public Ledger ledger() {
        return company.service(Ledger.class);
    }

    public MovementCapture capture() {
        return company.service(MovementCapture.class);
    }

    public Corrections corrections() {
        return company.service(Corrections.class);
    }

    public LotCorrections lotCorrections() {
        return company.service(LotCorrections.class);
    }

    public Holds holds() {
        return company.service(Holds.class);
    }

    public ExpectedReceipts expectedReceipts() {
        return company.service(ExpectedReceipts.class);
    }

    public PurchaseOrders purchaseOrders() {
        return company.service(PurchaseOrders.class);
    }

    /** Order PO1 for flour, and notice N1 with {@code FLOUR_1} and {@code FLOUR_2}, 40 bags each. */
    public WorkingBakery expectingFlour() {
        order();
        expect(aShipNotice("N1")
                .announcing("PO1", 1, FLOUR, "L1", "40 BG", Optional.of(NEXT_YEAR), Optional.empty())
                .announcing("PO1", 1, FLOUR, "L2", "40 BG", Optional.of(NEXT_YEAR), Optional.empty())
                .build());
        return this;
    }

    /** As {@link #expectingFlour}, and both lots, 1000 kilograms each, are on the shelf. */
    public WorkingBakery withFlour() {
        return withFlourAt(Bakery.NOW.toString());
    }

    /** As {@link #withFlour}, received then. */
    public WorkingBakery withFlourAt(String instant) {
        expectingFlour();
        recorded(capture()
                .receive(new Receipt(aContext("stock").at(instant).request(), notice("N1"), SHELF, List.of())));
        return this;
    }

    public void order() {
        agreed(purchaseOrders()
                .save(List.of(aPurchaseOrder("PO1")
                        .ordering(FLOUR, "80 BG", "12.50")
                        .ordering(Bakery.SALT, "100 KGM", "0.30")
                        .build())));
    }

    public void expect(ShipNotice notice) {
        agreed(expectedReceipts().expect(notice));
    }

    public Outcome<RecordedEvent> receive(String id, String notice, Receipt.Line... lines) {
        return capture().receive(new Receipt(aContext(id).request(), notice(notice), DOCK, List.of(lines)));
    }

    public Outcome<RecordedEvent> consume(String id, String order, LotQuantity... goods) {
        return capture().consume(new Consumption(aContext(id).request(), order, List.of(goods)));
    }

    public Outcome<RecordedEvent> produce(String id, String order, ItemNumber item, String quantity) {
        return produce(id, order, item, quantity, Optional.empty());
    }

    public Outcome<RecordedEvent> produce(
            String id, String order, ItemNumber item, String quantity, Optional<String> number) {
        return capture()
                .produce(new Production(
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
    public void move(String id, String instant, LocationId from, LocationId to, LotKey lot, String quantity) {
        recorded(capture()
                .transfer(
                        EventType.TRANSFER,
                        new Transfer(
                                aContext(id).at(instant).request(),
                                Bakery.BERLIN,
                                to,
                                Optional.empty(),
                                List.of(on(from, lot, quantity)))));
    }

    /** Bread, 240 pieces on the shelf under that number, baked from 100 kilograms of {@code FLOUR_1}. */
    public LotKey baked(String number) {
        return baked(number, Bakery.NOW.toString());
    }

    /** As {@link #baked}, then. */
    public LotKey baked(String number, String instant) {
        String order = "P-" + number;
        recorded(capture()
                .consume(new Consumption(
                        aContext("mix-" + number).at(instant).request(),
                        order,
                        List.of(on(SHELF, FLOUR_1, "100 KGM")))));
        TraceEvent event = recorded(capture()
                .produce(new Production(
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

    public void ordered(SalesOrder order) {
        unitOfWork().run(() -> database().salesOrders().save(order));
    }

    public void reserve(String order, int line, LotKey lot, LocationId location, String quantity) {
        unitOfWork().run(() -> database()
                .reservations()
                .save(new Reservation(
                        new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, order), line),
                        lot,
                        Position.at(Bakery.in(location)),
                        quantity(quantity))));
    }

    /** What is reserved of the lot, as {@code place quantity}. */
    public List<String> reserved(LotKey lot) {
        return unitOfWork().required(() -> database().reservations().ofLots(List.of(lot))).stream()
                .map(r -> r.position() + " " + r.quantity())
                .toList();
    }

    public Outcome<RecordedEvent> ship(String id, String number, String order, Shipment.Line... lines) {
        return capture().ship(new Shipment(aContext(id).request(), number, order, List.of(lines)));
    }

    public Outcome<Reversed> reverse(String id, String event) {
        return corrections().reverse(new Reversal(aContext(id).request(), new EventId(event), "typed wrong", false));
    }

    public Outcome<Reversed> reverseAll(String id, String event) {
        return corrections().reverse(new Reversal(aContext(id).request(), new EventId(event), "typed wrong", true));
    }

    public void hold(LotKey lot) {
        disposed(lot, Disposition.ON_HOLD);
    }

    public void disposed(LotKey lot, Disposition disposition) {
        unitOfWork().run(() -> database()
                .dispositions()
                .save(List.of(Dispositions.of(
                        lot, disposition, "test", aContext("hold").build().id()))));
    }

    /** What there is of the lot, as {@code place quantity}. */
    public List<String> stock(LotKey lot) {
        return unitOfWork().required(() -> database().stock().ofLots(List.of(lot))).stream()
                .map(balance -> balance.position() + " " + balance.quantity())
                .toList();
    }

    public static LotQuantity on(LocationId location, LotKey lot, String quantity) {
        return on(location, LotReference.to(lot), quantity);
    }

    public static LotQuantity on(LocationId location, LotReference lot, String quantity) {
        return new LotQuantity(lot, location, Optional.empty(), quantity(quantity));
    }

    public static Receipt.Line came(String lot, String quantity) {
        return new Receipt.Line(LotReference.parse(lot), quantity(quantity), Optional.empty());
    }

    /** As {@link #came}, from another own site. */
    public static Arrival.Line arrived(String lot, String quantity) {
        return new Arrival.Line(LotReference.parse(lot), quantity(quantity), Optional.empty());
    }

    public static Shipment.Line leaving(int orderLine, LotQuantity goods) {
        return new Shipment.Line(orderLine, goods, Optional.empty());
    }

    public static ShipNoticeId notice(String number) {
        return new ShipNoticeId(MILL, number);
    }

    public static TraceEvent recorded(Outcome<RecordedEvent> result) {
        return result.fold(known -> known.event(), violations -> {
            throw new AssertionError(violations.toString());
        });
    }

    /** The reasons as {@code CODE field}. */
    public static List<String> refusals(Outcome<RecordedEvent> result) {
        return result.fold(known -> List.of(), WorkingBakery::codes);
    }

    public static List<String> codes(List<Violation> violations) {
        return violations.stream().map(v -> v.code() + " " + v.path()).toList();
    }

    /** The lines of an event as {@code lot: from → to quantity}. */
    public static List<String> lines(TraceEvent event) {
        return event.lines().stream()
                .map(line -> line.lot().number() + ": " + line.from() + " → " + line.to() + " " + line.quantity())
                .toList();
    }

    private static void agreed(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new AssertionError(violations.toString());
        }
    }

    public static Quantity of(String quantity) {
        return quantity(quantity);
    }
}
