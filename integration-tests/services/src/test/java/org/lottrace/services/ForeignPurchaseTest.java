package org.lottrace.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostEntries;
import org.lottrace.api.cost.ExchangeRates;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.SupplierInvoice;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.LinePrice;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.movement.ExpectedReceipts;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.api.order.PurchaseOrders;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.api.violation.Violation;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.TestDatabase;

/** Flour is bought in dollars by a company that keeps its books in euros, through all services on each database. */
class ForeignPurchaseTest {
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

    @ParameterizedTest
    @EnumSource
    void what_is_ordered_in_dollars_is_received_and_owed_at_the_rate_of_each_day(On on) {
        company = TestCompany.on(on.database.get().withBakery()).with(Clock.class, Bakery.CLOCK);
        assertEquals(
                List.of("CURRENCY_NOT_FUNCTIONAL orders[1].lines[1].price"),
                order().stream()
                        .map(refused -> refused.code() + " " + refused.path())
                        .toList());

        rate("r1", "0.92");
        assertEquals(List.of(), order());
        RecordedEvent receipt = receive();
        assertEquals(
                List.of(new LinePrice.ExchangeRate("EUR", new BigDecimal("0.92"))),
                receipt.event().lines().stream()
                        .map(EventLine::price)
                        .flatMap(Optional::stream)
                        .map(LinePrice::rate)
                        .flatMap(Optional::stream)
                        .toList());

        rate("r2", "0.95");
        invoice();
        // 40 bags for 500.00 dollars were 460.00; 504.00 were asked, so 4.00 at 0.92 are the price and 504.00 at 0.03
        // the currency
        assertEquals(
                Map.of(
                        Account.INVENTORY, Money.parse("EUR 463.68"),
                        Account.EXCHANGE_DIFFERENCE, Money.parse("EUR 15.12"),
                        Account.ACCOUNTS_PAYABLE, Money.parse("EUR -478.80")),
                balances());
    }

    @ParameterizedTest
    @EnumSource
    void goods_that_come_when_no_rate_is_known_are_recorded_and_cost_what_is_invoiced(On on) {
        company = TestCompany.on(on.database.get().withBakery()).with(Clock.class, Bakery.CLOCK);
        company.database()
                .unitOfWork()
                .run(() -> company.database().purchaseOrders().save(ordered()));

        assertEquals(
                Set.of("RATE_MISSING"), receive().event().findings().stream().collect(Collectors.toSet()));
        rate("r2", "0.95");
        invoice();

        assertEquals(
                Map.of(
                        Account.INVENTORY, Money.parse("EUR 478.80"),
                        Account.ACCOUNTS_PAYABLE, Money.parse("EUR -478.80")),
                balances());
    }

    private List<Violation> order() {
        return company.service(PurchaseOrders.class).save(List.of(ordered()));
    }

    private static PurchaseOrder ordered() {
        PurchaseOrder euros =
                aPurchaseOrder("PO1").ordering(FLOUR, "80 BG", "12.50").build();
        PurchaseOrder.Line line = euros.lines().get(0);
        return new PurchaseOrder(
                euros.number(),
                euros.supplier(),
                euros.site(),
                List.of(new PurchaseOrder.Line(
                        line.number(),
                        line.item(),
                        line.quantity(),
                        new UnitPrice(new BigDecimal("12.50"), "USD", new UnitOfMeasure("BG")))));
    }

    private RecordedEvent receive() {
        ShipNotice notice = aShipNotice("N1")
                .announcing("PO1", 1, FLOUR, "L1", "40 BG", Optional.of(LocalDate.of(2027, 1, 31)), Optional.empty())
                .build();
        assertEquals(List.of(), company.service(ExpectedReceipts.class).expect(notice));
        return done(company.service(MovementCapture.class)
                .receive(new Receipt(aContext("receive").request(), notice.id(), SHELF, List.of())));
    }

    private void rate(String id, String factor) {
        done(company.service(CostEntries.class)
                .recordRates(new ExchangeRates(
                        aContext(id).request(),
                        "ECB",
                        List.of(new ExchangeRates.Rate(Bakery.TODAY, "USD", new BigDecimal(factor))))));
    }

    private void invoice() {
        done(company.service(CostEntries.class)
                .invoice(new SupplierInvoice(
                        aContext("invoice").request(),
                        "R-1",
                        MILL,
                        List.of(new SupplierInvoice.Line(
                                new OrderLineReference(new DocumentReference(DocumentType.PURCHASE_ORDER, "PO1"), 1),
                                quantity("40 BG"),
                                Money.parse("USD 504.00"))))));
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
