package org.lottrace.services.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.ProductionOrderBuilder.aProductionOrder;
import static org.lottrace.services.race.RacedBakery.FLOUR_1;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lottrace.api.allocation.AllocationDecisions;
import org.lottrace.api.allocation.ComponentAllocation;
import org.lottrace.api.allocation.OtherLot;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.order.ProductionOrder;
import org.lottrace.api.order.ProductionOrders;
import org.lottrace.api.order.ProductionStatus;
import org.lottrace.services.race.Race.Requests;

/** Two people tell what came out of one order, or one reserves for it while the other closes it. */
class ProductionRaceTest extends RaceTest {
    private static final ProductionOrder PLAN = aProductionOrder("P1")
            .making(BREAD, "10 CS")
            .of(FLOUR, "40 KGM", "0")
            .build();
    private static final Site COMPONENTS = Lock.ITEMS.in("ComponentAllocationService.lock");
    private static final Site PRODUCE = Lock.ITEMS.in("ProduceLot.produce");

    /** Of a round only the newest edges count: the second sees under the lock that it does not know what the first told. */
    @TestFactory
    Stream<DynamicTest> two_later_outputs_share_one_after_the_other() {
        return race().firstHoldsToo(PRODUCE)
                .untilBefore(StockStore.class, "lock")
                .secondWants(PRODUCE)
                .oneIsRepeated()
                .tests(bakery -> {
                    bakery.withStock(FLOUR_1, "100 KGM");
                    done(bakery.consume("c1", "90 KGM"));
                    done(bakery.produce("p1", "10 C62"));
                    return new Requests(
                            () -> bakery.produce("p2", "10 C62"),
                            () -> bakery.produce("p3", "10 C62"),
                            () -> assertEquals(List.of("30 KGM", "30 KGM", "30 KGM"), newestShares(bakery)));
                });
    }

    @TestFactory
    Stream<DynamicTest> nothing_is_reserved_for_an_order_that_is_just_closed() {
        return race().firstHolds(Lock.ITEMS.in("Demands.lockItems"))
                .untilBefore(ReservationStore.class, "save")
                .secondWants(COMPONENTS)
                .tests(bakery -> {
                    planned(bakery);
                    return new Requests(
                            () -> bakery.service(ComponentAllocation.class).allocate("P1"),
                            () -> bakery.service(ProductionOrders.class).close("P1"),
                            () -> assertEquals(List.of(), bakery.reserved(FLOUR_1)));
                });
    }

    @TestFactory
    Stream<DynamicTest> no_other_lot_is_reserved_for_an_order_that_is_just_closed() {
        return race().firstHolds(Lock.ITEMS.in("Demands.lockItems"))
                .untilBefore(ReservationStore.class, "save")
                .secondWants(COMPONENTS)
                .tests(bakery -> {
                    planned(bakery);
                    return new Requests(
                            () -> bakery.service(AllocationDecisions.class)
                                    .takeOther(
                                            new Caller("anna", Set.of(Role.OPERATOR)),
                                            new OtherLot(
                                                    new OrderLineReference(PLAN.reference(), 2),
                                                    FLOUR_1.key(),
                                                    Position.at(in(SHELF)),
                                                    quantity("40 KGM"),
                                                    "the baker wants it")),
                            () -> bakery.service(ProductionOrders.class).close("P1"),
                            () -> assertEquals(List.of(), bakery.reserved(FLOUR_1)));
                });
    }

    /** What was made of it is compared with the plan that it had when it was closed. */
    @TestFactory
    Stream<DynamicTest> an_order_that_is_just_closed_is_not_planned_anew_and_open_again() {
        return race().firstHoldsToo(COMPONENTS)
                .untilBefore(ReservationStore.class, "remove")
                .secondWaitsAt(COMPONENTS)
                .tests(bakery -> {
                    planned(bakery);
                    done(bakery.service(ComponentAllocation.class).allocate("P1"));
                    ProductionOrders orders = bakery.service(ProductionOrders.class);
                    return new Requests(
                            () -> orders.close("P1"),
                            () -> orders.save(List.of(aProductionOrder("P1")
                                    .making(BREAD, "10 CS")
                                    .of(FLOUR, "20 KGM", "0")
                                    .build())),
                            () -> assertEquals(
                                    List.of(PLAN, ProductionStatus.CLOSED),
                                    orders.progress("P1").stream()
                                            .flatMap(one -> Stream.of(one.order(), one.status()))
                                            .toList()));
                });
    }

    private static void planned(RacedBakery bakery) {
        bakery.withStock(FLOUR_1, "100 KGM");
        assertEquals(List.of(), bakery.service(ProductionOrders.class).save(List.of(PLAN)));
    }

    private static List<String> newestShares(RacedBakery bakery) {
        List<RecordedEvent> events =
                bakery.ledger().byDocument(new DocumentReference(DocumentType.PRODUCTION_ORDER, "P1"));
        return events.get(events.size() - 1).event().edges().stream()
                .map(edge -> edge.quantity().toString())
                .toList();
    }
}
