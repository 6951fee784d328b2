package org.lottrace.trace.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.trace.drawing.Traces.lot;
import static org.lottrace.trace.drawing.Traces.trace;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.quantity.Quantity;

class TraceGraphTest {
    private final TraceGraph salt = Samples.salt().graph(Folding.STANDARD);

    @Test
    void columns_go_from_suppliers_over_lots_to_consignees() {
        assertEquals(
                List.of(
                        "from:S-100",
                        "lot:ACME/RM-1005/SAL-262711",
                        "lot:ACME/SF-2001/D-0301",
                        "lot:ACME/SF-2002/D-0302",
                        "lot:ACME/SF-2002/D-0303",
                        "lot:ACME/FG-3001/R-0301",
                        "lot:ACME/FG-3002/B-0302",
                        "lot:ACME/FG-3002/B-0303",
                        "to:C-1",
                        "to:C-2",
                        "to:C-3"),
                salt.nodes().stream().map(TraceNode::id).toList());
    }

    @Test
    void says_how_many_lots_and_parties_there_are_and_that_none_is_folded() {
        assertEquals(7, salt.lots());
        assertEquals(4, salt.parties());
        assertEquals(0, salt.folded());
    }

    @Test
    void all_events_between_two_nodes_are_one_edge() {
        TraceGraph graph = trace(Direction.FORWARD)
                .seed("RM-1/A")
                .edge("RM-1/A", "FG-1/B", "10", "0.1")
                .edge("RM-1/A", "FG-1/B", "30", "0.3")
                .graph(Folding.STANDARD);

        TraceEdge edge = edge(graph, "lot:ACME/RM-1/A", "lot:ACME/FG-1/B");

        assertEquals(List.of(Quantity.of("40", "KGM")), edge.quantities());
        assertEquals(2, edge.events());
        assertEquals(Optional.of(new BigDecimal("0.4")), edge.share());
    }

    @Test
    void what_came_back_stands_at_the_shipment_and_is_not_taken_off() {
        TraceEdge edge = edge(salt, "lot:ACME/FG-3001/R-0301", "to:C-2");

        assertEquals(List.of(Quantity.of("160", "CS")), edge.quantities());
        assertEquals(List.of(Quantity.of("12", "CS")), edge.returned());
        assertEquals(EdgeWidth.THICK, edge.width());
    }

    @Test
    void a_shipment_is_compared_with_all_that_became_of_the_lot() {
        TraceGraph graph = trace(Direction.FORWARD)
                .seed("FG-1/A")
                .shipped("FG-1/A", "C-1", "10")
                .shipped("FG-1/A", "C-2", "20")
                .onHand("FG-1/A", "70", "CS")
                .graph(Folding.STANDARD);

        assertEquals(
                Optional.of(new BigDecimal("0.100000")),
                edge(graph, "lot:ACME/FG-1/A", "to:C-1").share());
    }

    @Test
    void a_receipt_is_compared_with_all_receipts_of_the_lot() {
        TraceGraph graph = trace(Direction.BACKWARD)
                .seed("RM-1/A")
                .received("RM-1/A", "S-1", "100")
                .received("RM-1/A", "S-2", "300")
                .graph(Folding.STANDARD);

        assertEquals(
                Optional.of(new BigDecimal("0.750000")),
                edge(graph, "from:S-2", "lot:ACME/RM-1/A").share());
    }

    @Test
    void an_edge_without_a_share_has_no_width_of_its_own() {
        TraceGraph graph = trace(Direction.FORWARD)
                .seed("RM-1/A")
                .edge("RM-1/A", "FG-1/B", "10", "")
                .graph(Folding.STANDARD);

        assertEquals(EdgeWidth.UNKNOWN, graph.edges().get(0).width());
    }

    @Test
    void an_edge_is_inferred_only_when_none_of_it_was_recorded() {
        TraceGraph graph = trace(Direction.FORWARD)
                .seed("RM-1/A")
                .inferred("RM-1/A", "FG-1/B", "10", "0.1")
                .edge("RM-1/A", "FG-1/B", "10", "0.1")
                .inferred("RM-1/A", "FG-1/C", "10", "0.1")
                .graph(Folding.STANDARD);

        assertFalse(edge(graph, "lot:ACME/RM-1/A", "lot:ACME/FG-1/B").inferred());
        assertTrue(edge(graph, "lot:ACME/RM-1/A", "lot:ACME/FG-1/C").inferred());
    }

