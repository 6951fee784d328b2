package org.lottrace.genealogy.internal.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.TraceRequest;

class WarmUpTest {
    @Test
    void of_an_empty_graph_nothing_is_asked() {
        assertFalse(new WarmUp().ask(new LotGraph()));
    }

    @Test
    void it_ends_and_changes_no_answer() {
        LotGraph graph = new RandomPlant(1, 12, 80, 2, 500, true).graph;
        Trace before = traced(graph);
        WarmUp warmUp = new WarmUp();
        int questions = 0;
        while (warmUp.ask(graph)) {
            questions++;
        }

        assertEquals(1_000, questions);
        assertEquals(before, traced(graph));
    }

    private static Trace traced(LotGraph graph) {
        TraceRequest request =
                TraceRequest.of(Direction.FORWARD, RandomPlant.lot(0)).withSuspectQuantities();
        return new GraphTracer().trace(graph, request, graph.head().position());
    }
}
