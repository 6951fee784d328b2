package org.lottrace.genealogy.internal.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.anEvent;

import java.util.List;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Seed;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.lot.LotKey;

/** Answers so large that a second thread follows the suspect goods. Here every answer is. */
class LargeAnswerTest {
    private static final GraphTracer TWO_THREADS = new GraphTracer(0);
    private static final GraphTracer ONE_THREAD = new GraphTracer(Integer.MAX_VALUE);

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void two_threads_say_what_one_says(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int steps) {
        LotGraph graph = new RandomPlant(seed, 9, steps, 2, 5_000, true).graph;
        long position = graph.head().position();

        assertEquals(ONE_THREAD.trace(graph, request(), position), TWO_THREADS.trace(graph, request(), position));
    }

    @Property(tries = 50, shrinking = ShrinkingMode.OFF)
    void the_graph_may_change_while_the_goods_are_followed(@ForAll long seed) {
        LotGraph graph = new RandomPlant(seed, 9, 60, 2, 5_000, true).graph;
        long position = graph.head().position();
        Trace before = ONE_THREAD.trace(graph, request(), position);

        Supplier<Trace> answer = TWO_THREADS.read(graph, request(), position);
        for (int more = 0; more < 20; more++) { // every third lot is counted in litres, these are not
            graph.take(new RecordedEvent(
                    anEvent("more" + more, RECEIVE)
                            .moving(lot(3 * more), "7 KGM", Place.party(MILL), in(SHELF))
                            .build(),
                    position + more + 1,
                    Bakery.NOW,
                    "0".repeat(64)));
        }
        graph.folded().run();

        assertEquals(before, answer.get());
    }

    /** Seeds in two units, and one that is not there. */
    private static TraceRequest request() {
        return TraceRequest.ofSeeds(Direction.FORWARD, List.of(Seed.of(lot(0)), Seed.of(lot(2)), Seed.of(lot(1_000))))
                .withSuspectQuantities();
    }

    private static LotKey lot(int number) {
        return RandomPlant.lot(number);
    }
}
