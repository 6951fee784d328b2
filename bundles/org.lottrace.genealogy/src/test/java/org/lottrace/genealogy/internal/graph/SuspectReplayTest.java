package org.lottrace.genealogy.internal.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.EventType.PRODUCE;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Seed;
import org.lottrace.api.genealogy.SuspectQuantity;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.genealogy.TraceStops;
import org.lottrace.api.lot.LotKey;

/**
 * What is rare: records with holes, several steps in one event, seeds that were made. As in {@link SuspectQuantitiesTest} every
 * number is calculated by hand: minimum, even mix, maximum.
 */
class SuspectReplayTest {
    private static final Place MADE = Place.transformation(BERLIN);

    private final LotGraph graph = new LotGraph();

    @Test
    void a_seed_whose_coming_was_never_recorded_is_suspect_as_far_as_it_was_used() {
        make("A", "10 KGM", "BAD 10 KGM");

        assertEquals("10 10 10", contained("A", "BAD"));
        assertEquals("10 10 10", contained("BAD", "BAD"));
    }

    /** Of A 10 were made and 30 are drawn: 20 clean ones must have come. Each 15 of 30: at least 0, evenly 5, at most 10. */
    @Test
    void what_was_drawn_from_another_lot_and_never_came_was_clean() {
        receive("BAD", "10 KGM");
        make("A", "10 KGM", "BAD 10 KGM");
        take(anEvent(id(), PRODUCE)
                .making(lot("B"), lot("A"), "15 KGM")
                .making(lot("C"), lot("A"), "15 KGM")
                .moving(lot("B"), "15 KGM", MADE, in(SHELF))
                .moving(lot("C"), "15 KGM", MADE, in(SHELF)));

        assertEquals("0 5 10", contained("B", "BAD"));
        assertEquals("0 5 10", contained("C", "BAD"));
    }

    @Test
    void clean_goods_that_come_to_an_affected_lot_dilute_it() {
        receive("BAD", "10 KGM");
        make("SILO", "10 KGM", "BAD 10 KGM");
        receive("SILO", "90 KGM");
        make("A", "50 KGM", "SILO 50 KGM");

        assertEquals("0 5 10", contained("A", "BAD"));
    }

    /** Water has no room for kilograms that anybody knows: a twentieth of the syrup may hold all of the sugar. */
    @Test
    void clean_goods_in_another_unit_have_no_room_that_anybody_knows() {
        receive("SUGAR", "10 KGM");
        receive("WATER", "90 LTR");
        make("SYRUP", "95 LTR", "SUGAR 10 KGM", "WATER 90 LTR");
        make("A", "4.75 LTR", "SYRUP 4.75 LTR");

        assertEquals("0 0.5 10", contained("A", "SUGAR"));
    }

    /** 90 of the 100 kg must have come from something that was not recorded, so they have room. */
    @Test
    void an_output_that_is_more_than_its_inputs_has_room_for_more() {
        receive("BAD", "10 KGM");
        make("SILO", "100 KGM", "BAD 10 KGM");
        make("A", "50 KGM", "SILO 50 KGM");

        assertEquals("0 5 10", contained("A", "BAD"));
    }

    /** Ten kilograms, the sum in the first unit; and three litres of which nobody knows the room. */
    @Test
    void an_output_of_which_only_edges_are_recorded_is_as_much_as_they_say() {
        take(anEvent(id(), PRODUCE)
                .making(lot("A"), lot("BAD"), "4 KGM")
                .making(lot("A"), lot("BAD"), "6 KGM")
                .making(lot("A"), lot("OIL"), "3 LTR"));
        take(anEvent(id(), PRODUCE).making(lot("B"), lot("A"), "5 KGM"));

        assertEquals("0 5 10", contained("B", "BAD"));
    }

