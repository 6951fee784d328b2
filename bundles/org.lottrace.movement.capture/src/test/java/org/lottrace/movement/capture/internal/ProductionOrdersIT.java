package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOUGH;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.ProductionOrderBuilder.aProductionOrder;
import static org.lottrace.api.order.ProductionRole.COMPONENT;
import static org.lottrace.api.order.ProductionRole.CO_PRODUCT;
import static org.lottrace.api.order.ProductionRole.MAIN_PRODUCT;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.FLOUR_2;
import static org.lottrace.company.WorkingBakery.codes;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;
import static org.lottrace.company.WorkingBakery.refusals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.ContextBuilder;
import org.lottrace.api.fixture.ProductionOrderBuilder;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.Consumption;
import org.lottrace.api.movement.Production;
import org.lottrace.api.order.ProductionOrder;
import org.lottrace.api.order.ProductionOrders;
import org.lottrace.api.order.ProductionProgress;
import org.lottrace.api.order.ProductionStatus;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.company.WorkingBakery;

/** What was planned, beside what happened. */
class ProductionOrdersIT {
    private static final ProductionOrder P1 = aProductionOrder("P1")
            .on("2")
            .making(BREAD, "10 CS")
            .of(FLOUR, "4 BG", "5")
            .line(CO_PRODUCT, DOUGH, "10 KGM", "0", Optional.empty())
            .build();

    private final WorkingBakery bakery = new WorkingBakery().withFlour();
    private final ProductionOrders orders = bakery.company().service(ProductionOrders.class);

    private void planned() {
        assertEquals(List.of(), orders.save(List.of(P1)));
    }

    @Test
    void is_known_as_it_was_told_and_replaced_by_what_is_told_later() {
        planned();
        ProductionOrder later = aProductionOrder("P1").making(BREAD, "20 CS").build();

        assertEquals(Optional.of(P1), orders.find("P1"));
        assertEquals(List.of(), orders.save(List.of(later)));
        assertEquals(Optional.of(later), orders.find("P1"));
        assertEquals(Optional.empty(), orders.find("P2"));
    }

    @Test
    void says_everything_that_is_wrong_with_a_plan() {
        ProductionOrderBuilder wrong = aProductionOrder("P9")
                .line(MAIN_PRODUCT, BREAD, "10 KGM", "0", Optional.of("60"))
                .line(MAIN_PRODUCT, new ItemNumber("CAKE"), "0 C62", "0", Optional.empty())
                .line(COMPONENT, FLOUR, "0 KGM", "-1", Optional.of("50"));

        assertEquals(
                List.of(
                        "MAIN_PRODUCT_MISSING orders[1].lines",
                        "COST_SHARE_WRONG orders[1].lines",
                        "UNIT_UNKNOWN orders[1].lines[1].quantity",
                        "ITEM_UNKNOWN orders[1].lines[2].item",
                        "SCRAP_WRONG orders[1].lines[3].scrapPercent",
                        "QUANTITY_NOT_POSITIVE orders[1].lines[3].quantity"),
                codes(orders.save(List.of(wrong.build()))));
        assertEquals(Optional.empty(), orders.find("P9"));
    }

    @Test
    void is_compared_with_what_was_consumed_and_made() {
        planned();
        assertEquals(ProductionStatus.PLANNED, progress().status());

        recorded(bakery.consume("c1", "P1", on(SHELF, FLOUR_1, "100 KGM")));
        assertEquals(ProductionStatus.STARTED, progress().status());
        assertEquals(
                List.of("COMPONENT FLOUR 105 KGM 100 KGM 100 KGM", "MAIN_PRODUCT BREAD 120 C62 0 C62 0 C62"),
                lines().stream().filter(line -> !line.contains("DOUGH")).toList());

        recorded(bakery.produce("p1", "P1", BREAD, "10 CS", Optional.of("B1")));
        assertEquals(ProductionStatus.FINISHED, progress().status());

        assertEquals(List.of(), reversal("r1", "p1"));
        assertEquals(ProductionStatus.STARTED, progress().status());
        assertEquals(List.of(), reversal("r2", "c1"));
        assertEquals(ProductionStatus.PLANNED, progress().status());
        assertEquals(List.of(progress()), orders.after("", 10));
    }

    @Test
    void a_request_against_the_plan_is_refused_with_every_reason() {
        planned();

        assertEquals(
                List.of("MORE_THAN_PLANNED lines[1].quantity", "MORE_THAN_PLANNED lines[2].quantity"),
                refusals(bakery.consume("c1", "P1", on(SHELF, FLOUR_1, "80 KGM"), on(SHELF, FLOUR_2, "40 KGM"))));
        recorded(bakery.consume("c2", "P1", on(SHELF, FLOUR_1, "115 KGM")));
        assertEquals(
                List.of("OTHER_WORK_CENTRE line", "MORE_THAN_PLANNED quantity", "ITEM_NOT_PLANNED others[1].item"),
                refusals(bakery.capture().produce(production(aContext("p1").requested(), "3", "300 C62"))));
    }

