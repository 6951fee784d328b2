package org.lottrace.genealogy.internal.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lottrace.api.event.EventType.COUNT;
import static org.lottrace.api.event.EventType.DISPOSE;
import static org.lottrace.api.event.EventType.PRODUCE;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.event.EventType.RETURN;
import static org.lottrace.api.event.EventType.SHIP;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Reversals.reversalOf;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Seed;
import org.lottrace.api.genealogy.SuspectQuantity;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.genealogy.TracedLot;
import org.lottrace.api.lot.LotKey;

/** Every expected number is calculated by hand: minimum, even mix, maximum; contained | on hand | outside. */
class SuspectQuantitiesTest {
    private final LotGraph graph = new LotGraph();

    /** K = 100, s = 10. 95 drawn: at least 10 − 5, evenly 9.5, at most 10. 5 stay: at least 0, 0.5, at most 5. */
    @Test
    void a_draw_from_a_tank_of_100_with_10_suspect() {
        receive("TANK", "100 KGM");
        make("A", "95 KGM", "TANK 95 KGM");

        assertEquals("10 10 10 | 0 0.5 5 | 0 0 0", suspectIn("TANK", "TANK 10 KGM"));
        assertEquals("5 9.5 10 | 5 9.5 10 | 0 0 0", suspectIn("A", "TANK 10 KGM"));
    }

    /**
     * First 30: at least 10 − 70 → 0, 3, at most 10; 70 stay with 0, 7, 10. Then 65: at least 0 − 5 → 0, 6.5, at most 10;
     * 5 stay with 0, 0.5, 5.
     */
    @Test
    void several_draws_from_a_tank() {
        receive("TANK", "100 KGM");
        make("A", "30 KGM", "TANK 30 KGM");
        make("B", "65 KGM", "TANK 65 KGM");

        assertEquals("0 3 10", contained("A", "TANK 10 KGM"));
        assertEquals("0 6.5 10", contained("B", "TANK 10 KGM"));
        assertEquals("10 10 10 | 0 0.5 5 | 0 0 0", suspectIn("TANK", "TANK 10 KGM"));
    }

    /**
     * A silo: 40 of the suspect lot onto 60 clean; 50 drawn: at least 40 − 50 → 0, 20, at most 40; 50 stay with 0, 20, 40.
     * 50 clean come on top: 100 with 0, 20, 40. 80 drawn: at least 0, 16, at most 40.
     */
    @Test
    void a_silo_that_is_filled_and_drawn_from_in_turn() {
        receive("CLEAN", "200 KGM");
        receive("BAD", "40 KGM");
        make("SILO", "100 KGM", "BAD 40 KGM", "CLEAN 60 KGM");
        make("A", "50 KGM", "SILO 50 KGM");
        make("SILO", "50 KGM", "CLEAN 50 KGM");
        make("B", "80 KGM", "SILO 80 KGM");

        assertEquals("0 20 40", contained("A", "BAD"));
        assertEquals("0 16 40", contained("B", "BAD"));
        assertEquals("40 40 40 | 0 4 20 | 0 0 0", suspectIn("SILO", "BAD"));
    }

    @Test
    void a_draw_that_was_reversed_took_nothing() {
        receive("TANK", "100 KGM");
        make("A", "30 KGM", "TANK 30 KGM");
        String before = suspectIn("TANK", "TANK 10 KGM");
        TraceEvent draw = make("B", "65 KGM", "TANK 65 KGM");

        take(reversalOf(draw));

        assertEquals(before, suspectIn("TANK", "TANK 10 KGM"));
    }

    @Test
    void an_answer_that_was_read_does_not_see_what_happens_before_it_is_worked_out() {
        receive("TANK", "100 KGM");
        make("A", "30 KGM", "TANK 30 KGM");
        TraceRequest request = TraceRequest.of(Direction.FORWARD, lot("TANK")).withSuspectQuantities();
        GraphTracer tracer = new GraphTracer();
        Trace before = tracer.trace(graph, request, graph.head().position());
        Supplier<Trace> read = tracer.read(graph, request, graph.head().position());

        make("B", "65 KGM", "TANK 65 KGM");
        make("C", "10 KGM", "A 10 KGM");
        graph.folded().run();
        tracer.trace(graph, request, graph.head().position());

        assertEquals(before, read.get());
    }

