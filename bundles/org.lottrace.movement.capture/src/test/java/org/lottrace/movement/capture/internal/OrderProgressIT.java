package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.recorded;
import static org.lottrace.company.WorkingBakery.refusals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.order.DeliveryConfirmation;
import org.lottrace.api.order.OrderProgress;
import org.lottrace.api.order.OrderStage;
import org.lottrace.api.order.OrderStatus;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.company.WorkingBakery;

/** An order for 24 breads. */
class OrderProgressIT {
    private final WorkingBakery bakery = new WorkingBakery().withFlour();
    private final OrderProgress progress = bakery.company().service(OrderProgress.class);
    private LotKey bread;

    @BeforeEach
    void ordered() {
        bread = bakery.baked("B1");
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "2 CS").build());
    }

    @Test
    void an_order_is_followed_from_open_to_delivered() {
        assertEquals(OrderStage.OPEN, stage());
        bakery.reserve("SO1", 1, bread, SHELF, "12 C62");
        assertEquals(OrderStage.OPEN, stage());
        bakery.reserve("SO1", 1, bread, SHELF, "24 C62");
        assertEquals(OrderStage.ALLOCATED, stage());

        move("pick", EventType.PICK, SHELF, Optional.empty());
        assertEquals(OrderStage.PICKED, stage());
        move("pack", EventType.PACK, GATE, Optional.of(pallet(1)));
        assertEquals(OrderStage.PACKED, stage());

        recorded(bakery.ship("ship", "S1", "SO1"));
        assertEquals(OrderStage.SHIPPED, stage());
        recorded(confirm("came", "S1", "2026-03-02T08:00:00Z"));

        assertEquals(OrderStage.DELIVERED, stage());
        assertEquals("Ben", progress.shipment("S1").orElseThrow().receivedBy());
        assertEquals(
                "24 C62",
                progress.order("SO1").orElseThrow().lines().get(0).delivered().toString());
    }

    @Test
    void a_delivery_is_confirmed_once_and_not_before_the_goods_left() {
        bakery.reserve("SO1", 1, bread, SHELF, "24 C62");
        assertEquals(List.of("SHIPMENT_UNKNOWN shipment"), refusals(confirm("c", "S1", "2026-03-02T08:00:00Z")));
        recorded(bakery.ship("ship", "S1", "SO1"));

        assertEquals(List.of("DELIVERED_TOO_EARLY context"), refusals(confirm("c", "S1", "2026-03-02T07:00:00Z")));
        recorded(confirm("c", "S1", "2026-03-02T08:00:00Z"));
        assertTrue(confirm("c", "S1", "2026-03-02T08:00:00Z") instanceof Outcome.AlreadyDone);
        assertEquals(List.of("DELIVERED_ALREADY shipment"), refusals(confirm("d", "S1", "2026-03-02T08:00:00Z")));

        assertEquals(List.of(), bakery.reverse("r", "c").violations());
        assertEquals(OrderStage.SHIPPED, stage());
        assertEquals(List.of(), bakery.reverse("r2", "ship").violations());
        assertEquals(Optional.empty(), progress.shipment("S1"));
        assertEquals(OrderStage.ALLOCATED, stage());
        assertEquals(Optional.empty(), progress.order("SO9"));
    }

    @Test
    void how_far_a_shipment_was_is_told_of_the_past() {
        bakery.reserve("SO1", 1, bread, SHELF, "24 C62");
        long before = bakery.ledger().head();
        recorded(bakery.ship("ship", "S1", "SO1"));
        long left = bakery.ledger().head();
        recorded(confirm("came", "S1", "2026-03-02T08:00:00Z"));

        assertEquals(Optional.empty(), progress.shipment("S1", AsOf.position(before)));
        assertEquals(
                Optional.empty(),
                progress.shipment("S1", AsOf.position(left)).orElseThrow().delivered());
        assertEquals(
                Optional.empty(),
                progress.shipment("S1", AsOf.happenedBy(Instant.parse("2026-03-02T07:00:00Z"))),
                "it had not left");
        assertEquals(
                "Ben",
                progress.shipment("S1", AsOf.happenedBy(Instant.parse("2026-03-02T08:00:00Z")))
                        .orElseThrow()
                        .receivedBy());
        assertEquals(
                Optional.empty(),
                progress.shipment("S1", AsOf.knownAt(Instant.parse("2000-01-01T00:00:00Z"))),
                "nothing was recorded then");

        assertEquals(List.of(), bakery.reverse("r", "came").violations());
        assertEquals(
                "Ben",
                progress.shipment("S1", AsOf.position(left + 1)).orElseThrow().receivedBy(),
                "what is reversed since stands in an answer of before");
    }

    @Test
    void a_line_that_is_replaced_as_a_whole_is_as_far_as_what_stands_in_its_place() {
        bakery.ordered(aSalesOrder("SO1")
                .ordering(BREAD, "0 C62")
                .insteadOf(1, "24 C62", FLOUR_1.item(), "12 KGM")
                .build());

        assertEquals(
                List.of(OrderStage.OPEN, OrderStage.OPEN),
                progress.order("SO1").orElseThrow().lines().stream()
                        .map(OrderStatus.Line::stage)
                        .toList());
    }

    private OrderStage stage() {
        return progress.order("SO1").orElseThrow().stage();
    }

    private void move(String id, EventType type, LocationId from, Optional<Sscc> into) {
        recorded(bakery.capture()
                .transfer(
                        type,
                        new Transfer(
                                aContext(id).requested().request(),
                                BERLIN,
                                GATE,
                                into,
                                List.of(new LotQuantity(
                                        LotReference.to(bread), from, Optional.empty(), WorkingBakery.of("24 C62"))))));
    }

    private Outcome<RecordedEvent> confirm(String id, String shipment, String at) {
        return progress.confirmDelivery(
                new DeliveryConfirmation(aContext(id).at(at).request(), shipment, "Ben"));
    }
}