    @Test
    void what_is_made_of_at_another_site_than_planned_is_refused_when_asked_and_recorded_when_told() {
        planned();
        var elsewhere = aContext("c1").in(Bakery.POTSDAM);
        var goods = List.of(on(SHELF, FLOUR_1, "1 KGM"));

        assertTrue(refusals(bakery.capture()
                        .consume(new Consumption(elsewhere.requested().request(), "P1", goods)))
                .contains("OTHER_SITE site"));
        assertTrue(recorded(bakery.capture()
                        .consume(new Consumption(elsewhere.reported().request(), "P1", goods)))
                .findings()
                .contains("OTHER_SITE"));
    }

    @Test
    void a_report_against_the_plan_is_recorded_with_its_findings() {
        planned();
        recorded(bakery.consume("c1", "P1", on(SHELF, FLOUR_1, "100 KGM")));

        TraceEvent made =
                recorded(bakery.capture().produce(production(aContext("p1").reported(), "3", "300 C62")));

        assertEquals(List.of("OTHER_WORK_CENTRE", "MORE_THAN_PLANNED", "ITEM_NOT_PLANNED"), made.findings());
        assertEquals(
                List.of("COMPONENT FLOUR 0", "MAIN_PRODUCT BREAD 180", "CO_PRODUCT DOUGH -10", "CO_PRODUCT SALT 1"),
                progress().lines().stream()
                        .map(line -> line.role() + " " + line.item() + " "
                                + (line.role() == COMPONENT ? line.inProcess() : line.variance()).amount())
                        .toList());
    }

    private static Production production(ContextBuilder context, String line, String quantity) {
        return new Production(
                context.request(),
                "P1",
                BREAD,
                quantity(quantity),
                Optional.of(new LotNumber("B1")),
                line,
                "",
                SHELF,
                Optional.empty(),
                List.of(new Production.Output(
                        SALT, quantity("1 KGM"), Optional.of(new LotNumber("S1")), SHELF, Optional.empty())));
    }

    @Test
    void what_is_in_process_at_its_end_is_the_variance_and_nothing_more_may_go_in() {
        planned();
        recorded(bakery.consume("c1", "P1", on(SHELF, FLOUR_1, "60 KGM")));

        ProductionProgress closed = orders.close("P1").fold(done -> done, known -> known, violations -> {
            throw new AssertionError(violations.toString());
        });

        assertEquals(ProductionStatus.CLOSED, closed.status());
        assertEquals(quantity("60 KGM"), closed.lines().get(0).inProcess());
        assertInstanceOf(Outcome.AlreadyDone.class, orders.close("P1"));
        assertInstanceOf(Outcome.Refused.class, orders.close("P7"));
        assertEquals(
                List.of("ORDER_CLOSED productionOrder"),
                refusals(bakery.consume("c2", "P1", on(SHELF, FLOUR_1, "1 KGM"))));
        assertEquals(
                List.of("ORDER_CLOSED"),
                recorded(bakery.capture()
                                .consume(new Consumption(
                                        aContext("c3").reported().request(),
                                        "P1",
                                        List.of(on(SHELF, FLOUR_1, "1 KGM")))))
                        .findings());
        assertEquals(List.of(), orders.save(List.of(P1)));
        assertEquals(ProductionStatus.CLOSED, progress().status());
        assertEquals(
                List.of("ORDER_CLOSED orders[1].number"),
                codes(orders.save(
                        List.of(aProductionOrder("P1").making(BREAD, "1 CS").build()))));
    }

    @Test
    void what_the_order_made_may_go_in_again() {
        planned();
        recorded(bakery.consume("c1", "P1", on(SHELF, FLOUR_1, "100 KGM")));
        TraceEvent bread = recorded(bakery.produce("p1", "P1", BREAD, "100 C62", Optional.of("B1")));

        recorded(bakery.consume("c2", "P1", on(SHELF, bread.edges().get(0).output(), "10 C62")));

        assertEquals(
                List.of("ITEM_NOT_PLANNED lines[1].lot"),
                refusals(bakery.consume("c3", "P1", on(SHELF, salt(), "1 KGM"))));
    }

    private LotKey salt() {
        recorded(bakery.consume("c8", "P8", on(SHELF, FLOUR_2, "1 KGM")));
        return recorded(bakery.produce("p8", "P8", SALT, "5 KGM", Optional.of("S8")))
                .edges()
                .get(0)
                .output();
    }

    @Test
    void an_order_that_nobody_has_planned_is_compared_with_nothing() {
        recorded(bakery.consume("c1", "P5", on(SHELF, FLOUR_1, "900 KGM")));

        assertEquals(Optional.empty(), orders.progress("P5"));
    }

    private ProductionProgress progress() {
        return orders.progress("P1").orElseThrow();
    }

    private List<String> lines() {
        return progress().lines().stream()
                .map(line -> line.role() + " " + line.item() + " " + line.planned() + " " + line.actual() + " "
                        + line.inProcess())
                .toList();
    }

    private List<String> reversal(String id, String event) {
        return bakery.reverse(id, event).fold(done -> List.of(), known -> List.of(), WorkingBakery::codes);
    }
}
