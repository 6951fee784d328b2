package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.COMPANY;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;
import static org.lottrace.cost.internal.Captured.consumed;
import static org.lottrace.cost.internal.Captured.produced;
import static org.lottrace.cost.internal.Captured.received;
import static org.lottrace.cost.internal.Captured.reversed;
import static org.lottrace.cost.internal.Captured.shipped;
import static org.lottrace.cost.internal.Goods.goods;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.BooksOpening;
import org.lottrace.api.cost.Companies;
import org.lottrace.api.cost.CostEntries;
import org.lottrace.api.cost.CostMethod;
import org.lottrace.api.cost.CostingStoppedException;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.cost.ExchangeRates;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.TransferPrices;
import org.lottrace.api.cost.WaitingCost;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.event.LedgerProjections;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.exceptioncase.ExceptionCase;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.PartyBuilder;
import org.lottrace.api.fixture.PurchaseOrderBuilder;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.Site;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.TestDatabase;

/** A cost event that cannot be booked stops only what depends on it. Berlin keeps its books in euros, Potsdam its own in dollars. */
class WaitingCostIT {
    private static final PartyId BAKERY_US = new PartyId("BAKERY-US");
    private static final LotKey FLOUR_LOT = aLot("F1").key();
    private static final LotKey OTHER_FLOUR = aLot("F2").key();
    private static final LotKey SALT_LOT = aLot("S1").of(SALT).key();
    private static final LotKey BREAD_LOT = aLot("B1").of(BREAD).key();

    private final TestDatabase database = TestDatabase.h2().withBakery();
    private final TestCompany company = TestCompany.on(database).with(Clock.class, Bakery.CLOCK);

    private WaitingCostIT twoCompanies() {
        database.unitOfWork().run(() -> database.parties()
                .save(PartyBuilder.aParty(BAKERY_US.value())
                        .as(PartyRole.COMPANY)
                        .build()));
        database.unitOfWork().run(() -> database.sites().save(potsdam()));
        Caller controller = new Caller("controller", Set.of(Role.CONTROLLER), Optional.empty());
        done(company.service(Companies.class).open(controller, new BooksOpening(BAKERY_US, "USD", "")));
        order(aPurchaseOrder("P1").ordering(FLOUR, "1000 KGM", "2.00"));
        order(aPurchaseOrder("P2").ordering(FLOUR, "1000 KGM", "3.00"));
        order(aPurchaseOrder("P3").ordering(SALT, "1000 KGM", "1.00"));
        return this;
    }

    /** What is wrong, which events wait for it, and what puts it right. */
    static Stream<Arguments> faults() {
        return Stream.of(
                fault(
                        "no transfer price is agreed",
                        List.of(toPotsdam("T1"), shipped("Q1", "SO1", goods(FLOUR_LOT, "1 KGM"))),
                        "T1 Q1",
                        it -> it.rate().price("2.50 EUR")),
                fault(
                        "the transfer price of item FLOUR is in EUR, but books are kept in USD",
                        List.of(toPotsdam("T1"), shipped("Q1", "SO1", goods(FLOUR_LOT, "1 KGM"))),
                        "T1 Q1",
                        it -> it.rate(),
                        it -> it.price("2.50 EUR")),
                fault(
                        "there is no PURCHASE_ORDER P9 line 1",
                        List.of(
                                received("N9", "P9", goods(FLOUR_LOT, "5 KGM")),
                                shipped("Q1", "SO1", goods(FLOUR_LOT, "1 KGM"))),
                        "N9 Q1",
                        it -> it.order(aPurchaseOrder("P9").ordering(FLOUR, "5 KGM", "2.20"))),
                fault(
                        "it moves goods within a company and between companies",
                        List.of(mixed(), shipped("Q1", "SO1", goods(FLOUR_LOT, "1 KGM"))),
                        "T1 Q1",
                        it -> it.record(reversed("R1", mixed()))),
                fault(
                        "the price of PURCHASE_ORDER P9 line 1 is in USD",
                        List.of(
                                received("N9", "P9", goods(FLOUR_LOT, "5 KGM")),
                                consumed("C1", "MO1", goods(FLOUR_LOT, "2 KGM")),
                                produced("M1", "MO1", goods(BREAD_LOT, "2 C62"), goods(FLOUR_LOT, "2 KGM")),
                                shipped("Q1", "SO1", goods(BREAD_LOT, "1 C62"))),
                        "N9 C1 M1 Q1",
                        it -> it.rate(),
                        it -> it.order(dollars())));
    }