    /** All of a lot is suspect: every draw is, exactly. A split gives parts, a merge gives the sum. */
    @Test
    void split_and_merge_of_a_lot_that_is_all_suspect() {
        receive("BAD", "100 KGM");
        make("LEFT", "30 KGM", "BAD 30 KGM");
        make("RIGHT", "70 KGM", "BAD 70 KGM");
        make("AGAIN", "50 KGM", "LEFT 30 KGM", "RIGHT 20 KGM");

        assertEquals("30 30 30 | 0 0 0 | 0 0 0", suspectIn("LEFT", "BAD"));
        assertEquals("70 70 70 | 50 50 50 | 0 0 0", suspectIn("RIGHT", "BAD"));
        assertEquals("50 50 50 | 50 50 50 | 0 0 0", suspectIn("AGAIN", "BAD"));
    }

    /**
     * Rework: dough of 10 suspect and 90 clean; 50 to bread (at least 0, 5, at most 10), 20 of the bread back into the dough
     * (of 50 with 10 at most: 0, 2, 10). The dough then has 70 with 0, 5 + 2, 10: there are only 10. The next 35: 0, 3.5, 10.
     */
    @Test
    void a_rework_loop() {
        receive("BAD", "10 KGM");
        receive("CLEAN", "90 KGM");
        make("DOUGH", "100 KGM", "BAD 10 KGM", "CLEAN 90 KGM");
        make("BREAD", "50 KGM", "DOUGH 50 KGM");
        make("DOUGH", "20 KGM", "BREAD 20 KGM");
        make("CAKE", "35 KGM", "DOUGH 35 KGM");

        assertEquals("0 5 10 | 0 3 10 | 0 0 0", suspectIn("BREAD", "BAD"));
        assertEquals("0 3.5 10", contained("CAKE", "BAD"));
        assertEquals("10 10 10 | 0 3.5 10 | 0 0 0", suspectIn("DOUGH", "BAD"));
    }

    /**
     * 20 of 80 kg are suspect and become 120 loaves, so a loaf has room for 2/3 kg. 90 loaves go out with room for 60 kg: at
     * least 20 − 20 = 0, 15, at most 20. 30 stay with room for 20: 0, 5, 20. 15 of the 90 come back: at most 10, evenly 2.5.
     */
    @Test
    void pieces_from_kilograms_that_are_shipped_and_partly_come_back() {
        receive("BAD", "20 KGM");
        receive("CLEAN", "60 KGM");
        make("LOAVES", "120 C62", "BAD 20 KGM", "CLEAN 60 KGM");
        line(SHIP, "LOAVES", "90 C62", in(SHELF), Place.party(MARKET));
        line(RETURN, "LOAVES", "15 C62", Place.party(MARKET), in(SHELF));

        assertEquals("20 20 20 | 0 7.5 20 | 0 12.5 20", suspectIn("LOAVES", "BAD"));
    }

    /** What came back is not more than there was: the 10 stay 10 of 100, all of which came with the one receipt. */
    @Test
    void what_comes_back_did_not_come_again() {
        receive("TANK", "100 KGM");
        line(SHIP, "TANK", "60 KGM", in(SHELF), Place.party(MARKET));
        line(RETURN, "TANK", "60 KGM", Place.party(MARKET), in(SHELF));

        assertEquals("10 10 10", contained("TANK", "TANK 10 KGM"));
    }

    /** 10 of 100 are suspect. 60 go to one customer, 40 to another: each may have all 10, together they have 10. */
    @Test
    void customers_together_have_no_more_and_no_less_than_there_was() {
        receive("TANK", "100 KGM");
        line(SHIP, "TANK", "60 KGM", in(SHELF), Place.party(MARKET));
        line(SHIP, "TANK", "40 KGM", in(SHELF), Place.party(MILL));

        assertEquals("10 10 10 | 0 0 0 | 10 10 10", suspectIn("TANK", "TANK 10 KGM"));
    }

    /** 100 kg dry to 90: a kilogram has room for 10/9. 45 kg of 90 hold at most 50, of which 60 were suspect: 10, 30, 50. */
    @Test
    void a_loss_of_weight_concentrates() {
        receive("BAD", "60 KGM");
        receive("CLEAN", "40 KGM");
        make("DRIED", "90 KGM", "BAD 60 KGM", "CLEAN 40 KGM");
        make("A", "45 KGM", "DRIED 45 KGM");

        assertEquals("10 30 50", contained("A", "BAD"));
    }

