package org.lottrace.services.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.services.race.RacedBakery.FLOUR_1;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.services.race.Race.Requests;

/** Two people tell what came out of one order. */
class ProductionRaceTest extends RaceTest {
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

    private static List<String> newestShares(RacedBakery bakery) {
        List<RecordedEvent> events =
                bakery.ledger().byDocument(new DocumentReference(DocumentType.PRODUCTION_ORDER, "P1"));
        return events.get(events.size() - 1).event().edges().stream()
                .map(edge -> edge.quantity().toString())
                .toList();
    }
}
