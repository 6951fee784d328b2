package org.lottrace.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;
import static org.lottrace.api.fixture.RecallFixture.ANNA;
import static org.lottrace.api.fixture.RecallFixture.anOpening;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.NEXT_YEAR;
import static org.lottrace.company.WorkingBakery.leaving;
import static org.lottrace.company.WorkingBakery.on;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.allocation.AllocationRules;
import org.lottrace.api.allocation.LotDemands;
import org.lottrace.api.allocation.Rotation;
import org.lottrace.api.allocation.RuleChange;
import org.lottrace.api.allocation.RuleScope;
import org.lottrace.api.allocation.RuleTerms;
import org.lottrace.api.allocation.WantedAttribute;
import org.lottrace.api.cost.AccountingPeriods;
import org.lottrace.api.cost.CloseCheck;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.PeriodLock;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.SalesOrderBuilder;
import org.lottrace.api.fixture.ShipNoticeBuilder;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.BatchCapture;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.order.PurchaseOrders;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.api.recall.RecallMode;
import org.lottrace.api.recall.ScopeCriteria;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.persistence.testing.SentStatement;
import org.lottrace.persistence.testing.SentStatements;
import org.lottrace.persistence.testing.TestDatabase;

/**
 * How many statements a use case sends in its one transaction, without its commit; the goals are 10 for a transfer, 25 for a receipt of ten
 * lots, 15 for a batch. More than here is a question asked twice. A batch is one, and may be cut in two where ids are taken.
 */
@ParameterizedClass
@EnumSource
class StatementCountTest {
    @Parameter
    Database on;

    private WorkingBakery bakery;
    private LotKey bread;

    enum Database {
        H2(TestDatabase::h2),
        POSTGRESQL(TestDatabase::postgresql);

        private final Supplier<TestDatabase> database;

        Database(Supplier<TestDatabase> database) {
            this.database = database;
        }

        TestDatabase empty() {
            return database.get();
        }
    }

    @BeforeEach
    void open() {
        bakery = new WorkingBakery(TestCompany.on(on.empty().withBakery()).with(Clock.class, Bakery.CLOCK)).withFlour();
        bread = bakery.baked("B1");
    }

    @AfterEach
    void close() {
        bakery.company().close();
    }

    @Test
    void a_ship_notice_of_fifty_lots() {
        ShipNoticeBuilder notice = aShipNotice("N50");
        IntStream.range(0, 50)
                .forEach(lot -> notice.announcing(
                        "PO1", 1, FLOUR, "M" + lot, "1 BG", Optional.of(NEXT_YEAR), Optional.empty()));

        assertSendsAtMost(13, 13, () -> bakery.expect(notice.build()));
    }

    @Test
    void a_transfer() {
        assertSendsAtMost(10, 4, () -> transfer("t1", on(SHELF, FLOUR_1, "10 KGM")));
    }

    @Test
    void a_receipt_of_ten_lots() {
        announce("N10", 10);

        assertSendsAtMost(25, 14, () -> done(bakery.receive("r10", "N10")));
    }

    @Test
    void a_receipt_of_a_hundred_lots() {
        announce("N100", 100);

        assertSendsAtMost(25, 14, () -> done(bakery.receive("r100", "N100")));
    }

    @Test
    void a_consumption() {
        assertSendsAtMost(18, 11, () -> done(bakery.consume("c1", "P9", on(SHELF, FLOUR_1, "10 KGM"))));
    }

    @Test
    void a_production() {
        done(bakery.consume("c1", "P9", on(SHELF, FLOUR_1, "10 KGM")));
        done(bakery.produce("p1", "P9", BREAD, "24 C62"));
        done(bakery.consume("c2", "P10", on(SHELF, FLOUR_1, "10 KGM")));

        assertSendsAtMost(28, 18, () -> done(bakery.produce("p2", "P10", BREAD, "24 C62")));
    }

    @Test
    void a_batch_of_a_hundred_transfers() {
        announce("N100", 100);
        done(bakery.receive("r100", "N100"));
        List<BatchCapture.Request<RecordedEvent>> transfers = IntStream.range(0, 100)
                .mapToObj(i -> transferOf(
                        "t" + i,
                        new LotQuantity(
                                LotReference.parse(FLOUR + "/M" + i),
                                DOCK,
                                Optional.empty(),
                                WorkingBakery.of("1 KGM"))))
                .toList();

        assertSendsAtMost(15, 10, () -> bakery.company()
                .service(BatchCapture.class)
                .captureEach(transfers)
                .forEach(outcome -> done(outcome)));
    }

