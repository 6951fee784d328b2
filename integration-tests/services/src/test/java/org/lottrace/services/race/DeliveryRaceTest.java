package org.lottrace.services.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.services.race.Lock.HEAD;
import static org.lottrace.services.race.RacedBakery.BREAD_1;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.order.DeliveryConfirmation;
import org.lottrace.api.order.OrderProgress;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.services.race.Race.Requests;

/** The driver and the customer say that a shipment has come. */
class DeliveryRaceTest extends RaceTest {
    private static final Site CONFIRM = HEAD.in("OrderProgressService.confirmDelivery");

    @TestFactory
    Stream<DynamicTest> a_shipment_comes_once() {
        return race().firstHolds(CONFIRM).secondWants(CONFIRM).tests(bakery -> {
            bakery.withStock(BREAD_1, "48 C62")
                    .withOrder(aSalesOrder("SO1").ordering(BREAD, "2 CS").build());
            done(bakery.service(Allocation.class).allocate("SO1"));
            done(bakery.ship("s1", "S1"));
            return new Requests(
                    () -> confirmed(bakery, "c1", "Ben"),
                    () -> confirmed(bakery, "c2", "Cleo"),
                    () -> assertEquals(List.of(EventType.SHIP, EventType.DELIVER), typesOf(bakery)));
        });
    }

    private static Outcome<RecordedEvent> confirmed(RacedBakery bakery, String id, String receivedBy) {
        return bakery.service(OrderProgress.class)
                .confirmDelivery(new DeliveryConfirmation(aContext(id).request(), "S1", receivedBy));
    }

    private static List<EventType> typesOf(RacedBakery bakery) {
        return bakery.ledger().byDocument(new DocumentReference(DocumentType.SHIPMENT, "S1")).stream()
                .map(recorded -> recorded.event().type())
                .toList();
    }
}
