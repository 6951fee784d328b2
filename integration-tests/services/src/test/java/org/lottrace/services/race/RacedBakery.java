package org.lottrace.services.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;
import static org.lottrace.api.fixture.RecallFixture.ANNA;
import static org.lottrace.api.fixture.RecallFixture.anOpening;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lottrace.api.account.store.AccountNumberStore;
import org.lottrace.api.account.store.AccountRuleStore;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.cost.store.CompanyBooksStore;
import org.lottrace.api.cost.store.CostStore;
import org.lottrace.api.cost.store.PeriodStore;
import org.lottrace.api.edi.store.InterchangeStore;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.DispositionStore;
import org.lottrace.api.event.store.FollowerStore;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.api.exceptioncase.store.ExceptionCaseStore;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.handover.store.JournalReceiverStore;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.lease.store.LeaseStore;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.lot.ShelfLifeStart;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.master.store.MasterStepStore;
import org.lottrace.api.movement.Consumption;
import org.lottrace.api.movement.Corrections;
import org.lottrace.api.movement.ExpectedReceipts;
import org.lottrace.api.movement.LotCorrection;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.Production;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.Reversal;
import org.lottrace.api.movement.Reversed;
import org.lottrace.api.movement.ShelfLifeBeginning;
import org.lottrace.api.movement.ShelfLives;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.movement.store.ExpectedReceiptStore;
import org.lottrace.api.movement.store.PurchaseOrderStore;
import org.lottrace.api.movement.store.UnitNestingStore;
import org.lottrace.api.order.PurchaseOrders;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.recall.NoteTopic;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.api.recall.RecallMode;
import org.lottrace.api.recall.ScopeCriteria;
import org.lottrace.api.recall.store.DrillStore;
import org.lottrace.api.recall.store.RecallStore;
import org.lottrace.api.right.store.LotRightStore;
import org.lottrace.api.transaction.NumberSequences;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.TestDatabase;

/**
 * The bakery with all its services on watched stores, and the words of its races. It runs on two nodes, each with a persistence unit of
 * its own on one database: what is raced with the first request is done on the other.
 */
final class RacedBakery implements AutoCloseable {
    static final Lot FLOUR_1 =
            aLot("L1").of(FLOUR).from(MILL).expiring("2099-12-31").build();
    static final Lot BREAD_1 = aLot("B1")
            .of(BREAD)
            .madeAt(BERLIN)
            .producedOn("2026-03-01")
            .expiring("2099-12-31")
            .build();

    static final LocalDate NEXT_YEAR = LocalDate.of(2027, 1, 31);
    static final ShipNoticeId N1 = new ShipNoticeId(MILL, "N1");

    final TestDatabase database;
    private TestCompany company;
    private TestCompany otherNode;
    private final List<Consumer<TestCompany>> told = new ArrayList<>();

    RacedBakery(Engine engine) {
        database = engine.emptied();
        start();
    }

    private void start() {
        company = onWatchedStores(database);
        otherNode = onWatchedStores(database.ofAnotherNode());
    }

    private static TestCompany onWatchedStores(TestDatabase database) {
        TestCompany watched = TestCompany.on(database)
                .with(Clock.class, Bakery.CLOCK)
                .with(UnitOfWork.class, Watched.unitOfWork(database.unitOfWork()));
        watch(watched, ItemStore.class, database.items());
        watch(watched, LotStore.class, database.lots());
        watch(watched, PartyStore.class, database.parties());
        watch(watched, NumberSequences.class, database.sequences());
        watch(watched, MasterStepStore.class, database.masterSteps());
        watch(watched, LotRightStore.class, database.lotRights());
        watch(watched, LedgerStore.class, database.ledger());
        watch(watched, FollowerStore.class, database.followers());
        watch(watched, LeaseStore.class, database.leases());
        watch(watched, StockStore.class, database.stock());
        watch(watched, DispositionStore.class, database.dispositions());
        watch(watched, ReservationStore.class, database.reservations());
        watch(watched, PurchaseOrderStore.class, database.purchaseOrders());
        watch(watched, SalesOrderStore.class, database.salesOrders());
        watch(watched, ExpectedReceiptStore.class, database.expectedReceipts());
        watch(watched, UnitNestingStore.class, database.unitNestings());
        watch(watched, CostStore.class, database.costs());
        watch(watched, PeriodStore.class, database.periods());
        watch(watched, CompanyBooksStore.class, database.companyBooks());
        watch(watched, JournalReceiverStore.class, database.journalReceivers());
        watch(watched, AccountRuleStore.class, database.accountRules());
        watch(watched, AccountNumberStore.class, database.accountNumbers());
        watch(watched, InterchangeStore.class, database.interchanges());
        watch(watched, RecallStore.class, database.recalls());
        watch(watched, ExceptionCaseStore.class, database.exceptionCases());
        watch(watched, DrillStore.class, database.drills());
        return watched;
    }

