package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.event.DocumentType.PURCHASE_ORDER;
import static org.lottrace.api.event.DocumentType.SHIPMENT;
import static org.lottrace.api.event.DocumentType.SHIP_NOTICE;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;
import static org.lottrace.api.fixture.Reversals.reversalOf;
import static org.lottrace.cost.internal.Captured.consumed;
import static org.lottrace.cost.internal.Captured.disposed;
import static org.lottrace.cost.internal.Captured.found;
import static org.lottrace.cost.internal.Captured.produced;
import static org.lottrace.cost.internal.Captured.received;
import static org.lottrace.cost.internal.Captured.returned;
import static org.lottrace.cost.internal.Captured.shipped;
import static org.lottrace.cost.internal.Goods.goods;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CogsLine;
import org.lottrace.api.cost.CostMethod;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.CostingBehindException;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.CostingStoppedException;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.quantity.UnitPrice;

/** Costing as it runs, on the real stores. */
class LotCostingServiceIT {
    private final LotKey flour = aLot("L1").key();
    private final LotKey otherFlour = aLot("L2").key();
    private final LotKey salt = aLot("C1").of(SALT).key();
    private final LotKey bread = aLot("F1").of(BREAD).madeAt(BERLIN).key();
    private final BakeryBooks books = new BakeryBooks()
            .ordered("P1", FLOUR, "100 KGM", "2.1001")
            .ordered("P2", FLOUR, "50 KGM", "2.20")
            .ordered("P3", SALT, "1 KGM", "28.33");

    /**
     * The golden scenario, in steps LotTrace knows: freight is part of the order price, and conversion less by-product
     * is an ingredient of its own.
     */
    @Test
    void the_golden_scenario_is_right_to_the_cent() {
        LotCosting costing = goldenScenario().costing();

        assertEquals(
                List.of(
                        cost(flour, "60 KGM", "126.01"),
                        cost(otherFlour, "20 KGM", "44.00"),
                        cost(bread, "52 C62", "101.62")),
                costing.inventory(Optional.empty(), 100));
        assertEquals(euros("58.62"), costing.cogs("S1").orElseThrow().total());
        assertEquals(euros("54.71"), balance(costing, Account.COST_OF_GOODS_SOLD));
        assertEquals(euros("22.00"), balance(costing, Account.WRITE_OFF));
        assertEquals(euros("0.00"), balance(costing, Account.WORK_IN_PROCESS));
        assertEquals(euros("271.63"), balance(costing, Account.INVENTORY));
        assertEquals(euros("-348.34"), balance(costing, Account.GOODS_RECEIVED_NOT_INVOICED));
    }

    @Test
    void the_last_shipment_of_a_golden_lot_sweeps_its_cents() {
        LotKey bought = aLot("F2").of(BREAD).key();
        LotCosting costing = books.ordered("P4", BREAD, "52 C62", "1.75")
                .recorded(
                        received("N4", "P4", goods(bought, "52 C62")),
                        shipped("S2", "SO2", goods(bought, "17 C62")),
                        shipped("S3", "SO3", goods(bought, "17 C62")),
                        shipped("S4", "SO4", goods(bought, "18 C62")))
                .costing();

        assertEquals(euros("29.75"), costing.cogs("S2").orElseThrow().total());
        assertEquals(euros("29.75"), costing.cogs("S3").orElseThrow().total());
        assertEquals(euros("31.50"), costing.cogs("S4").orElseThrow().total());
        assertEquals(cost(bought, "0 C62", "0.00"), costing.costOf(bought).orElseThrow());
        assertEquals(List.of(), costing.inventory(Optional.empty(), 100));
    }

