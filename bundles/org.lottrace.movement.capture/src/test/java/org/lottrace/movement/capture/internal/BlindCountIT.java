package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.FLOUR_2;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;
import static org.lottrace.company.WorkingBakery.refusals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.movement.BlindCount;
import org.lottrace.api.movement.BlindCountDecision;
import org.lottrace.api.movement.BlindCounts;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.StockCount;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.company.WorkingBakery;

/** Two lots of flour, 1000 kilograms each by the book. */
class BlindCountIT {
    private final WorkingBakery bakery = new WorkingBakery().withFlourAt("2026-03-02T06:00:00Z");
    private final BlindCounts counts = bakery.company().service(BlindCounts.class);

    @Test
    void two_people_count_and_one_of_the_counts_is_booked() {
        recorded(enter("a", "anna", on(SHELF, FLOUR_1, "990 KGM"), on(SHELF, FLOUR_2, "1000 KGM")));
        assertEquals(List.of(), shown().differences());
        assertEquals(List.of("RECOUNT_MISSING countSheet"), refusals(decide("d", "a")));

        recorded(enter("b", "ben", on(SHELF, FLOUR_1, "995 KGM"), on(SHELF, FLOUR_2, "1000 KGM")));
        assertEquals(List.of("BER/A-01 1000 KGM"), bakery.stock(FLOUR_1));
        assertEquals(List.of("anna", "ben"), counters());
        assertEquals(
                List.of("990 KGM 995 KGM"),
                shown().differences().stream()
                        .map(one ->
                                one.first().orElseThrow() + " " + one.second().orElseThrow())
                        .toList());

        recorded(decide("d", "b"));
        assertEquals(List.of("BER/A-01 995 KGM"), bakery.stock(FLOUR_1));
        assertEquals(Optional.of(new EventId("d")), shown().decided());
        assertTrue(decide("d", "b") instanceof Outcome.AlreadyDone);
        assertEquals(List.of("EVENT_ID_REUSED id"), refusals(decide("d", "a")));
        assertEquals(List.of("COUNT_DECIDED countSheet"), refusals(decide("e", "b")));
        assertEquals(List.of("COUNT_DECIDED countSheet"), refusals(enter("c", "cleo", on(SHELF, FLOUR_1, "1 KGM"))));
    }

    @Test
    void the_second_counter_is_another_person() {
        recorded(enter("a", "anna", on(SHELF, FLOUR_1, "990 KGM")));

        assertEquals(List.of("COUNTER_SAME context"), refusals(enter("b", "anna", on(SHELF, FLOUR_1, "991 KGM"))));
        assertTrue(enter("a", "anna", on(SHELF, FLOUR_1, "990 KGM")) instanceof Outcome.AlreadyDone);
        assertEquals(List.of("EVENT_ID_REUSED id"), refusals(enter("a", "anna", on(SHELF, FLOUR_1, "9 KGM"))));
    }

    @Test
    void what_moved_between_the_count_and_the_decision_keeps_its_effect() {
        recorded(enter("a", "anna", on(SHELF, FLOUR_1, "990 KGM")));
        recorded(enter("b", "ben", on(SHELF, FLOUR_1, "990 KGM")));
        bakery.move("m", "2026-03-02T07:30:00Z", SHELF, GATE, FLOUR_1, "100 KGM");

        recorded(decide("d", "a"));

        assertEquals(List.of("BER/A-01 890 KGM", "BER/GATE 100 KGM"), bakery.stock(FLOUR_1));
    }

    @Test
    void what_is_no_entry_of_the_sheet_cannot_be_booked() {
        recorded(enter("a", "anna", on(SHELF, FLOUR_1, "990 KGM")));

        assertEquals(List.of("ENTRY_UNKNOWN entry"), refusals(decide("d", "stock")));
        assertEquals(Optional.empty(), counts.show("C-9"));
    }

    private Outcome<RecordedEvent> enter(String id, String counter, LotQuantity... found) {
        return counts.enter(new StockCount(
                aContext(id).at("2026-03-02T07:10:00Z").by(counter).request(), "C-1", List.of(found)));
    }

    private Outcome<RecordedEvent> decide(String id, String entry) {
        return counts.decide(new BlindCountDecision(
                aContext(id).at("2026-03-02T07:45:00Z").by("chef").request(), "C-1", new EventId(entry)));
    }

    private BlindCount shown() {
        return counts.show("C-1").orElseThrow();
    }

    private List<String> counters() {
        return shown().entries().stream().map(BlindCount.Entry::counter).toList();
    }
}