    private static <S> void watch(TestCompany company, Class<S> port, S store) {
        company.with(port, Watched.store(port, store));
    }

    RacedBakery configured(String pid, Map<String, Object> values) {
        return told(company -> company.configured(pid, values));
    }

    /** Puts it in the place of every service of that type. */
    <S> RacedBakery with(Class<S> type, S service) {
        return told(company -> company.with(type, service));
    }

    private RacedBakery told(Consumer<TestCompany> what) {
        told.add(what);
        what.accept(company);
        what.accept(otherNode);
        return this;
    }

    /** Starts anew on the same database: threads of services are those of the request that asks for them first. */
    RacedBakery restarted() {
        close();
        start();
        told.forEach(what -> {
            what.accept(company);
            what.accept(otherNode);
        });
        return this;
    }

    <S> S service(Class<S> type) {
        return node().service(type);
    }

    /** As {@link #service}, of what is no store and holds something all the same. */
    <S> S watched(Class<S> type) {
        return Watched.store(type, service(type));
    }

    <S> List<S> services(Class<S> type) {
        return node().services(type);
    }

    private TestCompany node() {
        return Request.isOnOtherNode() ? otherNode : company;
    }

    /** In one unit of work. */
    boolean inOne(Runnable work) {
        service(UnitOfWork.class).run(work);
        return true;
    }

    MovementCapture capture() {
        return service(MovementCapture.class);
    }

    Ledger ledger() {
        return service(Ledger.class);
    }

    /** So much of the lot came from the mill, and is on the shelf. */
    RacedBakery withStock(Lot lot, String quantity) {
        database.lots().insert(lot);
        done(ledger().append(anEvent("stock-" + lot.key().number(), RECEIVE)
                .moving(lot.key(), quantity, Place.party(MILL), Bakery.in(SHELF))
                .build()));
        return this;
    }

    RacedBakery withOrder(SalesOrder order) {
        assertEquals(List.of(), service(SalesOrders.class).save(List.of(order)));
        return this;
    }

    /** Order PO1 for flour, and notice N1 with 40 bags each of L1 and L2. */
    RacedBakery expectingFlour() {
        assertEquals(
                List.of(),
                service(PurchaseOrders.class)
                        .save(List.of(aPurchaseOrder("PO1")
                                .ordering(FLOUR, "80 BG", "12.50")
                                .build())));
        assertEquals(
                List.of(),
                service(ExpectedReceipts.class)
                        .expect(aShipNotice("N1")
                                .announcing("PO1", 1, FLOUR, "L1", "40 BG", Optional.of(NEXT_YEAR), Optional.empty())
                                .announcing("PO1", 1, FLOUR, "L2", "40 BG", Optional.of(NEXT_YEAR), Optional.empty())
                                .build()));
        return this;
    }

    /** Asked for: a report of more than was announced would be recorded. */
    Outcome<RecordedEvent> receive(String id, String lot, String quantity) {
        return capture()
                .receive(new Receipt(
                        aContext(id).requested().request(),
                        N1,
                        SHELF,
                        List.of(new Receipt.Line(LotReference.parse(lot), quantity(quantity), Optional.empty()))));
    }

    Outcome<RecordedEvent> move(EventType type, String id, Lot lot, String quantity, LocationId from, LocationId to) {
        return capture()
                .transfer(
                        type,
                        new Transfer(
                                aContext(id).request(),
                                BERLIN,
                                to,
                                Optional.empty(),
                                List.of(on(from, lot, quantity))));
    }

    /** So much of {@link #FLOUR_1} goes into order P1. */
    Outcome<RecordedEvent> consume(String id, String quantity) {
        return capture().consume(new Consumption(aContext(id).request(), "P1", List.of(on(SHELF, FLOUR_1, quantity))));
    }

    /** Everything that is reserved for SO1. */
    Outcome<RecordedEvent> ship(String id, String number) {
        return capture().ship(new Shipment(aContext(id).request(), number, "SO1", List.of()));
    }

    Outcome<Reversed> reverse(String id, String event) {
        return service(Corrections.class)
                .reverse(new Reversal(aContext(id).request(), new EventId(event), "typed wrong", false));
    }

    /** And what stands on it. */
    Outcome<Reversed> reverseAll(String id, String event) {
        return service(Corrections.class)
                .reverse(new Reversal(aContext(id).request(), new EventId(event), "typed wrong", true));
    }

