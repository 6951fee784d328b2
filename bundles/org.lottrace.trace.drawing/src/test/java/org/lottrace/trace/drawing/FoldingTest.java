package org.lottrace.trace.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.trace.drawing.TraceGraphTest.edge;
import static org.lottrace.trace.drawing.TraceGraphTest.node;
import static org.lottrace.trace.drawing.Traces.trace;

import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.quantity.Quantity;

class FoldingTest {
    @ParameterizedTest(name = "of {0} consignees that got the same lot {1} boxes are drawn")
    @CsvSource({"1, 1", "8, 8", "9, 1", "214, 1"})
    void a_fan_is_folded_when_it_is_too_wide(int consignees, int boxes) {
        TraceGraph graph = fan(consignees).graph(Folding.STANDARD);

        assertEquals(
                boxes,
                graph.nodes().stream()
                        .filter(node -> node.stage() == Stage.CONSIGNEE)
                        .count());
        assertEquals(boxes == consignees ? 0 : consignees, graph.folded());
    }

    @Test
    void the_edges_of_a_fan_are_added_up() {
        TraceGraph graph = fan(214).graph(Folding.STANDARD);

        TraceEdge edge = edge(graph, "lot:ACME/FG-1/A", "fan:to:C-1000");

        assertEquals(List.of(Quantity.of("428", "CS")), edge.quantities());
        assertEquals(214, edge.events());
        assertEquals(
                "1.000",
                edge.share().orElseThrow().setScale(3, RoundingMode.HALF_EVEN).toString());
    }

    @Test
    void lots_of_one_item_with_the_same_neighbors_are_a_fan_and_say_what_is_wrong_with_them() {
        TraceGraph graph = Samples.bread().graph(Folding.STANDARD);

        FoldedNode odd = (FoldedNode) node(graph, "fan:lot:ACME/RM-1001/F-0001");

        assertEquals(19, odd.count());
        assertEquals(Map.of(LotState.ON_HOLD, 1, LotState.SELLABLE, 18), odd.states());
        assertEquals("RM-1001", odd.item().orElseThrow().value());
        assertEquals(38, graph.folded());
    }

    @Test
    void the_share_of_a_folded_edge_backward_is_what_all_of_the_group_brought() {
        TraceGraph graph = Samples.bread().graph(Folding.STANDARD);

        assertEquals(
                "0.494",
                edge(graph, "fan:lot:ACME/RM-1001/F-0001", "lot:ACME/SF-2002/D-0400")
                        .share()
                        .orElseThrow()
                        .toString());
    }

    @Test
    void what_needs_somebody_is_the_first_to_be_seen_in_an_opened_group() {
        FoldedNode odd = (FoldedNode) node(Samples.bread().graph(Folding.STANDARD), "fan:lot:ACME/RM-1001/F-0001");

        assertEquals("lot:ACME/RM-1001/F-0007", odd.members().get(0));
    }

    @Test
    void an_opened_group_is_drawn_member_by_member() {
        TraceGraph graph = Samples.bread().graph(opened("fan:lot:ACME/RM-1001/F-0001"));

        assertTrue(node(graph, "lot:ACME/RM-1001/F-0003") instanceof LotNode);
        assertTrue(node(graph, "fan:lot:ACME/RM-1001/F-0002") instanceof FoldedNode);
        assertEquals(19, graph.folded());
        assertEquals(List.of(OpenedFold.parse("fan:lot:ACME/RM-1001/F-0001")), graph.opened());
    }

    @Test
    void a_large_group_is_opened_part_by_part_and_begins_again_after_the_last() {
        Traces season = fan(120);
        String fold = "fan:to:C-1000";

        FoldedNode rest = (FoldedNode) node(season.graph(opened(fold)), fold);
        FoldedNode last = (FoldedNode) node(season.graph(opened(fold + "@3")), fold);

        assertEquals(70, rest.count());
        assertTrue(rest.more());
        assertEquals(Optional.of(OpenedFold.parse(fold + "@2")), rest.opens());
        assertEquals(100, last.count());
        assertEquals(Optional.of(OpenedFold.parse(fold)), last.opens());
    }

    @ParameterizedTest
    @ValueSource(strings = {"item:RM-4711", "nonsense", "fan:to:C-1000@99", "<script>"})
    void what_cannot_be_opened_is_said(String group) {
        TraceGraph graph = fan(120).graph(opened(group));

        assertEquals(List.of(OpenedFold.parse(group)), graph.notOpened());
        assertEquals(List.of(), graph.opened());
    }

    @Test
    void too_many_nodes_are_folded_by_item_the_largest_first() {
        TraceGraph graph = Samples.season(30, 2, 60).graph(Folding.STANDARD);

        assertTrue(graph.nodes().size() <= 60, graph.nodes().size() + " nodes");
        assertEquals(60, ((FoldedNode) node(graph, "consignees")).count());
    }