    @ParameterizedTest
    @CsvSource({
        "FLOUR, 4 BG,   12.50,   10 KGM,    5.00",
        "FLOUR, 100 KGM, 0.333,  1.5 KGM,   0.50",
        "BREAD, 9 CS,   1.00,    1 C62,     0.08",
        "BREAD, 9 CS,   1.00,    108 C62,   9.00",
        "SALT,  1 KGM,  0,       7 KGM,     0.00",
        "SALT,  1 KGM,  0.000001, 1 KGM,    0.00",
        "SALT,  1 KGM,  0.005,   1 KGM,     0.01"
    })
    void a_receipt_is_worth_its_order_price_rounded_once(
            String item, String orderedQuantity, String price, String receivedQuantity, String value) {
        LotKey lot = aLot("X").of(new ItemNumber(item)).key();

        LotCosting costing = books.ordered("P9", lot.item(), orderedQuantity, price)
                .recorded(received("N9", "P9", goods(lot, receivedQuantity)))
                .costing();

        assertEquals(euros(value), costing.costOf(lot).orElseThrow().value());
    }

    @Test
    void tells_the_cost_of_a_shipment_by_order_line_and_lot() {
        LotCosting costing = books.recorded(
                        received("N1", "P1", goods(flour, "10 KGM")),
                        received("N2", "P2", goods(otherFlour, "10 KGM")),
                        shipped(
                                "S1",
                                "SO1",
                                goods(otherFlour, "1 KGM"),
                                goods(flour, "1 KGM"),
                                goods(otherFlour, "2 KGM")))
                .costing();

        List<CogsLine> lines = costing.cogs("S1").orElseThrow().lines();
        assertEquals(
                List.of(flour, otherFlour), lines.stream().map(CogsLine::lot).toList());
        assertEquals(
                List.of(euros("2.10"), euros("6.60")),
                lines.stream().map(CogsLine::amount).toList());
        assertEquals(quantity("3 KGM"), lines.get(1).quantity());
        assertEquals(Optional.empty(), costing.cogs("S2"));
    }

    @Test
    void finds_the_entries_by_every_document_of_the_event() {
        LotCosting costing = goldenScenario().costing();

        assertEquals(List.of("N1"), eventsOf(costing.journal(new DocumentReference(PURCHASE_ORDER, "P1"))));
        assertEquals(List.of("N1"), eventsOf(costing.journal(new DocumentReference(SHIP_NOTICE, "N1"))));
        assertEquals(List.of("S1", "R1"), eventsOf(costing.journal(new DocumentReference(SHIPMENT, "S1"))));
    }

    /** odoo/odoo#262008, #39538: a day's books depend on the accounting date alone, never on what is left today. */
    @Test
    void the_journal_of_a_day_is_by_accounting_date_and_keeps_lots_that_are_used_up() {
        LotCosting costing = books.recorded(
                        on("2026-03-02", received("N1", "P1", goods(flour, "10 KGM"))),
                        on("2026-03-04", shipped("S1", "SO1", goods(flour, "10 KGM"))),
                        on("2026-03-01", received("N2", "P2", goods(otherFlour, "1 KGM"))))
                .costing();

        LocalDate second = LocalDate.parse("2026-03-02");
        assertEquals(List.of("N1"), eventsOf(costing.journal(second, second, 0, 10)));
        assertEquals(List.of("N2", "N1"), eventsOf(costing.journal(second.minusDays(1), second, 0, 10)));
    }

    /** frappe/erpnext#57762, idempiere/idempiere#3322: a late receipt changed other lots and what was already posted. */
    @Test
    void a_late_receipt_changes_no_entry_and_no_other_lot() {
        LotCosting costing = goldenScenario().costing();
        List<JournalEntry> before = everything(costing);
        LotCost breadBefore = costing.costOf(bread).orElseThrow();

        books.ordered("P9", FLOUR, "10 KGM", "99.00")
                .recorded(on("2026-01-01", received("N9", "P9", goods(flour, "10 KGM"))));

        assertEquals(before, everything(costing).subList(0, before.size()));
        assertEquals(breadBefore, costing.costOf(bread).orElseThrow());
        assertEquals(euros("1116.01"), costing.costOf(flour).orElseThrow().value());
    }

    @Test
    void a_repeated_call_books_nothing_twice() {
        LotCosting costing = goldenScenario().costing();
        assertEquals(9, costing.progress().booked());
        List<JournalEntry> once = everything(costing);

        assertEquals(9, costing.progress().booked());
        assertEquals(9, books.costingOfAnotherNode().progress().booked());

        assertEquals(once, everything(costing));
        assertEquals(8, once.size());
    }

