package org.lottrace.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.cost.AbsorbedCost;
import org.lottrace.api.cost.AllocationKey;
import org.lottrace.api.cost.CogsElements;
import org.lottrace.api.cost.CostElement;
import org.lottrace.api.cost.CostEntries;
import org.lottrace.api.cost.CostHistory;
import org.lottrace.api.cost.ElementAmount;
import org.lottrace.api.cost.LandedCost;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.LotElements;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.Consumption;
import org.lottrace.api.movement.ExpectedReceipts;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.Production;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.order.PurchaseOrders;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.TestDatabase;

/** Goods come, are made into others and go, through all services on each database. */
class ReceiptToShipmentTest {
    private static final LotKey FLOUR_1 = new LotKey(MILL, FLOUR, new LotNumber("L1"));
    private static final LotKey BREAD_1 = new LotKey(Bakery.COMPANY, BREAD, new LotNumber("B1"));

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
    void flour_becomes_bread_that_is_sold_at_what_the_flour_cost(On on) {
        company = TestCompany.on(on.database.get().withBakery()).with(Clock.class, Bakery.CLOCK);
        receive();
        bake();

        ship();

        assertEquals(
                "EUR 37.50",
                company.service(LotCosting.class)
                        .cogs("SH1")
                        .orElseThrow()
                        .total()
                        .toString());
        assertEquals(
                List.of(FLOUR_1, BREAD_1),
                company.service(Genealogy.class)
                        .trace(TraceRequest.of(Direction.FORWARD, FLOUR_1))
                        .lotKeys());
        assertEquals(
                List.of("60 C62"),
                company.service(StockOnHand.class).ofLot(BREAD_1).stream()
                        .map(balance -> balance.quantity().toString())
                        .toList());
    }

    /** Freight on the flour and the work of the oven are in 240 breads beside 50.00 of flour; three quarters of them are sold. */
    @ParameterizedTest
    @EnumSource
    void what_was_paid_for_is_told_apart_of_what_was_sold_and_what_is_left(On on) {
        company = TestCompany.on(on.database.get().withBakery()).with(Clock.class, Bakery.CLOCK);
        receive();
        done(company.service(CostEntries.class)
                .landed(new LandedCost(
                        aContext("freight").request(),
                        "F-1",
                        MARKET,
                        CostElement.FREIGHT,
                        AllocationKey.EQUAL,
                        Money.parse("EUR 125.00"),
                        List.of(new LandedCost.Target(FLOUR_1, BigDecimal.ZERO)))));
        mix();
        done(company.service(CostEntries.class)
                .absorb(new AbsorbedCost(
                        aContext("oven").request(), "A-1", "P1", CostElement.CONVERSION, Money.parse("EUR 24.00"))));
        takeOut();
        ship();

        CostHistory history = company.service(CostHistory.class);
        LotElements left = history.elements(BREAD_1).orElseThrow();
        CogsElements sold = history.cogsElements(Bakery.TODAY, Bakery.TODAY);

        assertEquals(List.of("12.50", "3.13", "0.00", "6.00", "0.00"), amounts(left.onStock()));
        assertEquals(List.of("37.50", "9.37", "0.00", "18.00", "0.00"), amounts(sold.elements()));
        assertEquals(Money.parse("EUR 64.87"), sold.account());
        assertEquals(
                List.of("0.00", "0.00", "0.00", "0.00", "0.00"),
                amounts(history.cogsElements(Bakery.TODAY.minusDays(9), Bakery.TODAY.minusDays(1))
                        .elements()));
        assertEquals(Optional.empty(), history.elements(new LotKey(MILL, FLOUR, new LotNumber("NONE"))));
    }

    private static List<String> amounts(List<ElementAmount> amounts) {
        return amounts.stream()
                .map(part -> part.amount().getAmount().toPlainString())
                .toList();
    }

    private void receive() {
        ShipNotice notice = aShipNotice("N1")
                .announcing("PO1", 1, FLOUR, "L1", "40 BG", Optional.of(LocalDate.of(2027, 1, 31)), Optional.empty())
                .build();
        assertEquals(
                List.of(),
                company.service(PurchaseOrders.class)
                        .save(List.of(aPurchaseOrder("PO1")
                                .ordering(FLOUR, "80 BG", "12.50")
                                .build())));
        assertEquals(List.of(), company.service(ExpectedReceipts.class).expect(notice));
        done(capture().receive(new Receipt(aContext("receive").request(), notice.id(), SHELF, List.of())));
    }

    private void bake() {
        mix();
        takeOut();
    }

    private void mix() {
        done(capture()
                .consume(new Consumption(
                        aContext("mix").request(),
                        "P1",
                        List.of(new LotQuantity(
                                LotReference.to(FLOUR_1), SHELF, Optional.empty(), quantity("100 KGM"))))));
    }

    private void takeOut() {
        done(capture()
                .produce(new Production(
                        aContext("bake").request(),
                        "P1",
                        BREAD,
                        quantity("240 C62"),
                        Optional.of(BREAD_1.number()),
                        "",
                        "",
                        SHELF,
                        Optional.empty())));
    }

    private void ship() {
        assertEquals(
                List.of(),
                company.service(SalesOrders.class)
                        .save(List.of(
                                aSalesOrder("SO1").ordering(BREAD, "180 C62").build())));
        company.service(Allocation.class).allocate("SO1");
        done(capture().ship(new Shipment(aContext("ship").request(), "SH1", "SO1", List.of())));
    }

    private MovementCapture capture() {
        return company.service(MovementCapture.class);
    }
}