    private static Arguments fault(
            String reason, List<TraceEvent> events, String waiting, Consumer<WaitingCostIT> remedy) {
        return fault(reason, events, waiting, remedy, it -> {});
    }

    private static Arguments fault(
            String reason,
            List<TraceEvent> events,
            String waiting,
            Consumer<WaitingCostIT> remedy,
            Consumer<WaitingCostIT> before) {
        return Arguments.of(reason, events, waiting, remedy, before);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void an_event_that_cannot_be_booked_stops_what_depends_on_it_and_nothing_else(
            String reason,
            List<TraceEvent> events,
            String waiting,
            Consumer<WaitingCostIT> remedy,
            Consumer<WaitingCostIT> before) {
        twoCompanies();
        before.accept(this);
        record(received("N1", "P1", goods(FLOUR_LOT, "100 KGM")));
        record(events.toArray(TraceEvent[]::new));
        record(
                received("N2", "P2", goods(OTHER_FLOUR, "10 KGM")),
                received("N3", "P3", goods(SALT_LOT, "10 KGM")),
                shipped("Q2", "SO1", goods(OTHER_FLOUR, "4 KGM")));

        assertEquals(waiting, waiting());
        assertEquals(costing().progress().head(), costing().progress().booked());
        assertTrue(
                costing().progress().problem().orElseThrow().contains(reason),
                costing().progress().toString());
        assertEquals(
                "EUR 18.00", costing().costOf(OTHER_FLOUR).orElseThrow().value().toString());
        assertEquals(
                "EUR 10.00", costing().costOf(SALT_LOT).orElseThrow().value().toString());
        assertEquals("EUR 12.00", costing().cogs("Q2").orElseThrow().total().toString());
        assertThrows(CostingStoppedException.class, () -> costing().costOf(FLOUR_LOT));
        assertEquals(List.of("ACCOUNTANT open"), cases());

        remedy.accept(this);

        assertEquals("", waiting());
        assertEquals(List.of("ACCOUNTANT closed"), cases());
        costing().costOf(FLOUR_LOT);
        assertNothingDiffers();
        assertRebuildsTheSame();
    }

    @Test
    void what_was_booked_out_of_its_turn_was_not_known_before() {
        twoCompanies().rate();
        record(
                received("N1", "P1", goods(FLOUR_LOT, "100 KGM")),
                toPotsdam("T1"),
                received("N3", "P3", goods(SALT_LOT, "10 KGM")));
        long before = journal().size();
        long position =
                database.unitOfWork().required(() -> database.ledger().head().position());

        price("2.50 EUR");
        record(received("N4", "P3", goods(SALT_LOT, "1 KGM")));

        assertEquals(List.of("N1", "N3", "T1", "T1", "N4"), events(journal()));
        assertEquals(
                before, database.unitOfWork().required(() -> database.costs().numberAt(position)));
        assertEquals(2L, in(Optional.empty(), () -> database.costs().numberAt(position)));
        assertEquals(3L, in(Optional.empty(), () -> database.costs().numberAt(position + 1)));
    }

    @Test
    void a_late_cost_that_goes_where_the_goods_went_waits_for_what_was_made_of_them() {
        twoCompanies();
        record(
                received("N1", "P1", goods(FLOUR_LOT, "10 KGM")),
                consumed("C1", "MO1", goods(FLOUR_LOT, "10 KGM")),
                produced("M1", "MO1", goods(BREAD_LOT, "10 C62"), goods(FLOUR_LOT, "10 KGM")),
                received("N9", "P9", goods(OTHER_FLOUR, "5 KGM")),
                shipped("Q1", "SO1", goods(OTHER_FLOUR, "1 KGM"), goods(BREAD_LOT, "4 C62")),
                Documents.invoice("I1", "P1", "10 KGM", "30.00", LateCost.Policy.CASCADE));
        assertEquals("N9 Q1 I1", waiting());

        order(aPurchaseOrder("P9").ordering(FLOUR, "5 KGM", "4.00"));

        assertEquals("", waiting());
        assertEquals("EUR 12.00", costing().cogs("Q1").orElseThrow().total().toString());
        assertEquals(
                "EUR 18.00", costing().costOf(BREAD_LOT).orElseThrow().value().toString());
        assertEquals(List.of("N1", "C1", "M1", "N9", "Q1", "I1"), events(journal()));
        assertEquals(
                List.of("MILL/FLOUR/F2 EUR 4.00", "MILL/BREAD/B1 EUR 8.00", "MILL/BREAD/B1 EUR 4.00"),
                journal().stream()
                        .flatMap(entry -> entry.lines().stream())
                        .filter(line -> line.account() == Account.COST_OF_GOODS_SOLD)
                        .map(line -> line.lot().orElseThrow() + " " + line.amount())
                        .toList());
        assertRebuildsTheSame();
    }

    @Test
    void at_weighted_average_the_other_lots_of_the_item_wait_too() {
        twoCompanies();
        record(
                Documents.method("M1", FLOUR, CostMethod.WEIGHTED_AVERAGE),
                received("N1", "P1", goods(FLOUR_LOT, "10 KGM")),
                received("N9", "P9", goods(OTHER_FLOUR, "10 KGM")),
                shipped("Q1", "SO1", goods(FLOUR_LOT, "4 KGM")),
                received("N3", "P3", goods(SALT_LOT, "10 KGM")));

        assertEquals("N9 Q1", waiting());
        assertThrows(CostingStoppedException.class, () -> costing().costOf(FLOUR_LOT));
        assertEquals(
                "EUR 10.00", costing().costOf(SALT_LOT).orElseThrow().value().toString());

        order(aPurchaseOrder("P9").ordering(FLOUR, "10 KGM", "4.00"));

        assertEquals("", waiting());
        assertEquals(
                "EUR 18.00", costing().costOf(FLOUR_LOT).orElseThrow().value().toString());
        assertEquals("EUR 12.00", costing().cogs("Q1").orElseThrow().total().toString());
        assertRebuildsTheSame();
    }

    @Test
    void a_price_that_helps_one_leaves_the_others_waiting() {
        twoCompanies().rate();
        record(
                received("N1", "P1", goods(FLOUR_LOT, "100 KGM")),
                received("N3", "P3", goods(SALT_LOT, "10 KGM")),
                toPotsdam("T1"),
                transfer("T2", SALT_LOT, "1 KGM"));
        assertEquals("T1 T2", waiting());

        price("2.50 EUR");

        assertEquals("T2", waiting());
        assertEquals(List.of("ACCOUNTANT closed", "ACCOUNTANT open"), cases());
        WaitingCost left = costing().waiting(0, 10).get(0);
        assertEquals(5, left.position());
        assertEquals(TODAY, left.day());
        assertEquals(Optional.empty(), left.behind());
        assertTrue(left.reason().contains("record one that counts from then or earlier"), left.reason());
        assertRebuildsTheSame();
        assertEquals("T2", waiting());
    }

    private static TraceEvent toPotsdam(String id) {
        return transfer(id, FLOUR_LOT, "40 KGM");
    }

    private static TraceEvent transfer(String id, LotKey lot, String quantity) {
        return anEvent(id, EventType.TRANSFER)
                .of(DocumentType.TRANSFER_ORDER, id)
                .moving(lot, quantity, Bakery.in(SHELF), Place.location(POTSDAM, SHELF))
                .build();
    }

    private static TraceEvent mixed() {
        return anEvent("T1", EventType.TRANSFER)
                .of(DocumentType.TRANSFER_ORDER, "T1")
                .moving(FLOUR_LOT, "4 KGM", Bakery.in(SHELF), Place.location(POTSDAM, SHELF))
                .moving(FLOUR_LOT, "4 KGM", Bakery.in(SHELF), Bakery.in(Bakery.PICK_FACE))
                .build();
    }

    private LotCosting costing() {
        return company.service(LotCosting.class);
    }

    private String waiting() {
        return String.join(
                " ",
                costing().waiting(0, 100).stream()
                        .map(row -> row.event().value())
                        .toList());
    }

    private List<String> cases() {
        return database
                .unitOfWork()
                .required(() -> database.ledger().after(0, 100).stream()
                        .flatMap(event ->
                                database.exceptionCases().ofEvent(event.event().id()).stream())
                        .toList())
                .stream()
                .filter(one -> one.code().equals(LotCosting.COST_WAITING))
                .map((ExceptionCase one) -> one.owner() + (one.isOpen() ? " open" : " closed"))
                .sorted()
                .toList();
    }

    private List<JournalEntry> journal() {
        return CurrentBooks.ofAll(() -> costing().journal(0, 1_000));
    }

    private static List<String> events(List<JournalEntry> entries) {
        return entries.stream().map(entry -> entry.event().value()).toList();
    }

    private void assertRebuildsTheSame() {
        List<JournalEntry> before = journal();
        assertEquals(List.of(), company.service(LedgerFollowers.class).rebuild("cost"));
        for (int look = 0; costing().progress().booked() < costing().progress().head(); look++) {
            assertTrue(look < 6_000, "the rebuild does not come to its end");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        assertEquals(before, journal());
    }

    private void assertNothingDiffers() {
        assertTrue(company.service(LedgerProjections.class).rebuild("stock") instanceof Outcome.Done);
        assertEquals(List.of(), new ArrayList<>(database.unitOfWork().required(() -> company.database()
                .seals()
                .notDerived(100))));
    }

    private static Site potsdam() {
        Site site = Bakery.sites().stream()
                .filter(one -> one.id().equals(POTSDAM))
                .findFirst()
                .orElseThrow();
        return new Site(
                site.id(),
                BAKERY_US,
                site.name(),
                site.gln(),
                site.zone(),
                site.productionDayStart(),
                site.lotNumberTemplate(),
                site.locations());
    }

    private WaitingCostIT rate() {
        done(company.service(CostEntries.class)
                .recordRates(new ExchangeRates(
                        aContext("rate").in(BERLIN).request(),
                        "ECB",
                        List.of(new ExchangeRates.Rate(TODAY, "USD", new BigDecimal("0.80"))))));
        return this;
    }

    private WaitingCostIT price(String price) {
        String[] words = price.split(" ");
        done(company.service(CostEntries.class)
                .recordTransferPrices(new TransferPrices(
                        aContext("price").in(BERLIN).request(),
                        COMPANY,
                        BAKERY_US,
                        List.of(new TransferPrices.Agreed(
                                FLOUR,
                                new UnitPrice(new BigDecimal(words[0]), words[1], new UnitOfMeasure("KGM")),
                                LocalDate.of(2020, 1, 1))))));
        return this;
    }

    private static void done(Outcome<?> outcome) {
        assertTrue(outcome instanceof Outcome.Done, outcome.toString());
    }

    private void order(PurchaseOrderBuilder order) {
        order(order.build());
    }

    private void order(PurchaseOrder order) {
        database.unitOfWork().run(() -> database.purchaseOrders().save(order));
    }

    private static PurchaseOrder dollars() {
        PurchaseOrder template = aPurchaseOrder("P9").build();
        UnitPrice price = new UnitPrice(new BigDecimal("2.20"), "USD", new UnitOfMeasure("KGM"));
        return new PurchaseOrder(
                "P9",
                template.supplier(),
                template.site(),
                List.of(new PurchaseOrder.Line(1, FLOUR, Quantity.of("5", "KGM"), price)));
    }

    private void record(TraceEvent... events) {
        for (TraceEvent event : events) {
            database.unitOfWork().run(() -> append(event));
        }
    }

    private void append(TraceEvent event) {
        event.lines().stream().map(EventLine::lot).distinct().forEach(lot -> {
            if (database.lots().find(lot).isEmpty()) {
                database.lots()
                        .insert(new Lot(lot, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
            }
        });
        long position = database.ledger().lockHead().position() + 1;
        database.ledger().append(new RecordedEvent(event, position, Bakery.NOW, String.format("%064x", position)));
    }

    private static <T> T in(Optional<PartyId> books, Supplier<T> work) {
        return CurrentBooks.of(books, work);
    }
}