    @Test
    void a_shipment_of_a_line() {
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "2 CS").build());
        done(bakery.company().service(Allocation.class).allocate("SO1"));

        assertSendsAtMost(25, 17, () -> done(bakery.ship("s1", "S1", "SO1", leaving(1, on(SHELF, bread, "24 C62")))));
    }

    @Test
    void a_shipment_of_ten_lines() {
        SalesOrderBuilder order = aSalesOrder("SO10");
        IntStream.range(0, 10).forEach(line -> order.ordering(BREAD, "1 CS"));
        bakery.ordered(order.build());
        done(bakery.company().service(Allocation.class).allocate("SO10"));
        Shipment.Line[] lines = IntStream.rangeClosed(1, 10)
                .mapToObj(line -> leaving(line, on(SHELF, bread, "12 C62")))
                .toArray(Shipment.Line[]::new);

        assertSendsAtMost(25, 17, () -> done(bakery.ship("s10", "S10", "SO10", lines)));
    }

    /** What is asked together travels together to PostgreSQL; H2, which lives in the same process, is asked one by one. */
    @Test
    void an_allocation_of_a_line() {
        bakery.company()
                .service(SalesOrders.class)
                .save(List.of(aSalesOrder("SO1").ordering(BREAD, "2 CS").build()));

        assertSendsAtMost(
                12, 4, () -> done(bakery.company().service(Allocation.class).allocate("SO1")));
    }

    /** Rules are read once for all; whether there are new ones is read with the order. */
    @Test
    void an_allocation_of_ten_lines_under_rules() {
        rule(RuleScope.EVERYTHING);
        rule(new RuleScope(Optional.of(BREAD), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        SalesOrderBuilder order = aSalesOrder("SO10");
        IntStream.range(0, 10).forEach(line -> order.ordering(BREAD, "1 CS"));
        bakery.company()
                .service(SalesOrders.class)
                .save(List.of(aSalesOrder("SO1").ordering(BREAD, "1 CS").build(), order.build()));
        done(bakery.company().service(Allocation.class).allocate("SO1"));

        assertSendsAtMost(
                12, 4, () -> done(bakery.company().service(Allocation.class).allocate("SO10")));
    }

    /** What rules ask of lots travels with the reservations to PostgreSQL; H2 is asked one by one. */
    @Test
    void an_allocation_of_a_line_with_every_rule() {
        LotDemands demands = new LotDemands(
                Optional.of(1),
                Optional.of(1),
                Optional.of(Quantity.of("-30", "CEL")),
                Optional.of(Quantity.of("30", "CEL")),
                List.of(new WantedAttribute(KeyDataElement.GRADE.word(), List.of())),
                List.of("NUTS"));
        rule(
                RuleScope.EVERYTHING,
                new RuleTerms(
                        Optional.of(Rotation.FIFO),
                        Optional.of(1),
                        Optional.of(1),
                        Optional.of(Bakery.TODAY),
                        Optional.of(1),
                        Optional.of(true),
                        Optional.of(1),
                        Optional.of(0),
                        Optional.of(5),
                        Optional.of(true),
                        Optional.of(true),
                        Optional.of(true),
                        Optional.of(new UnitOfMeasure("C62")),
                        Optional.of(KeyDataElement.COUNTRY_OF_ORIGIN.word()),
                        List.of(),
                        Optional.of(true),
                        Optional.of(demands),
                        Optional.of(true)));
        bakery.company()
                .service(SalesOrders.class)
                .save(List.of(
                        aSalesOrder("SO1").ordering(BREAD, "1 CS").build(),
                        aSalesOrder("SO2").ordering(BREAD, "1 CS").build()));
        done(bakery.company().service(Allocation.class).allocate("SO1"));

        assertSendsAtMost(
                15, 4, () -> done(bakery.company().service(Allocation.class).allocate("SO2")));
    }

    private void rule(RuleScope scope) {
        RuleTerms pickFacesFirst = new RuleTerms(
                Optional.empty(),
                Optional.of(1),
                Optional.empty(),
                Optional.empty(),
                Optional.of(1),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(true),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
        rule(scope, pickFacesFirst);
    }

    private void rule(RuleScope scope, RuleTerms terms) {
        done(bakery.company()
                .service(AllocationRules.class)
                .save(ANNA, new RuleChange(scope, Bakery.TODAY, terms, "test")));
    }

    /** What orders lose is kept among their decisions: one statement more for H2, and none where it travels with the reservations. */
    @Test
    void opening_a_recall_of_ten_lots() {
        LotKey flour = ManyLots.baked(bakery, 10);

        assertSendsAtMost(48, 41, () -> recall(flour));
    }

    @Test
    void opening_a_recall_of_a_hundred_lots() {
        LotKey flour = ManyLots.baked(bakery, 100);

        assertSendsAtMost(48, 41, () -> recall(flour));
    }

    /** February had no entry; what there is in March is looked at by one sum. Six short transactions, their commits counted, too. */
    @Test
    void a_close_of_an_empty_month() {
        bakery.company().service(LotCosting.class).progress();
        List<String> sent = SentStatements.of(() -> done(bakery.company()
                .service(AccountingPeriods.class)
                .lock(
                        new Caller("ben", Set.of(Role.ACCOUNTANT)),
                        new PeriodLock(
                                LocalDate.of(2026, 2, 28), EnumSet.allOf(CloseCheck.Kind.class), "all is known"))));
        int most = 80; // every question asks what waits to be booked, and a step is counted through the books of all
        // companies
        assertTrue(
                sent.size() <= most,
                () -> sent.size() + " statements instead of " + most + ":\n" + String.join("\n", sent));
    }

    /** Everybody who posts waits for whoever holds the head. */
    @Test
    void under_the_head_a_recall_of_a_hundred_lots_reads_no_more_than_one_of_ten() {
        assertEquals(rowsUnderTheHead(10), rowsUnderTheHead(100));
    }

    private int rowsUnderTheHead(int lots) {
        LotKey flour = ManyLots.baked(bakery, lots);
        List<SentStatement> sent = SentStatements.heard(() -> recall(flour));
        int head = IntStream.range(0, sent.size())
                .filter(i -> sent.get(i).sql().matches("(?s).*from ledger_head .* for (no key )?update.*"))
                .findFirst()
                .orElseThrow();
        for (String written : List.of("insert into event_disposition", "lot_disposition", "delete")) {
            assertTrue(
                    sent.subList(0, head).stream().anyMatch(one -> one.sql().contains(written)),
                    written + " comes before the head");
        }
        return sent.subList(head, sent.size()).stream()
                .mapToInt(SentStatement::rows)
                .sum();
    }

    private void recall(LotKey flour) {
        done(bakery.company()
                .service(RecallCases.class)
                .open(
                        ANNA,
                        aContext("open-" + flour.number()).request(),
                        anOpening(RecallMode.REAL),
                        ScopeCriteria.of(List.of(flour))));
    }

    /** Of an order of its own, so that nothing is wrong with it: a finding costs four statements more, however many there are. */
    private void announce(String number, int lots) {
        bakery.company()
                .service(PurchaseOrders.class)
                .save(List.of(aPurchaseOrder("PO-" + number)
                        .ordering(FLOUR, "1000 BG", "12.50")
                        .build()));
        ShipNoticeBuilder notice = aShipNotice(number);
        IntStream.range(0, lots)
                .forEach(lot -> notice.announcing(
                        "PO-" + number, 1, FLOUR, "M" + lot, "4 BG", Optional.of(NEXT_YEAR), Optional.empty()));
        bakery.expect(notice.build());
    }

    private void transfer(String id, LotQuantity goods) {
        done(transferOf(id, goods).capture().get());
    }

    private BatchCapture.Request<RecordedEvent> transferOf(String id, LotQuantity goods) {
        Transfer transfer = new Transfer(
                aContext(id)
                        .at("2026-03-02T08:00:01Z")
                        .request(), // what moved at the very moment is looked at once more
                BERLIN,
                goods.location().equals(DOCK) ? SHELF : DOCK,
                Optional.empty(),
                List.of(goods));
        return new BatchCapture.Request<>(
                Optional.of(transfer), () -> bakery.capture().transfer(EventType.TRANSFER, transfer));
    }

    /**
     * Statements are counted each by itself, also those that travel together.
     *
     * @param statements at most, on either database
     * @param trips to PostgreSQL at most; H2 lives in the same process and takes one statement at a time
     */
    private void assertSendsAtMost(int statements, int trips, Runnable useCase) {
        List<SentStatement> sent = SentStatements.heard(useCase);

        List<SentStatement> asked = sent.stream()
                .filter(one -> !one.sql().equals(SentStatements.COMMIT) && !takesIds(one.sql()))
                .toList();
        assertEquals(
                1,
                sent.stream()
                        .filter(one -> one.sql().equals(SentStatements.COMMIT))
                        .count(),
                "transactions");
        assertAtMost(statements, "statements", asked.stream().flatMap(one -> one.parts().stream()));
        if (on == Database.POSTGRESQL) {
            assertAtMost(trips, "round trips", asked.stream());
        }
    }

    private static void assertAtMost(int most, String what, Stream<SentStatement> sent) {
        List<String> all = sent.map(SentStatement::sql).toList();
        assertTrue(
                all.size() <= most,
                () -> all.size() + " " + what + " instead of " + most + ":\n" + String.join("\n", all));
    }

    /** Ids of rows are taken by fifties: sometimes one statement more. */
    private static boolean takesIds(String sql) {
        return sql.contains("surrogate_id");
    }
}