    /** Ten kilograms in 20 l. What is drawn from it is in litres, too: it has no more room for kilograms than those ten. */
    @Test
    void an_output_of_which_only_edges_in_another_unit_are_recorded_has_no_more_room_than_its_inputs() {
        receive("BAD", "10 KGM");
        make("OIL", "20 LTR", "BAD 10 KGM");
        take(anEvent(id(), PRODUCE).making(lot("BLEND"), lot("OIL"), "20 LTR"));
        make("A", "10 LTR", "BLEND 10 LTR");

        assertEquals("5 5 5", contained("A", "BAD"));
    }

    /** More steps than there is room for at first. */
    @Test
    void an_event_may_make_any_number_of_lots() {
        receive("BAD", "40 KGM");
        EventBuilder event = anEvent(id(), PRODUCE);
        for (int output = 1; output <= 40; output++) {
            event.making(lot("A" + output), lot("BAD"), "1 KGM").moving(lot("A" + output), "1 KGM", MADE, in(SHELF));
        }
        take(event);

        assertEquals("1 1 1", contained("A1", "BAD"));
        assertEquals("1 1 1", contained("A40", "BAD"));
        assertEquals("40 40 40 | 0 0 0 | 0 0 0", suspectIn("BAD", TraceRequest.of(Direction.FORWARD, lot("BAD"))));
    }

    /** Fifteen digits before the point, in one row: the scale leaves room for them. */
    @Test
    void a_single_receipt_may_be_as_large_as_a_quantity_can_be() {
        receive("BAD", "999999999999999.999999 KGM");

        assertEquals("999999999999999.999999 ".repeat(3).trim(), contained("BAD", "BAD"));
    }

    @Test
    void what_is_made_in_the_event_in_which_it_is_drawn_from_is_made_first() {
        receive("BREAD", "1 KGM");
        receive("BAD", "10 KGM");
        take(anEvent(id(), PRODUCE)
                .making(lot("BREAD"), lot("DOUGH"), "10 KGM")
                .making(lot("DOUGH"), lot("BAD"), "10 KGM")
                .moving(lot("BREAD"), "10 KGM", MADE, in(SHELF))
                .moving(lot("DOUGH"), "10 KGM", MADE, in(SHELF)));

        assertEquals("10 10 10", contained("BREAD", "BAD"));
    }

    /** A gets 2 of B, which must have been clean, and has 12. B gets 4 of these: at least 10 − 8, evenly 10·4/12, at most 4. */
    @Test
    void a_loop_within_one_event_ends() {
        receive("BAD", "10 KGM");
        make("A", "10 KGM", "BAD 10 KGM");
        take(anEvent(id(), PRODUCE)
                .making(lot("B"), lot("A"), "4 KGM")
                .making(lot("A"), lot("B"), "2 KGM")
                .moving(lot("B"), "4 KGM", MADE, in(SHELF))
                .moving(lot("A"), "2 KGM", MADE, in(SHELF)));

        assertEquals("2 3.333333 4", contained("B", "BAD"));
    }

    @Test
    void what_was_drawn_for_lots_that_are_not_in_the_answer_is_gone_as_well() {
        receive("BAD", "10 KGM");
        make("A", "10 KGM", "BAD 10 KGM");
        make("B", "4 KGM", "A 4 KGM");
        TraceRequest oneLevel = TraceRequest.ofSeeds(Direction.FORWARD, List.of(Seed.of(lot("BAD"))))
                .stopping(TraceStops.NONE.afterLevels(1));

        assertEquals("10 10 10 | 6 6 6 | 0 0 0", suspectIn("A", oneLevel));
        assertEquals("", suspectIn("B", oneLevel));
    }

    @Test
    void a_seed_that_was_made_of_nothing_is_suspect() {
        take(anEvent(id(), PRODUCE).moving(lot("BAD"), "10 KGM", MADE, in(SHELF)));

        assertEquals("10 10 10", contained("BAD", "BAD"));
    }

