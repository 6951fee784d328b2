package org.lottrace.certificate.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.EventType.PRODUCE;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Reversals.reversalOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.lot.LotKey;

/** Three kilograms of dough, one of flour and two of rye; then one thing of it is other than it was. */
class EdgeCheckTest {
    private static final LotKey FLOUR = aLot("FLOUR").key();
    private static final LotKey RYE = aLot("RYE").key();
    private static final LotKey DOUGH = aLot("DOUGH").key();
    private static final LotKey OTHER = aLot("OTHER").key();
    private static final Place MADE = Place.transformation(BERLIN);

    @Test
    void an_event_whose_lines_and_edges_tell_the_same_is_fine_and_so_is_its_reversal() {
        TraceEvent made = lines("1 KGM")
                .making(DOUGH, FLOUR, "1 KGM")
                .making(DOUGH, RYE, "2 KGM")
                .build();

        assertEquals(List.of(), findings(made));
        assertEquals(List.of(), findings(reversalOf(made)));
        assertEquals(
                List.of(),
                findings(anEvent("e1", PRODUCE)
                        .moving(FLOUR, "1 KGM", in(SHELF), in(DOCK))
                        .build()));
    }

    @Test
    void what_went_in_and_is_in_no_edge_is_named() {
        assertEquals(
                List.of("FLOUR 0.5 KGM 0.5 KGM went into a transformation, but no edge says what they became part of"),
                findings(lines("1.5 KGM")
                        .making(DOUGH, FLOUR, "1 KGM")
                        .making(DOUGH, RYE, "2 KGM")
                        .build()));
    }

    @Test
    void what_is_in_an_edge_and_in_no_line_is_named() {
        assertEquals(
                List.of("FLOUR -0.5 KGM 0.5 KGM became part of an output, but no line took them"),
                findings(lines("0.5 KGM")
                        .making(DOUGH, FLOUR, "1 KGM")
                        .making(DOUGH, RYE, "2 KGM")
                        .build()));
    }

    @Test
    void an_output_without_an_ingredient_and_an_edge_without_an_output_are_named() {
        assertEquals(
                List.of(
                        "DOUGH 3 KGM made of nothing: no edge ends at it",
                        "OTHER 1 KGM contains MILL/FLOUR/FLOUR by an edge, but no line says that it was made",
                        "OTHER 2 KGM contains MILL/FLOUR/RYE by an edge, but no line says that it was made"),
                findings(lines("1 KGM")
                        .making(OTHER, FLOUR, "1 KGM")
                        .making(OTHER, RYE, "2 KGM")
                        .build()));
    }

    @Test
    void a_line_and_an_edge_in_different_units_are_named() {
        assertEquals(
                List.of("FLOUR 1 BG line and edge are in different units, one in KGM"),
                findings(lines("1 KGM")
                                .making(DOUGH, FLOUR, "1 BG")
                                .making(DOUGH, FLOUR, "1 KGM")
                                .making(DOUGH, RYE, "2 KGM")
                                .build())
                        .stream()
                        .toList());
    }

    /** Of an output in two units nobody can say how much it is: its first line is named. */
    @Test
    void the_lines_of_an_output_are_added_while_they_are_in_one_unit() {
        assertEquals(
                List.of("DOUGH 5 KGM made of nothing: no edge ends at it"),
                findings(anEvent("e1", PRODUCE)
                        .moving(DOUGH, "3 KGM", MADE, in(SHELF))
                        .moving(DOUGH, "2 KGM", MADE, in(DOCK))
                        .moving(DOUGH, "1 BG", MADE, in(DOCK))
                        .build()));
    }

    private static EventBuilder lines(String flour) {
        return anEvent("e1", PRODUCE)
                .moving(FLOUR, flour, in(SHELF), MADE)
                .moving(RYE, "2 KGM", in(SHELF), MADE)
                .moving(DOUGH, "3 KGM", MADE, in(SHELF));
    }

    private static List<String> findings(TraceEvent event) {
        return EdgeCheck.findings(new RecordedEvent(event, 1, NOW, "")).stream()
                .map(finding -> finding.lot().orElseThrow().number() + " "
                        + finding.quantity().orElseThrow() + " " + finding.message())
                .toList();
    }
}
