package org.lottrace.trace.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.event.EventId;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.quality.LotDisposition;

class TraceFactsTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    @ParameterizedTest(name = "{0}, last day {1}: {2}")
    @CsvSource({
        "SELLABLE, 2026-03-02, SELLABLE",
        "SELLABLE, 2026-03-01, EXPIRED",
        "SELLABLE, , SELLABLE",
        "ON_HOLD, 2026-03-01, ON_HOLD",
        "ON_HOLD, , ON_HOLD",
        "RECALLED, 2026-03-01, RECALLED",
        "RECALLED, , RECALLED"
    })
    void the_strongest_reason_counts(Disposition disposition, LocalDate last, LotState state) {
        assertEquals(state, LotState.of(lot("RM-1/A", Optional.ofNullable(last)), disposition, TODAY));
    }

    @Test
    void a_decision_counts_also_for_a_lot_of_which_nothing_else_is_known() {
        LotDisposition held = new LotDisposition(
                Traces.lot("RM-1/B"), Disposition.ON_HOLD, "broken seal", new EventId("H-1"), List.of());

        TraceFacts facts =
                TraceFacts.of(List.of(), List.of(), List.of(lot("RM-1/A", Optional.empty())), List.of(held), TODAY);

        assertEquals(
                Map.of(Traces.lot("RM-1/A"), LotState.SELLABLE, Traces.lot("RM-1/B"), LotState.ON_HOLD),
                facts.states());
    }

    @Test
    void a_corrected_number_is_the_one_that_is_drawn() {
        Lot lot = lot("RM-1/A", Optional.empty());
        Lot corrected = new Lot(
                lot.key(),
                lot.productionDate(),
                lot.expiry(),
                lot.supplierLotNumber(),
                lot.madeAt(),
                Optional.of(new LotNumber("A-2")));

        TraceFacts facts = TraceFacts.of(List.of(), List.of(), List.of(corrected), List.of(), TODAY);
        TraceGraph graph =
                TraceGraph.of(Traces.trace(Direction.FORWARD).seed("RM-1/A").trace(), facts, Folding.STANDARD);

        assertEquals(new LotNumber("A-2"), ((LotNode) graph.nodes().get(0)).number());
    }

    private static Lot lot(String lot, Optional<LocalDate> expiry) {
        return new Lot(Traces.lot(lot), Optional.empty(), expiry, Optional.empty(), Optional.empty());
    }
}