    /** Nobody can tell how many kilograms a litre displaces: any draw may hold all. */
    @Test
    void another_unit_in_the_mix_leaves_only_safe_bounds() {
        receive("SUGAR", "10 KGM");
        receive("WATER", "90 LTR");
        make("SYRUP", "95 LTR", "SUGAR 10 KGM", "WATER 90 LTR");
        make("A", "19 LTR", "SYRUP 19 LTR");

        assertEquals("0 2 10", contained("A", "SUGAR"));
        assertEquals("10 10 10 | 0 8 10 | 0 0 0", suspectIn("SYRUP", "SUGAR"));
    }

    /** Two deliveries of 50 with 60 suspect among them: each has at least 10, evenly 30, at most 50. */
    @Test
    void nobody_knows_in_which_delivery_the_suspect_goods_came() {
        receive("BAD", "50 KGM");
        make("FIRST", "50 KGM", "BAD 50 KGM");
        receive("BAD", "50 KGM");

        assertEquals("10 30 50", contained("FIRST", "BAD 60 KGM"));
    }

    /** What is destroyed or missed takes its part; what a count finds again was there before. */
    @Test
    void what_is_destroyed_is_gone_and_what_is_found_again_was_there_before() {
        receive("BAD", "100 KGM");
        line(DISPOSE, "BAD", "40 KGM", in(SHELF), Place.disposal(BERLIN));
        line(COUNT, "BAD", "10 KGM", in(SHELF), Place.countDifference(BERLIN));
        line(COUNT, "BAD", "10 KGM", Place.countDifference(BERLIN), in(SHELF));

        assertEquals("100 100 100 | 60 60 60 | 0 0 0", suspectIn("BAD", "BAD"));
    }

    @Test
    void units_are_kept_apart_and_a_wrong_one_is_refused() {
        receive("SALT", "5 KGM");
        receive("OIL", "3 LTR");
        make("MIX", "8 KGM", "SALT 5 KGM", "OIL 3 LTR");

        TraceRequest both = TraceRequest.of(Direction.FORWARD, lot("SALT"), lot("OIL"));
        assertEquals(
                List.of("5 KGM", "3 LTR"),
                lots(both).get(2).suspect().stream()
                        .map(s -> s.contained().proportional().toString())
                        .toList());
        assertThrows(IllegalArgumentException.class, () -> contained("MIX", "OIL 1 KGM"));
    }

    private void receive(String lot, String quantity) {
        line(RECEIVE, lot, quantity, Place.party(MILL), in(SHELF));
    }

    private TraceEvent make(String lot, String quantity, String... inputs) {
        EventBuilder event = anEvent(id(), PRODUCE);
        for (String input : inputs) {
            String[] used = input.split(" ", 2);
            event.moving(lot(used[0]), used[1], in(SHELF), Place.transformation(BERLIN));
            event.making(lot(lot), lot(used[0]), used[1]);
        }
        TraceEvent made = event.moving(lot(lot), quantity, Place.transformation(BERLIN), in(SHELF))
                .build();
        take(made);
        return made;
    }

    private void line(EventType type, String lot, String quantity, Place from, Place to) {
        take(anEvent(id(), type).moving(lot(lot), quantity, from, to).build());
    }

    private void take(TraceEvent event) {
        long position = graph.head().position() + 1;
        graph.take(new RecordedEvent(event, position, Bakery.NOW, "0".repeat(64)));
    }

    private String id() {
        return "e" + graph.head().position();
    }

    private String contained(String lot, String seed) {
        return suspectIn(lot, seed).split(" \\| ")[0];
    }

    private String suspectIn(String lot, String seed) {
        String[] parts = seed.split(" ", 2);
        Seed suspect = parts.length == 1 ? Seed.of(lot(seed)) : Seed.of(lot(parts[0]), quantity(parts[1]));
        return lots(TraceRequest.ofSeeds(Direction.FORWARD, List.of(suspect))).stream()
                .filter(traced -> traced.lot().equals(lot(lot)))
                .flatMap(traced -> traced.suspect().stream())
                .map(s -> text(s.contained()) + " | " + text(s.onHand()) + " | " + text(s.outside()))
                .collect(Collectors.joining());
    }

    private List<TracedLot> lots(TraceRequest request) {
        return new GraphTracer()
                .trace(graph, request.withSuspectQuantities(), graph.head().position())
                .lots();
    }

    private static String text(SuspectQuantity quantity) {
        return List.of(quantity.minimum(), quantity.proportional(), quantity.maximum()).stream()
                .map(q -> q.amount().toPlainString())
                .collect(Collectors.joining(" "));
    }

    private static LotKey lot(String number) {
        return aLot(number).key();
    }
}