    @Test
    void a_seed_is_drawn_as_long_as_possible() {
        TraceGraph graph = Samples.season(2000, 4, 214).graph(Folding.STANDARD);

        assertTrue(((LotNode) node(graph, "lot:ACME/RM-1005/SAL-1")).seed());
    }

    @Test
    void many_seeds_are_folded_into_their_column_and_it_is_said_that_they_are_seeds() {
        Traces traces = trace(Direction.FORWARD);
        for (int i = 0; i < 500; i++) {
            traces.seed("RM-%d/L".formatted(i)).edge("RM-%d/L".formatted(i), "FG-1/A", "1", "1");
        }

        FoldedNode raw = (FoldedNode) node(traces.graph(Folding.STANDARD), "stage:RAW");

        assertEquals(500, raw.seeds());
        assertEquals(500, raw.items());
        assertEquals(Optional.empty(), raw.opens());
    }

    @Test
    void edges_within_a_group_are_counted_not_drawn() {
        Traces traces = trace(Direction.FORWARD).seed("RM-1/A");
        for (int i = 0; i < 100; i++) {
            traces.edge("RM-1/A", "SF-1/L%d".formatted(i), "1", "0.01")
                    .edge("SF-1/L%d".formatted(i), "SF-1/L%d".formatted(i + 1), "1", "1");
        }

        FoldedNode group = (FoldedNode) node(traces.graph(Folding.STANDARD), "item:SF-1");

        assertEquals(101, group.count());
        assertEquals(100, group.inside());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "",
                "consignees",
                "consignees@2,item:SF-2001",
                "item:SF-2000,item:SF-2001,item:SF-2002,item:SF-2003,item:FG-3001,item:FG-3002,item:FG-3003,consignees"
            })
    void of_ten_thousand_lots_never_more_than_three_hundred_nodes_are_drawn(String opened) {
        String[] groups = opened.isEmpty() ? new String[0] : opened.split(",");

        TraceGraph graph = Samples.season(2000, 4, 214).graph(opened(groups).ofAtMost(Folding.MOST));

        assertEquals(10_001, graph.lots());
        assertEquals(215, graph.parties());
        assertTrue(graph.nodes().size() <= Folding.MOST, graph.nodes().size() + " nodes");
        assertTrue(graph.edges().size() <= Folding.MOST_EDGES, graph.edges().size() + " edges");
        long alone = graph.nodes().stream()
                .filter(node -> !(node instanceof FoldedNode))
                .count();
        assertEquals(10_216, graph.folded() + alone);
        assertEquals(groups.length, graph.opened().size() + graph.notOpened().size());
    }

    @Test
    void thousands_of_items_end_in_a_few_boxes() {
        Traces traces = trace(Direction.FORWARD).seed("RM-1/A");
        for (int i = 0; i < 3000; i++) {
            traces.edge("RM-1/A", "FG-%d/L".formatted(i), "1", "0.01").shipped("FG-%d/L".formatted(i), "C-" + i, "1");
        }

        TraceGraph graph = traces.graph(Folding.STANDARD);

        assertTrue(graph.nodes().size() <= 60, graph.nodes().size() + " nodes");
    }

    @Test
    void the_same_groups_have_the_same_names_whatever_is_opened() {
        Set<String> closed = ids(Samples.bread().graph(Folding.STANDARD));
        Set<String> open = ids(Samples.bread().graph(opened("fan:lot:ACME/RM-1001/F-0001")));

        assertTrue(open.contains("fan:lot:ACME/RM-1001/F-0002"));
        assertTrue(closed.contains("fan:lot:ACME/RM-1001/F-0002"));
        assertFalse(open.contains("fan:lot:ACME/RM-1001/F-0001"));
    }

    @ParameterizedTest
    @CsvSource({"0, 60", "8, 9", "8, 301"})
    void a_folding_has_bounds(int fan, int most) {
        assertThrows(IllegalArgumentException.class, () -> new Folding(fan, most, Set.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"consignees@0", "consignees@-1", "consignees@x", "consignees@"})
    void a_part_is_a_number_from_1(String text) {
        assertThrows(IllegalArgumentException.class, () -> OpenedFold.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"consignees", "item:RM-1005@2", "fan:lot:ACME/RM-1/A:@3"})
    void an_opened_group_is_read_as_it_is_written(String text) {
        assertEquals(text, OpenedFold.parse(text).toString());
    }

    private static Folding opened(String... groups) {
        return Folding.STANDARD.opening(
                Arrays.stream(groups).map(OpenedFold::parse).toList());
    }

    private static Traces fan(int consignees) {
        Traces traces = trace(Direction.FORWARD).seed("FG-1/A");
        for (int i = 0; i < consignees; i++) {
            traces.shipped("FG-1/A", "C-" + (1000 + i), "2");
        }
        return traces;
    }

    private static Set<String> ids(TraceGraph graph) {
        return graph.nodes().stream().map(TraceNode::id).collect(Collectors.toSet());
    }
}
