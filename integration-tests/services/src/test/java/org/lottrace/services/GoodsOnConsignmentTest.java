package org.lottrace.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.on;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.ConsignedGoods;
import org.lottrace.api.cost.ConsignmentTakeOver;
import org.lottrace.api.cost.ConsignmentUse;
import org.lottrace.api.cost.Consignments;
import org.lottrace.api.cost.CostEntries;
import org.lottrace.api.cost.CostHistory;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.SupplierInvoice;
import org.lottrace.api.cost.UninvoicedReceipt;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.movement.SupplierReturn;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.seal.RecordSeals;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.persistence.testing.TestDatabase;

/** The mill's flour lies at the bakery and is owed when it is used, through all services on each database. */
class GoodsOnConsignmentTest {
    private static final OrderLineReference ORDER_LINE =
            new OrderLineReference(new DocumentReference(DocumentType.PURCHASE_ORDER, "PO1"), 1);

    private WorkingBakery bakery;
    private TestCompany company;

    enum On {
        H2(TestDatabase::h2),
        POSTGRESQL(TestDatabase::postgresql);

        private final Supplier<TestDatabase> database;

        On(Supplier<TestDatabase> database) {
            this.database = database;
        }
    }

    @AfterEach
    void end() {
        company.close();
    }

    /** 40 bags of 25 KGM at 12.50: 1000 KGM at 0.50. */
    private void begin(On on) {
        company = TestCompany.on(on.database.get().withBakery()).with(Clock.class, Bakery.CLOCK);
        bakery = new WorkingBakery(company);
        assertEquals(
                List.of(),
                bakery.purchaseOrders()
                        .save(List.of(aPurchaseOrder("PO1")
                                .consigning(FLOUR, "80 BG", "12.50")
                                .build())));
        bakery.expect(aShipNotice("N1")
                .announcing("PO1", 1, FLOUR, "L1", "40 BG", Optional.of(LocalDate.of(2027, 1, 31)), Optional.empty())
                .build());
        done(bakery.receive("receive", "N1"));
    }

    @ParameterizedTest
    @EnumSource
    void it_has_no_value_until_it_is_used_and_then_it_is_owed(On on) {
        begin(on);
        assertEquals(Map.of(), balances());
        assertEquals(List.of("1000 KGM EUR 500.00 of MILL"), here());
        assertEquals(List.of(), uninvoiced());

        done(bakery.consume("consume", "MO1", on(DOCK, FLOUR_1, "100 KGM")));
        done(bakery.produce("produce", "MO1", BREAD, "80 C62"));

        assertEquals(
                Map.of(
                        Account.INVENTORY, Money.parse("EUR 50.00"),
                        Account.GOODS_RECEIVED_NOT_INVOICED, Money.parse("EUR -50.00")),
                balances());
        assertEquals(List.of("900 KGM EUR 450.00 of MILL"), here());
        assertEquals(List.of("CONSUME 100 KGM EUR 50.00 of MILL"), used());
        assertEquals(List.of("EUR 50.00 of [100 KGM EUR 50.00]"), uninvoiced());
        rebuiltTheSame();
    }

    @ParameterizedTest
    @EnumSource
    void what_was_used_is_invoiced_and_what_goes_back_unused_is_not(On on) {
        begin(on);
        done(bakery.consume("consume", "MO1", on(DOCK, FLOUR_1, "100 KGM")));
        done(bakery.produce("produce", "MO1", BREAD, "80 C62"));
        done(company.service(CostEntries.class)
                .invoice(new SupplierInvoice(
                        aContext("invoice").request(),
                        "R-1",
                        MILL,
                        List.of(new SupplierInvoice.Line(ORDER_LINE, quantity("100 KGM"), Money.parse("EUR 50.00"))))));
        done(bakery.capture()
                .returnToSupplier(new SupplierReturn(
                        aContext("back").request(), MILL, "B-1", List.of(on(DOCK, FLOUR_1, "900 KGM")))));

        assertEquals(
                Map.of(
                        Account.INVENTORY, Money.parse("EUR 50.00"),
                        Account.ACCOUNTS_PAYABLE, Money.parse("EUR -50.00")),
                balances());
        assertEquals(List.of(), here());
        assertEquals(List.of(), uninvoiced());
        rebuiltTheSame();
    }

