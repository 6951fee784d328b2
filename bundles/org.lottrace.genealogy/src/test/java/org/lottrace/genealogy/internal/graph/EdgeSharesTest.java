package org.lottrace.genealogy.internal.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.EventType.PRODUCE;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.event.EventType.RETURN;
import static org.lottrace.api.event.EventType.SHIP;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Reversals.reversalOf;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.genealogy.TracedEdge;
import org.lottrace.api.lot.LotKey;

/** 100 kg of flour came, of which dough takes 30. */
class EdgeSharesTest {
    private final LotGraph graph = new LotGraph();

    EdgeSharesTest() {
        line(RECEIVE, "FLOUR", "100 KGM", Place.party(MILL), in(SHELF));
    }

    @Test
    void an_edge_says_which_event_recorded_it_and_what_part_it_is_of_both_ends() {
        make("SALT 10 KGM", "FLOUR 30 KGM");

        assertEquals(
                new TracedEdge(
                        new EventId("e1"),
                        2,
                        NOW,
                        BERLIN,
                        new Edge(lot("FLOUR"), lot("DOUGH"), quantity("30 KGM"), Edge.Certainty.KNOWN),
                        Optional.of(new BigDecimal("0.300000")),
                        Optional.of(new BigDecimal("0.750000"))),
                edge("FLOUR", graph.head().position()));
    }

    @Test
    void a_share_has_six_decimals_rounded_to_the_even_one() {
        line(RECEIVE, "FLOUR", "220 KGM", Place.party(MILL), in(SHELF));
        make("FLOUR 0.0001 KGM", "SALT 0.0002 KGM");

        assertEquals("0.000000 0.333333", shares("FLOUR"));
    }

    @Test
    void what_is_measured_in_another_unit_is_no_part_of_the_whole() {
        make("FLOUR 30 KGM", "SALT 30 KGM", "WATER 5 LTR");

        assertEquals("0.300000 0.500000", shares("FLOUR"));
        assertEquals("- 1.000000", shares("WATER"));
    }

    @Test
    void what_leaves_and_what_comes_back_did_not_come_again() {
        line(SHIP, "FLOUR", "40 KGM", in(SHELF), Place.party(MARKET));
        line(RETURN, "FLOUR", "20 KGM", Place.party(MARKET), in(SHELF));
        make("FLOUR 30 KGM");

        assertEquals("0.300000 1.000000", shares("FLOUR"));
    }

    @Test
    void what_was_reversed_counts_on_no_side() {
        take(reversalOf(line(RECEIVE, "FLOUR", "200 KGM", Place.party(MILL), in(SHELF))));
        take(reversalOf(make("FLOUR 10 KGM")));
        make("FLOUR 30 KGM");

        assertEquals("0.300000 1.000000", shares("FLOUR"));
    }

    @Test
    void what_was_concluded_says_so() {
        TraceEvent made = anEvent("tank", PRODUCE).build();
        take(new TraceEvent(
                made.context(),
                PRODUCE,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(new Edge(lot("FLOUR"), lot("DOUGH"), quantity("30 KGM"), Edge.Certainty.INFERRED)),
                List.of()));

        assertEquals(
                Edge.Certainty.INFERRED,
                edge("FLOUR", graph.head().position()).edge().certainty());
    }

    private TraceEvent make(String... inputs) {
        EventBuilder event = anEvent("e" + graph.head().position(), PRODUCE);
        for (String input : inputs) {
            String[] used = input.split(" ", 2);
            event.making(lot("DOUGH"), lot(used[0]), used[1]);
        }
        return take(event.build());
    }

    private TraceEvent line(EventType type, String lot, String quantity, Place from, Place to) {
        return take(anEvent("e" + graph.head().position(), type)
                .moving(lot(lot), quantity, from, to)
                .build());
    }

    private TraceEvent take(TraceEvent event) {
        graph.take(new RecordedEvent(event, graph.head().position() + 1, NOW, "0".repeat(64)));
        return event;
    }

    /** Of the input and of the output. */
    private String shares(String input) {
        TracedEdge edge = edge(input, graph.head().position());
        return edge.shareOfInput().map(BigDecimal::toPlainString).orElse("-") + " "
                + edge.shareOfOutput().map(BigDecimal::toPlainString).orElse("-");
    }

    private TracedEdge edge(String input, long position) {
        return new GraphTracer()
                .trace(graph, TraceRequest.of(Direction.BACKWARD, lot("DOUGH")), position).edges().stream()
                        .filter(edge -> edge.edge().input().equals(lot(input)))
                        .findFirst()
                        .orElseThrow();
    }

    private static LotKey lot(String number) {
        return aLot(number).key();
    }
}
