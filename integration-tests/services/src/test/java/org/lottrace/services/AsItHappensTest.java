package org.lottrace.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.came;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.certificate.Certification;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.CustomerReturn;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.StockCount;
import org.lottrace.api.movement.SupplierReturn;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.api.text.TextForms;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.persistence.testing.TestDatabase;

/** What happens without anybody having told of it is in the book, in the books and in the orders, on each database. */
class AsItHappensTest {
    private static final LotKey SALT_7 = new LotKey(MILL, SALT, new LotNumber("S7"));

    private WorkingBakery bakery;

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
        bakery.company().close();
    }

    @ParameterizedTest
    @EnumSource
    void goods_that_nobody_announced_or_ordered_are_booked_and_sent_back(On on) {
        begin(on);
        recorded(receive("r1", came("SALT/S7", "100 KGM")));
        assertEquals("EUR 0.00 for 100 KGM", cost(SALT_7));

        recorded(receive("r2", priced("SALT/S7", "1:EUR/KGM")));
        assertEquals("EUR 100.00 for 200 KGM", cost(SALT_7));

        recorded(bakery.capture()
                .returnToSupplier(new SupplierReturn(
                        aContext("v1").request(), MILL, "RV-1", List.of(on(SHELF, SALT_7, "180 KGM")))));
        assertEquals("EUR 10.00 for 20 KGM", cost(SALT_7));
        assertEquals(
                List.of("GOODS_RECEIVED_NOT_INVOICED EUR 90.00", "INVENTORY EUR -90.00"),
                bakery
                        .company()
                        .service(LotCosting.class)
                        .journal(new DocumentReference(DocumentType.RETURN_ORDER, "RV-1"))
                        .stream()
                        .flatMap(entry -> entry.lines().stream())
                        .map(line -> line.account() + " " + line.amount())
                        .toList());
        assertComplete(SALT_7);
    }

    @ParameterizedTest
    @EnumSource
    void a_count_below_what_is_reserved_leaves_the_order_short_by_what_is_missing(On on) {
        begin(on).withFlour();
        assertEquals(
                List.of(),
                bakery.company()
                        .service(SalesOrders.class)
                        .save(List.of(
                                aSalesOrder("SO1").ordering(FLOUR, "900 KGM").build())));
        bakery.company().service(Allocation.class).allocate("SO1");

        recorded(bakery.capture()
                .count(new StockCount(
                        aContext("c1").request(),
                        "C1",
                        List.of(on(SHELF, FLOUR_1, "500 KGM"), on(SHELF, WorkingBakery.FLOUR_2, "0 KGM")))));

        LineAllocation line =
                done(bakery.company().service(Allocation.class).show("SO1")).get(0);
        assertEquals("400 KGM", line.shortBy().toString());
        assertComplete(FLOUR_1);
    }

    @ParameterizedTest
    @EnumSource
    void a_count_without_a_difference_moves_nothing_and_no_value(On on) {
        begin(on).withFlour();
        String before = cost(FLOUR_1);

        recorded(bakery.capture()
                .count(new StockCount(aContext("c1").request(), "C1", List.of(on(SHELF, FLOUR_1, "40 BG")))));

        assertEquals(before, cost(FLOUR_1));
        assertComplete(FLOUR_1);
    }

    @ParameterizedTest
    @EnumSource
    void bread_that_came_back_without_a_shipment_is_worth_what_its_lot_is(On on) {
        begin(on).withFlour();
        LotKey bread = bakery.baked("B1");

        recorded(bakery.capture()
                .takeBack(new CustomerReturn(
                        aContext("t1").request(),
                        "RT-1",
                        Optional.empty(),
                        Optional.of(MARKET),
                        List.of(on(SHELF, bread, "24 C62")))));

        assertEquals("EUR 55.00 for 264 C62", cost(bread));
        assertEquals(BREAD, bread.item());
    }

    private WorkingBakery begin(On on) {
        bakery =
                new WorkingBakery(TestCompany.on(on.database.get().withBakery()).with(Clock.class, Bakery.CLOCK));
        return bakery;
    }

    private Outcome<RecordedEvent> receive(String id, Receipt.Line line) {
        return bakery.capture()
                .receive(new Receipt(
                        aContext(id).request(),
                        Optional.of(MILL),
                        Optional.empty(),
                        Optional.empty(),
                        SHELF,
                        List.of(line)));
    }

    private static Receipt.Line priced(String lot, String price) {
        Receipt.Line line = came(lot, "100 KGM");
        return new Receipt.Line(
                line.lot(),
                line.quantity(),
                line.container(),
                Optional.<LocalDate>empty(),
                Optional.<LocalDate>empty(),
                false,
                Optional.empty(),
                Optional.of(TextForms.read(UnitPrice.class, price)));
    }

    private String cost(LotKey lot) {
        return bakery.company()
                .service(LotCosting.class)
                .costOf(lot)
                .map(cost -> cost.value() + " for " + cost.quantity())
                .orElse("none");
    }

    private void assertComplete(LotKey lot) {
        assertTrue(
                bakery.company()
                        .service(Certification.class)
                        .certify(List.of(lot))
                        .isComplete(),
                () -> bakery.company()
                        .service(Certification.class)
                        .certify(List.of(lot))
                        .findings()
                        .toString());
    }
}
