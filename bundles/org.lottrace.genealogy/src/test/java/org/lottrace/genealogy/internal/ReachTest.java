package org.lottrace.genealogy.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.EventId;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.TracedEdge;
import org.lottrace.api.lot.LotKey;

class ReachTest {
    @ParameterizedTest
    @CsvSource({
        // edges, start, direction, lots with their levels, number of edges
        "'', A, FORWARD, A0, 0",
        "A>B B>C, A, FORWARD, A0 B1 C2, 2",
        "A>B B>C, B, FORWARD, B0 C1, 1",
        "A>B B>C, C, BACKWARD, C0 B1 A2, 2",
        // diamond: D once, at its shortest distance
        "A>B A>C B>D C>D, A, FORWARD, A0 B1 C1 D2, 4",
        "A>B B>C C>D A>D, A, FORWARD, A0 B1 D1 C2, 4",
        // two lots of one component, two levels: none is dropped (frappe/erpnext#50279)
        "F1>D F2>D D>B, B, BACKWARD, B0 D1 F12 F22, 3",
        // loops end (odoo/odoo#77895): rework of a rework, and back to where it began
        "A>B B>A, A, FORWARD, A0 B1, 2",
        "A>B B>C C>B C>D, A, FORWARD, A0 B1 C2 D3, 4",
        "A>B B>C C>A, B, BACKWARD, B0 A1 C2, 3",
        // what leads nowhere near it is left out
        "A>B X>B B>C X>Y, A, FORWARD, A0 B1 C2, 2"
    })
    void reaches_every_lot_once_at_its_shortest_distance(
            String edges, String start, Direction direction, String lots, int edgeCount) {
        Reach reach = reach(start, direction, edges(edges));

        assertEquals(lots, text(reach));
        assertEquals(edgeCount, reach.edges().size());
    }

    /** odoo/odoo#94320: the place of a lot in the record set changed the answer. */
    @Test
    void the_order_of_the_edges_changes_nothing() {
        List<TracedEdge> edges = edges("A>B A>C B>D C>D D>E E>B");
        List<TracedEdge> reversed = new ArrayList<>(edges);
        Collections.reverse(reversed);

        assertEquals(
                reach("A", Direction.FORWARD, edges).lots(),
                reach("A", Direction.FORWARD, reversed).lots());
        assertEquals(
                reach("A", Direction.FORWARD, edges).edges(),
                reach("A", Direction.FORWARD, reversed).edges());
    }

    /** Oracle JDE warns that a recursive trace overflows memory; this one does not recurse. */
    @Test
    void a_very_long_chain_is_no_problem() {
        List<TracedEdge> chain = IntStream.range(0, 20_000)
                .mapToObj(i -> edge("L" + i, "L" + (i + 1)))
                .toList();

        assertEquals(20_001, reach("L0", Direction.FORWARD, chain).lots().size());
    }

    /** odoo/odoo#107677: a lot used in 1,300 orders took more than two minutes. */
    @Test
    void a_hub_is_asked_for_once() {
        List<TracedEdge> hub =
                IntStream.range(0, 1_300).mapToObj(i -> edge("TANK", "B" + i)).toList();
        List<Integer> asked = new ArrayList<>();

        Reach reach = new Reach(lot("TANK"), Direction.FORWARD, lots -> {
            asked.add(lots.size());
            return hub.stream().filter(e -> lots.contains(e.edge().input())).toList();
        });

        assertEquals(1_301, reach.lots().size());
        assertEquals(List.of(1, 1_300), asked);
    }

    @Test
    void within_some_of_its_edges_it_reaches_only_what_they_lead_to() {
        Reach all = reach("A", Direction.FORWARD, edges("A>B B>C A>D D>C"));

        Reach some = all.within(
                lot("A"),
                Direction.FORWARD,
                all.edges().stream()
                        .filter(e -> !e.edge().output().equals(lot("D")))
                        .toList());

        assertEquals("A0 B1 C2", text(some));
        assertEquals(2, some.edges().size());
    }

    private static Reach reach(String start, Direction direction, List<TracedEdge> edges) {
        Map<LotKey, List<TracedEdge>> byLot = edges.stream()
                .collect(Collectors.groupingBy(e -> direction == Direction.FORWARD
                        ? e.edge().input()
                        : e.edge().output()));
        return new Reach(lot(start), direction, lots -> lots.stream()
                .flatMap(l -> byLot.getOrDefault(l, List.of()).stream())
                .toList());
    }

    private static String text(Reach reach) {
        return reach.lots().stream()
                .map(l -> l.lot().number().value() + l.level())
                .collect(Collectors.joining(" "));
    }

    private static List<TracedEdge> edges(String text) {
        return Arrays.stream(text.split(" "))
                .filter(edge -> !edge.isEmpty())
                .map(edge -> edge(edge.split(">")[0], edge.split(">")[1]))
                .toList();
    }

    private static TracedEdge edge(String input, String output) {
        return new TracedEdge(
                new EventId("make-" + output),
                new Edge(lot(input), lot(output), quantity("2 KGM"), Edge.Certainty.KNOWN));
    }

    private static LotKey lot(String number) {
        return aLot(number).key();
    }
}