    @Test
    void two_threads_that_catch_up_at_once_book_once() throws Exception {
        TraceEvent[] many = new TraceEvent[60];
        for (int i = 0; i < many.length; i++) {
            many[i] = received("N" + i, "P1", goods(flour, "1 KGM"));
        }
        books.recorded(many);
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Long>> booked =
                    List.of(threads.submit(() -> catchUp(together)), threads.submit(() -> catchUp(together)));
            for (Future<Long> future : booked) {
                assertEquals(60, future.get());
            }
        } finally {
            threads.shutdownNow();
        }

        List<JournalEntry> entries = everything(books.costing());
        assertEquals(60, entries.size());
        assertEquals(60, entries.get(59).number());
        assertEquals(
                euros("126.00"), books.costing().costOf(flour).orElseThrow().value());
    }

    @Test
    void a_replay_from_the_first_event_gives_the_identical_journal() {
        LotCosting costing = goldenScenario().costing();
        List<JournalEntry> journal = everything(costing);
        List<LotCost> inventory = costing.inventory(Optional.empty(), 100);

        books.forgetEverythingBooked();

        assertEquals(journal, everything(costing));
        assertEquals(inventory, costing.inventory(Optional.empty(), 100));
    }

    @Test
    void a_rebuild_gives_the_identical_journal() {
        LotCosting costing = goldenScenario().costing();
        List<JournalEntry> journal = everything(costing);
        List<LotCost> inventory = costing.inventory(Optional.empty(), 100);

        assertEquals(List.of(), books.followers().rebuild("cost"));
        for (int look = 0; costing.progress().problem().isPresent(); look++) {
            assertTrue(look < 6_000, "the rebuild does not come to its end");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }

        assertEquals(journal, everything(costing));
        assertEquals(inventory, costing.inventory(Optional.empty(), 100));
        assertEquals(new CostingProgress(9, 9, Optional.empty(), 0, Optional.of(TODAY)), costing.progress());
    }

    @Test
    void no_answer_is_given_before_a_rebuild_is_complete() {
        LotCosting costing = goldenScenario().costing();
        costing.inventory(Optional.empty(), 100);
        books.beingRebuilt(3, 9);

        String refusal = assertThrows(CostingBehindException.class, () -> costing.costOf(bread))
                .getMessage();

        assertEquals(
                "the books are being built again, booked 3 of 9 events:"
                        + " ask again when cost:progress says that all are booked",
                refusal);
        assertEquals(Optional.of(refusal), costing.progress().problem());
        assertEquals(3, costing.progress().booked());
        assertThrows(CostingBehindException.class, () -> costing.journal(TODAY, TODAY, 0, 10));
    }

    @Test
    void catches_up_over_many_batches() {
        TraceEvent[] many = new TraceEvent[80];
        for (int i = 0; i < many.length; i++) {
            many[i] = found("K" + i, flour, "1 KGM");
        }

        CostingProgress progress = books.recorded(many).costing().progress();

        assertEquals(new CostingProgress(80, 80, Optional.empty(), 0, Optional.of(TODAY)), progress);
    }

    @Test
    void an_event_that_cannot_be_booked_is_booked_when_the_reason_is_gone() {
        LotCosting costing = books.recorded(
                        received("N1", "P1", goods(flour, "10 KGM")),
                        received("N7", "P7", goods(otherFlour, "10 KGM")),
                        received("N8", "P1", goods(flour, "1 KGM")))
                .costing();

        CostingStoppedException stop = assertThrows(CostingStoppedException.class, () -> costing.costOf(otherFlour));

        assertEquals("N7", stop.event().value());
        assertEquals(2, stop.ledgerPosition());
        assertTrue(stop.getMessage().contains("event N7 at ledger position 2: there is no PURCHASE_ORDER P7 line 1"));
        assertEquals(
                new CostingProgress(3, 3, Optional.of(stop.getMessage()), 1, Optional.of(TODAY)), costing.progress());
        assertEquals(1, costing.inventory(Optional.empty(), 100).size());
        assertEquals(2, costing.journal(TODAY, TODAY, 0, 10).size());

        books.ordered("P7", FLOUR, "10 KGM", "3.00");

        assertEquals(euros("30.00"), costing.costOf(otherFlour).orElseThrow().value());
        assertEquals(euros("23.10"), costing.costOf(flour).orElseThrow().value());
        assertEquals(new CostingProgress(3, 3, Optional.empty(), 0, Optional.of(TODAY)), costing.progress());
    }

    @Test
    void an_event_that_cannot_be_booked_stops_only_what_is_about_its_lots_and_orders() {
        LotCosting costing = books.recorded(
                        received("N1", "P1", goods(flour, "10 KGM")),
                        shipped("S1", "SO1", goods(flour, "1 KGM")),
                        received("N7", "P7", goods(otherFlour, "5 KGM")),
                        received("N3", "P3", goods(salt, "1 KGM")))
                .costing();

        assertEquals(euros("18.90"), costing.costOf(flour).orElseThrow().value());
        assertEquals(1, costing.sourcesOf(flour).size());
        assertEquals(euros("2.10"), costing.cogs("S1").orElseThrow().total());
        assertEquals(
                1, costing.journal(new DocumentReference(PURCHASE_ORDER, "P1")).size());
        assertThrows(CostingStoppedException.class, () -> costing.costOf(otherFlour));
        assertTrue(costing.costOf(salt).isPresent());
        assertThrows(CostingStoppedException.class, () -> costing.journal(new DocumentReference(PURCHASE_ORDER, "P7")));

        books.recorded(shipped("S2", "SO1", goods(flour, "1 KGM")), shipped("S3", "SO1", goods(otherFlour, "1 KGM")));

        assertEquals(euros("16.80"), costing.costOf(flour).orElseThrow().value());
        assertEquals(euros("2.10"), costing.cogs("S2").orElseThrow().total());
        assertThrows(CostingStoppedException.class, () -> costing.cogs("S3"));
    }

    @Test
    void an_event_that_cannot_be_booked_stops_all_lots_of_an_item_at_weighted_average() {
        LotCosting costing = books.recorded(
                        Documents.method("M1", FLOUR, CostMethod.WEIGHTED_AVERAGE),
                        received("N1", "P1", goods(flour, "10 KGM")),
                        received("N7", "P7", goods(otherFlour, "5 KGM")))
                .costing();

        assertThrows(CostingStoppedException.class, () -> costing.costOf(flour));
        assertThrows(CostingStoppedException.class, () -> costing.sourcesOf(flour));

        books.ordered("P7", FLOUR, "10 KGM", "3.60");

        assertEquals(euros("26.00"), costing.costOf(flour).orElseThrow().value());
    }

    @ParameterizedTest
    @CsvSource({
        "USD, KGM, the price of PURCHASE_ORDER P9 line 1 is in USD but the books are kept in EUR",
        "EUR, LTR, the price of PURCHASE_ORDER P9 line 1 is per LTR but item FLOUR has no such unit"
    })
    void a_price_that_cannot_be_booked_names_event_and_order(String currency, String unit, String reason) {
        UnitPrice price = new UnitPrice(BigDecimal.ONE, currency, new UnitOfMeasure(unit));
        PurchaseOrder.Line line = new PurchaseOrder.Line(1, FLOUR, quantity("10 KGM"), price);
        PurchaseOrder template = aPurchaseOrder("P9").build();
        books.ordered(new PurchaseOrder("P9", template.supplier(), template.site(), List.of(line)))
                .recorded(received("N9", "P9", goods(flour, "10 KGM")));

        String message = books.costing().progress().problem().orElseThrow();

        assertTrue(message.replace(",", "").contains("event N9 at ledger position 1: " + reason), message);
        assertTrue(message.contains("send the "), message);
    }

    @Test
    void the_currency_cannot_be_changed_once_something_is_booked() throws InterruptedException {
        books.recorded(received("N1", "P1", goods(flour, "10 KGM"))).costing().progress();
        books.recorded(disposed("X1", flour, "1 KGM"));

        String message = books.costing(CurrencyUnit.USD).progress().problem().orElseThrow();

        assertTrue(message.contains("set it back to EUR"), message);
    }

    /** w21: 100 received by mistake, 10 came. */
    @Test
    void the_supplier_is_owed_what_came_after_a_wrong_receipt_is_reversed() {
        TraceEvent wrong = received("N1", "P2", goods(flour, "50 KGM"));

        LotCosting costing = books.recorded(wrong, reversalOf(wrong), received("N2", "P2", goods(flour, "5 KGM")))
                .costing();

        assertEquals(euros("-11.00"), balance(costing, Account.GOODS_RECEIVED_NOT_INVOICED));
        assertEquals(List.of(cost(flour, "5 KGM", "11.00")), costing.inventory(Optional.empty(), 100));
        assertEquals(euros("0.00"), balance(costing, Account.INVENTORY_ADJUSTMENT));
    }

    @Test
    void a_reversed_shipment_cost_nothing_and_both_entries_are_in_its_journal() {
        TraceEvent shipment = shipped("S1", "SO1", goods(flour, "30 KGM"));

        LotCosting costing = books.recorded(
                        received("N1", "P1", goods(flour, "100 KGM")), shipment, reversalOf(shipment))
                .costing();

        assertEquals(euros("0.00"), costing.cogs("S1").orElseThrow().total());
        assertEquals(List.of("S1", "undo-S1"), eventsOf(costing.journal(new DocumentReference(SHIPMENT, "S1"))));
    }

    private BakeryBooks goldenScenario() {
        return books.recorded(
                received("N1", "P1", goods(flour, "100 KGM")),
                received("N2", "P2", goods(otherFlour, "50 KGM")),
                received("N3", "P3", goods(salt, "1 KGM")),
                consumed("C1", "MO1", goods(flour, "40 KGM"), goods(otherFlour, "20 KGM"), goods(salt, "1 KGM")),
                produced(
                        "M1",
                        "MO1",
                        goods(bread, "80 C62"),
                        goods(flour, "40 KGM"),
                        goods(otherFlour, "20 KGM"),
                        goods(salt, "1 KGM")),
                shipped("S1", "SO1", goods(bread, "30 C62")),
                returned("R1", "S1", goods(bread, "2 C62")),
                disposed("X1", otherFlour, "10 KGM"),
                Captured.moved("T1", bread, "5 C62"));
    }

    private long catchUp(CyclicBarrier together) throws Exception {
        LotCosting costing = books.costingOfAnotherNode();
        together.await();
        return costing.progress().booked();
    }

    private static List<JournalEntry> everything(LotCosting costing) {
        return costing.journal(TODAY.minusYears(1), TODAY.plusYears(1), 0, 10_000).stream()
                .sorted(Comparator.comparingLong(JournalEntry::number))
                .toList();
    }

    private static Money balance(LotCosting costing, Account account) {
        return everything(costing).stream()
                .flatMap(entry -> entry.lines().stream())
                .filter(line -> line.account() == account)
                .map(JournalLine::amount)
                .reduce(euros("0.00"), Money::plus);
    }

    private static List<String> eventsOf(List<JournalEntry> entries) {
        return entries.stream().map(entry -> entry.event().value()).toList();
    }

    private static TraceEvent on(String accountingDate, TraceEvent event) {
        return new TraceEvent(
                aContext(event.id().value()).countingOn(accountingDate).build(),
                event.type(),
                event.documents(),
                event.corrects(),
                event.lines(),
                event.edges(),
                event.dispositionChanges());
    }

    private static LotCost cost(LotKey lot, String quantity, String value) {
        CostedQuantity onStock = new CostedQuantity(quantity(quantity), euros(value));
        return new LotCost(lot, onStock, onStock.minus(onStock));
    }

    private static Money euros(String amount) {
        return Money.parse("EUR " + amount);
    }
}
