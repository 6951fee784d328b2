package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ItemBuilder.anItem;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.ProductionOrderBuilder.aProductionOrder;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.FLOUR_2;
import static org.lottrace.company.WorkingBakery.codes;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;
import static org.lottrace.company.WorkingBakery.refusals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.allocation.AllocationDecisions;
import org.lottrace.api.allocation.AllocationWaves;
import org.lottrace.api.allocation.ComponentAllocation;
import org.lottrace.api.allocation.Fairness;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.LostReservations;
import org.lottrace.api.allocation.OtherLot;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.ReservationKind;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Position;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.order.ProductionOrder;
import org.lottrace.api.order.ProductionOrders;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.company.WorkingBakery;

/** Two lots of flour on the shelf, the first one expires first. An order needs 100 KGM with 5 percent of scrap. */
class ComponentAllocationIT {
    private static final ProductionOrder P1 =
            aProductionOrder("P1").making(BREAD, "10 CS").of(FLOUR, "4 BG", "5").build();

    private final WorkingBakery bakery = new WorkingBakery().withFlour();
    private final ProductionOrders orders = bakery.company().service(ProductionOrders.class);
    private final ComponentAllocation components = bakery.company().service(ComponentAllocation.class);

    private void planned(ProductionOrder order) {
        assertEquals(List.of(), orders.save(List.of(order)));
    }

    @Test
    void components_are_reserved_with_their_scrap_first_expired_first() {
        planned(P1);

        assertEquals(List.of("2 FLOUR 105 KGM short 0 KGM"), lines(done(components.allocate("P1"))));
        assertEquals(lines(done(components.show("P1"))), lines(done(components.allocate("P1"))));
        assertEquals(List.of("BER/A-01 105 KGM"), bakery.reserved(FLOUR_1));
        assertEquals(1, components.decisions("P1", Optional.empty(), 10).size());
    }

    @Test
    void what_production_has_reserved_no_sales_order_gets() {
        planned(P1);
        done(components.allocate("P1"));
        assertEquals(
                List.of(),
                bakery.company()
                        .service(SalesOrders.class)
                        .save(List.of(
                                aSalesOrder("SO1").ordering(FLOUR, "100000 KGM").build())));
        List<LineAllocation> sold =
                done(bakery.company().service(Allocation.class).allocate("SO1"));

        assertEquals(Quantity.of("1895", "KGM"), sold.get(0).reserved());
    }

    @Test
    void a_consumption_takes_what_is_reserved_for_its_order_and_gives_the_surplus_back() {
        planned(P1);
        done(components.allocate("P1"));

        recorded(bakery.consume("c1", "P1", on(SHELF, FLOUR_1, "60 KGM")));
        assertEquals(List.of("BER/A-01 45 KGM"), bakery.reserved(FLOUR_1));
        recorded(bakery.consume("c2", "P1", on(SHELF, FLOUR_2, "40 KGM")));
        assertEquals(List.of("BER/A-01 5 KGM"), bakery.reserved(FLOUR_1));
        recorded(bakery.consume("c3", "P1", on(SHELF, FLOUR_1, "5 KGM")));
        assertEquals(List.of(), bakery.reserved(FLOUR_1));
    }

    /** Nobody has locked the other items: whoever reserves them at that moment would lose what he has just got. */
    @Test
    void a_consumption_gives_back_nothing_of_items_that_do_not_go_in_with_it() {
        LotKey bread = bakery.baked("B1");
        planned(aProductionOrder("P1")
                .making(BREAD, "10 CS")
                .of(FLOUR, "4 BG", "0")
                .of(BREAD, "12 C62", "0")
                .build());
        done(components.allocate("P1"));
        bakery.unitOfWork().run(() -> bakery.database()
                .items()
                .save(anItem(FLOUR)
                        .in("KGM")
                        .packed("BG", "20")
                        .lastingDays(365)
                        .build()));

        recorded(bakery.consume("c1", "P1", on(SHELF, bread, "12 C62")));
        assertEquals(List.of("BER/A-01 100 KGM"), bakery.reserved(FLOUR_1));

        recorded(bakery.consume("c2", "P1", on(SHELF, FLOUR_1, "30 KGM")));
        assertEquals(List.of("BER/A-01 50 KGM"), bakery.reserved(FLOUR_1));
    }

    @Test
    void an_order_of_which_nothing_goes_in_wants_nothing_also_in_a_wave() {
        planned(aProductionOrder("P1").making(BREAD, "10 CS").build());
        planned(aProductionOrder("P2")
                .making(BREAD, "10 CS")
                .of(FLOUR, "4 BG", "0")
                .build());
        done(orders.close("P2"));

        assertEquals(List.of(), done(components.allocate("P1")));
        assertEquals(List.of(), done(components.allocateSoftly("P1")));
        assertEquals(List.of(), done(components.replan("P1")));
        for (Fairness fairness : Fairness.values()) {
            assertEquals(
                    List.of("2 FLOUR 0 KGM short 0 KGM"),
                    lines(done(bakery.company()
                            .service(AllocationWaves.class)
                            .allocate(List.of(), List.of("P1", "P2"), fairness))));
        }
    }