    @Test
    void a_seed_that_was_made_of_clean_lots_is_suspect() {
        receive("FLOUR", "10 KGM");
        make("DOUGH", "10 KGM", "FLOUR 10 KGM");

        assertEquals("10 10 10", contained("DOUGH", "DOUGH"));
    }

    /** 4 of the 20 that were made in two steps are suspect; A got the first 10: at least 4 − 10, evenly 2, at most 4. */
    @Test
    void nobody_knows_in_which_making_the_suspect_goods_of_a_seed_came() {
        receive("FLOUR", "20 KGM");
        make("DOUGH", "10 KGM", "FLOUR 10 KGM");
        make("A", "10 KGM", "DOUGH 10 KGM");
        make("DOUGH", "10 KGM", "FLOUR 10 KGM");

        assertEquals("0 2 4", contained("A", "DOUGH 4 KGM"));
    }

    /** The first 10 are those of BAD. The 4 that are stated are among the other 10, which came from a clean lot. */
    @Test
    void what_a_seed_has_from_another_seed_is_not_what_is_stated_of_it() {
        receive("BAD", "10 KGM");
        receive("FLOUR", "10 KGM");
        make("DOUGH", "10 KGM", "BAD 10 KGM");
        make("DOUGH", "10 KGM", "FLOUR 10 KGM");

        assertEquals("14 14 14", contained("DOUGH", "BAD", "DOUGH 4 KGM"));
    }

    @Test
    void a_seed_that_is_all_suspect_is_so_whatever_it_was_made_of() {
        receive("BAD", "10 KGM");
        receive("CLEAN", "90 KGM");
        make("DOUGH", "100 KGM", "BAD 10 KGM", "CLEAN 90 KGM");

        assertEquals("100 100 100", contained("DOUGH", "BAD", "DOUGH"));
        assertEquals("10 10 10", contained("BAD", "BAD", "DOUGH"));
    }

    private void receive(String lot, String quantity) {
        take(anEvent(id(), RECEIVE).moving(lot(lot), quantity, Place.party(MILL), in(SHELF)));
    }

    private void make(String lot, String quantity, String... inputs) {
        EventBuilder event = anEvent(id(), PRODUCE);
        for (String input : inputs) {
            String[] used = input.split(" ", 2);
            event.making(lot(lot), lot(used[0]), used[1]);
        }
        take(event.moving(lot(lot), quantity, MADE, in(SHELF)));
    }

    private void take(EventBuilder event) {
        graph.take(new RecordedEvent(event.build(), graph.head().position() + 1, NOW, "0".repeat(64)));
    }

    private String id() {
        return "e" + graph.head().position();
    }

    private String contained(String lot, String... seeds) {
        List<Seed> suspect = Stream.of(seeds).map(SuspectReplayTest::seed).toList();
        return suspectIn(lot, TraceRequest.ofSeeds(Direction.FORWARD, suspect)).split(" \\| ")[0];
    }

    private String suspectIn(String lot, TraceRequest request) {
        return new GraphTracer()
                .trace(graph, request.withSuspectQuantities(), graph.head().position()).lots().stream()
                        .filter(traced -> traced.lot().equals(lot(lot)))
                        .flatMap(traced -> traced.suspect().stream())
                        .map(s -> text(s.contained()) + " | " + text(s.onHand()) + " | " + text(s.outside()))
                        .collect(Collectors.joining());
    }

    private static Seed seed(String text) {
        String[] parts = text.split(" ", 2);
        return parts.length == 1 ? Seed.of(lot(text)) : Seed.of(lot(parts[0]), quantity(parts[1]));
    }

    private static String text(SuspectQuantity quantity) {
        return Stream.of(quantity.minimum(), quantity.proportional(), quantity.maximum())
                .map(q -> q.amount().toPlainString())
                .collect(Collectors.joining(" "));
    }

    private static LotKey lot(String number) {
        return aLot(number).key();
    }
}