    @Test
    void suspect_is_what_suspect_lots_carry_and_who_got_it_but_not_who_delivered_it() {
        assertTrue(edge(salt, "lot:ACME/RM-1005/SAL-262711", "lot:ACME/SF-2001/D-0301")
                .suspect());
        assertTrue(edge(salt, "lot:ACME/FG-3002/B-0302", "to:C-3").suspect());
        assertTrue(node(salt, "to:C-3").suspect());
        assertFalse(edge(salt, "from:S-100", "lot:ACME/RM-1005/SAL-262711").suspect());
        assertFalse(node(salt, "from:S-100").suspect());
    }

    @Test
    void nothing_is_suspect_when_the_trace_was_not_asked() {
        TraceGraph bread = Samples.bread().graph(Folding.STANDARD);

        assertTrue(bread.nodes().stream().noneMatch(TraceNode::suspect));
        assertTrue(bread.edges().stream().noneMatch(TraceEdge::suspect));
    }

    @Test
    void what_leads_to_a_suspect_seed_is_not_suspect_itself() {
        TraceGraph both = trace(Direction.BOTH)
                .seed("SF-1/D")
                .edge("RM-1/A", "SF-1/D", "10", "1")
                .edge("SF-1/D", "FG-1/B", "10", "1")
                .suspect("SF-1/D", "10", "10")
                .suspect("FG-1/B", "10", "10")
                .graph(Folding.STANDARD);

        assertFalse(edge(both, "lot:ACME/RM-1/A", "lot:ACME/SF-1/D").suspect());
        assertTrue(edge(both, "lot:ACME/SF-1/D", "lot:ACME/FG-1/B").suspect());
    }

    @Test
    void a_party_that_delivers_and_buys_is_drawn_on_both_sides() {
        TraceGraph graph = trace(Direction.BOTH)
                .seed("FG-1/A")
                .received("FG-1/A", "P-1", "10")
                .shipped("FG-1/A", "P-1", "3")
                .graph(Folding.STANDARD);

        assertEquals(Stage.SUPPLIER, node(graph, "from:P-1").stage());
        assertEquals(Stage.CONSIGNEE, node(graph, "to:P-1").stage());
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"X-1/A, RAW", "X-2/B, INTERMEDIATE", "X-3/C, FINISHED"})
    void a_lot_of_an_unknown_item_stands_where_its_edges_put_it(String lot, Stage stage) {
        TraceGraph graph = trace(Direction.FORWARD)
                .seed("X-1/A")
                .edge("X-1/A", "X-2/B", "1", "1")
                .edge("X-2/B", "X-3/C", "1", "1")
                .graph(Folding.STANDARD);

        assertEquals(stage, node(graph, LotNode.id(lot(lot))).stage());
    }

    @Test
    void a_lot_that_only_an_edge_names_is_drawn_too() {
        Traces traces = trace(Direction.FORWARD).seed("RM-1/A").edge("RM-1/A", "FG-1/B", "1", "1");
        Trace filtered = new Trace(
                traces.trace().request(),
                traces.trace().lots().subList(0, 1),
                traces.trace().edges(),
                List.of(),
                List.of(),
                1);

        assertEquals(
                2, TraceGraph.of(filtered, TraceFacts.NONE, Folding.STANDARD).lots());
    }

    @Test
    void an_unknown_seed_is_drawn_alone() {
        TraceGraph graph =
                TraceGraph.of(trace(Direction.BOTH).seed("RM-1/A").trace(), TraceFacts.NONE, Folding.STANDARD);

        assertEquals(1, graph.nodes().size());
        assertEquals(LotState.UNKNOWN, ((LotNode) graph.nodes().get(0)).state());
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "0, HAIR",
        "0.049999, HAIR",
        "0.05, THIN",
        "0.249999, THIN",
        "0.25, MEDIUM",
        "0.599999, MEDIUM",
        "0.6, THICK",
        "1, THICK",
        "1.2, THICK"
    })
    void widths_are_classes_of_shares(BigDecimal share, EdgeWidth width) {
        assertEquals(width, EdgeWidth.of(Optional.of(share)));
    }

    static TraceEdge edge(TraceGraph graph, String from, String to) {
        return graph.edges().stream()
                .filter(edge -> edge.from().equals(from) && edge.to().equals(to))
                .findFirst()
                .orElseThrow();
    }

    static TraceNode node(TraceGraph graph, String id) {
        return graph.nodes().stream()
                .filter(node -> node.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " among "
                        + graph.nodes().stream().map(TraceNode::id).toList()));
    }
}