    @Test
    void another_order_does_not_consume_what_is_reserved() {
        planned(P1);
        done(components.allocate("P1"));

        assertEquals(
                List.of("STOCK_RESERVED lines[1].quantity"),
                refusals(bakery.consume("c1", "P2", on(SHELF, FLOUR_1, "1000 KGM"))));
    }

    @Test
    void an_order_that_gets_smaller_keeps_the_rest_and_one_that_is_closed_gives_everything_back() {
        planned(P1);
        done(components.allocate("P1"));

        planned(aProductionOrder("P1")
                .making(BREAD, "10 CS")
                .of(FLOUR, "2 BG", "0")
                .build());
        assertEquals(List.of("BER/A-01 50 KGM"), bakery.reserved(FLOUR_1));
        done(orders.close("P1"));

        assertEquals(List.of(), bakery.reserved(FLOUR_1));
        assertEquals(List.of("ORDER_CLOSED productionOrder"), refused(components.allocate("P1")));
        assertEquals(List.of("ORDER_UNKNOWN productionOrder"), refused(components.allocate("P9")));
    }

    @Test
    void what_a_hold_takes_is_planned_anew() {
        planned(P1);
        done(components.allocate("P1"));
        bakery.hold(FLOUR_1);

        done(bakery.company().service(LostReservations.class).mend(P1.reference()));

        assertEquals(List.of(), bakery.reserved(FLOUR_1));
        assertEquals(List.of("BER/A-01 105 KGM"), bakery.reserved(FLOUR_2));
    }

    @Test
    void another_lot_needs_a_reason_and_is_kept_as_a_deviation() {
        planned(P1);
        done(components.allocate("P1"));
        AllocationDecisions decisions = bakery.company().service(AllocationDecisions.class);

        done(decisions.takeOther(
                new Caller("eva", Set.of(Role.OPERATOR)),
                new OtherLot(
                        new OrderLineReference(P1.reference(), 2),
                        FLOUR_2,
                        Position.at(Bakery.in(SHELF)),
                        Quantity.of("105", "KGM"),
                        "the baker wants the fresh one")));

        assertEquals(List.of(), bakery.reserved(FLOUR_1));
        assertEquals(List.of("BER/A-01 105 KGM"), bakery.reserved(FLOUR_2));
        assertEquals(1, decisions.deviations(Optional.empty(), 10).size());
    }

    @Test
    void a_wave_serves_sales_and_production_together_by_their_days_and_numbers_may_be_the_same() {
        planned(aProductionOrder("SO1")
                .making(BREAD, "10 CS")
                .of(FLOUR, "4 BG", "0")
                .build());
        assertEquals(
                List.of(),
                bakery.company()
                        .service(SalesOrders.class)
                        .save(List.of(
                                aSalesOrder("SO1").ordering(FLOUR, "100000 KGM").build())));

        List<LineAllocation> served = done(bakery.company()
                .service(AllocationWaves.class)
                .allocate(List.of("SO1"), List.of("SO1"), Fairness.BY_DELIVERY_DATE));

        assertEquals(
                List.of("PRODUCTION_ORDER SO1 100 KGM", "SALES_ORDER SO1 1900 KGM"),
                served.stream()
                        .map(line -> line.orderLine().order().type().code() + " "
                                + line.orderLine().order().number() + " " + line.reserved())
                        .toList());
        assertEquals(
                List.of("ORDER_REPEATED productionOrders[2]"),
                refused(bakery.company()
                        .service(AllocationWaves.class)
                        .whatIf(List.of(), List.of("SO1", "SO1"), Fairness.AS_LISTED)));
    }

    @Test
    void what_is_soft_lasts_a_while_and_becomes_firm_when_it_is_asked_for() {
        planned(P1);

        assertEquals(ReservationKind.SOFT, kind(done(components.allocateSoftly("P1"))));
        assertEquals(ReservationKind.FIRM, kind(done(components.allocate("P1"))));
        assertEquals(1, components.cancel("P1").size());
        assertEquals(List.of(), bakery.reserved(FLOUR_1));
    }

    private static ReservationKind kind(List<LineAllocation> lines) {
        return lines.get(0).reservations().stream()
                .map(Reservation::kind)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> lines(List<LineAllocation> lines) {
        return lines.stream()
                .map(line -> line.orderLine().line() + " " + line.item() + " " + line.reserved() + " short "
                        + line.shortBy())
                .toList();
    }

    private static List<String> refused(Outcome<?> outcome) {
        return codes(outcome.violations());
    }
}