    @ParameterizedTest
    @EnumSource
    void a_reversed_use_is_owed_no_longer(On on) {
        begin(on);
        done(bakery.consume("consume", "MO1", on(DOCK, FLOUR_1, "100 KGM")));
        done(bakery.reverse("undo", "consume"));

        assertEquals(Map.of(), balances());
        assertEquals(List.of("1000 KGM EUR 500.00 of MILL"), here());
        assertEquals(List.of("CONSUME 100 KGM EUR 50.00 of MILL", "REVERSE -100 KGM EUR -50.00 of MILL"), used());
        assertEquals(List.of(), uninvoiced());
        rebuiltTheSame();
    }

    @ParameterizedTest
    @EnumSource
    void it_can_be_taken_over_before_it_is_used(On on) {
        begin(on);
        assertEquals(
                List.of("NOT_ON_CONSIGNMENT lines[1].quantity"),
                takeOver("too-much", "41 BG").fold(done -> List.of(), already -> List.of(), refused -> refused.stream()
                        .map(problem -> problem.code() + " " + problem.path())
                        .toList()));
        done(takeOver("take", "30 BG"));

        assertEquals(
                Map.of(
                        Account.INVENTORY, Money.parse("EUR 375.00"),
                        Account.GOODS_RECEIVED_NOT_INVOICED, Money.parse("EUR -375.00")),
                balances());
        assertEquals(List.of("250 KGM EUR 125.00 of MILL"), here());
        assertEquals(List.of("COST 750 KGM EUR 375.00 of MILL"), used());
        assertEquals(List.of("EUR 375.00 of [750 KGM EUR 375.00]"), uninvoiced());
        assertEquals(
                List.of(),
                company.service(Consignments.class).here(Optional.of(MARKET), 0, 10),
                "nothing belongs to another supplier");
        rebuiltTheSame();
    }

    private Outcome<RecordedEvent> takeOver(String id, String quantity) {
        return company.service(CostEntries.class)
                .takeOver(new ConsignmentTakeOver(
                        aContext(id).request(),
                        "T-1",
                        List.of(new ConsignmentTakeOver.Line(FLOUR_1, quantity(quantity)))));
    }

    private List<String> here() {
        return company.service(Consignments.class).here(Optional.of(MILL), 0, 10).stream()
                .map(GoodsOnConsignmentTest::text)
                .toList();
    }

    private static String text(ConsignedGoods goods) {
        assertEquals(Optional.of(ORDER_LINE), goods.orderLine());
        assertEquals(TODAY, goods.since());
        return goods.quantity() + " " + goods.value() + " of "
                + goods.supplier().orElseThrow().value();
    }

    private List<String> used() {
        return company.service(Consignments.class).used(TODAY, TODAY, Optional.empty(), 0, 10).stream()
                .map(GoodsOnConsignmentTest::text)
                .toList();
    }

    private static String text(ConsignmentUse use) {
        assertEquals(FLOUR_1, use.lot());
        return use.type() + " " + use.quantity() + " " + use.value() + " of "
                + use.supplier().orElseThrow().value();
    }

    private List<String> uninvoiced() {
        return company.service(CostHistory.class).uninvoiced(TODAY, 0, 10).stream()
                .map(GoodsOnConsignmentTest::text)
                .toList();
    }

    private static String text(UninvoicedReceipt receipt) {
        return receipt.amount() + " of "
                + receipt.lots().stream()
                        .map(part -> part.quantity() + " " + part.amount())
                        .toList();
    }

    /** The books say the same when they are built again, and no record was changed behind anybody's back. */
    private void rebuiltTheSame() {
        assertEquals(List.of(), company.service(RecordSeals.class).verify(100));
        List<JournalEntry> journal = company.service(LotCosting.class).journal(0, 100);
        List.of("journal_line", "journal_entry", "lot_cost", "follower")
                .forEach(table -> company.database().sql("delete from " + table));
        company.service(LedgerFollowers.class).catchUp("cost", Duration.ofSeconds(30));
        assertEquals(journal, company.service(LotCosting.class).journal(0, 100));
    }

    /** Accounts with a balance. */
    private Map<Account, Money> balances() {
        Map<Account, Money> balances = new TreeMap<>();
        for (JournalEntry entry : company.service(LotCosting.class).journal(0, 100)) {
            for (JournalLine line : entry.lines()) {
                balances.merge(line.account(), line.amount(), Money::plus);
            }
        }
        balances.values().removeIf(Money::isZero);
        return balances;
    }
}