    /** So much bread out of what order P1 has consumed. */
    Outcome<RecordedEvent> produce(String id, String quantity) {
        return capture()
                .produce(new Production(
                        aContext(id).request(),
                        "P1",
                        BREAD,
                        quantity(quantity),
                        Optional.empty(),
                        "",
                        "",
                        SHELF,
                        Optional.empty()));
    }

    Outcome<RecordedEvent> append(TraceEvent event) {
        return ledger().append(event);
    }

    Outcome<RecordedEvent> hold(Lot lot) {
        return service(Holds.class).hold(aContext("hold").request(), List.of(lot.key()), "smells");
    }

    /** Of {@link #FLOUR_1}. */
    Outcome<RecordedEvent> correct(String id, Optional<LocalDate> expiry, Optional<String> supplierLotNumber) {
        return service(LotCorrections.class)
                .correct(new LotCorrection(
                        aContext(id).request(),
                        FLOUR_1.key(),
                        Optional.empty(),
                        expiry,
                        supplierLotNumber,
                        Optional.empty(),
                        "typed wrong"));
    }

    /** Flour of {@link #FLOUR_1}, of which nobody has announced anything. */
    Outcome<RecordedEvent> comesWithItsDate(String id, LocalDate expiry) {
        return capture()
                .receive(new Receipt(
                        aContext(id).request(),
                        Optional.of(MILL),
                        Optional.empty(),
                        Optional.empty(),
                        SHELF,
                        List.of(new Receipt.Line(
                                LotReference.to(FLOUR_1.key()),
                                quantity("5 KGM"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(expiry),
                                false,
                                Optional.empty(),
                                Optional.empty(),
                                List.of()))));
    }

    /** @return the code when the event says that it was found; else nothing */
    String foundOf(String event, String code) {
        return ledger().find(new EventId(event)).orElseThrow().event().findings().stream()
                .filter(code::equals)
                .findFirst()
                .orElse("");
    }

    /** All of {@link #FLOUR_1}. */
    Outcome<RecordedEvent> opened(String id) {
        return service(ShelfLives.class)
                .begin(new ShelfLifeBeginning(
                        aContext(id).request(),
                        ShelfLifeStart.OPENING,
                        LotReference.to(FLOUR_1.key()),
                        Optional.empty()));
    }

    /** Names of what was recorded about the lot, once for each time. */
    List<String> attributes(Lot lot) {
        return service(LotCorrections.class).history(lot.key()).stream()
                .flatMap(recorded -> recorded.event().lotChanges().stream())
                .flatMap(change -> change.attributes().stream())
                .map(KeyDatum::name)
                .toList();
    }

    /** What is known of the lot, as {@code expiry supplier's number}. */
    String datesAndNumber(Lot lot) {
        Lot known = database.lots().find(lot.key()).orElseThrow();
        return known.expiry().orElseThrow() + " " + known.supplierLotNumber().orElse("");
    }

    /** Of the lot alone, and of what is made of it. */
    Outcome<RecallCase> recall(String id, Lot lot) {
        return service(RecallCases.class)
                .open(ANNA, aContext(id).request(), anOpening(RecallMode.REAL), ScopeCriteria.of(List.of(lot.key())));
    }

    Outcome<RecallCase> noted(RecallCaseId id, String text) {
        return service(RecallCases.class).note(ANNA, id, NoteTopic.OTHER, "", text);
    }

    /** What is reserved of the lot, as {@code place quantity}. */
    List<String> reserved(Lot lot) {
        return database.reservations().ofLots(List.of(lot.key())).stream()
                .map(reservation -> reservation.position() + " " + reservation.quantity())
                .toList();
    }

    /** What there is of the lot, as {@code place quantity}. */
    List<String> stock(Lot lot) {
        return database.stock().ofLots(List.of(lot.key())).stream()
                .map(balance -> balance.position() + " " + balance.quantity())
                .toList();
    }

    /** The types of the events that happened to the lot, in the order of the ledger. */
    List<String> history(Lot lot) {
        return database.ledger().eventsOf(List.of(lot.key()), 0, 100).stream()
                .map(recorded -> recorded.event().type().toString())
                .toList();
    }

    static LotQuantity on(LocationId location, Lot lot, String quantity) {
        return new LotQuantity(LotReference.to(lot.key()), location, Optional.empty(), quantity(quantity));
    }

    static boolean isDone(Outcome<?> outcome) {
        return outcome instanceof Outcome.Done;
    }

    @Override
    public void close() {
        otherNode.close();
        company.close();
    }
}
