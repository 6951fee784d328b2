package org.lottrace.allocation.fefo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.PICK_FACE;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.allocation.Candidate;
import org.lottrace.api.event.Position;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.LotBuilder;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Violation;

class LotChoiceTest {
    private static final Violation HELD = new Violation("LOT_ON_HOLD", "lot", "held");

    /** An offer is {@code number expiry production pieces}, with {@code -} for no date. */
    @ParameterizedTest
    @CsvSource({
        // the earlier expiry, even if produced later and even if more is there
        "A 2026-05-01 2026-01-01 1, B 2026-04-01 2026-02-01 9, B A",
        // without expiry last
        "A - 2020-01-01 1, B 2030-01-01 2026-01-01 9, B A",
        // same expiry: the earlier production; without production date last
        "A 2026-05-01 2026-02-01 1, B 2026-05-01 2026-01-01 9, B A",
        "A 2026-05-01 - 1, B 2026-05-01 2026-01-01 9, B A",
        // same dates: the smaller quantity
        "A 2026-05-01 2026-01-01 9, B 2026-05-01 2026-01-01 1, B A",
        "A - - 9, B - - 1, B A",
        // all the same: the key
        "B 2026-05-01 2026-01-01 5, A 2026-05-01 2026-01-01 5, A B"
    })
    void looks_at_lots_in_this_order(String one, String other, String order) {
        List<Offer> offers = List.of(offer(one), offer(other));

        List<Candidate> candidates = choose(quantity("100 C62"), offers);

        assertEquals(
                order, candidates.stream().map(c -> c.lot().number().value()).collect(Collectors.joining(" ")));
    }

    @Test
    void one_lot_at_two_positions_is_looked_at_by_position() {
        Offer shelf = offer("A 2026-05-01 - 5", SHELF);
        Offer pickFace = offer("A 2026-05-01 - 5", PICK_FACE);

        assertEquals(
                List.of(shelf.position(), pickFace.position()),
                choose(quantity("1 C62"), List.of(pickFace, shelf)).stream()
                        .map(Candidate::position)
                        .toList());
    }

    /** frappe/erpnext#58640: one batch assigned that cannot fill the row. */
    @Test
    void splits_over_as_many_lots_as_it_takes_and_leaves_the_rest_of_the_last() {
        assertEquals(
                "A 3, B 4, C 3, D 0",
                taken(
                        "10 C62",
                        offer("D - - 9"),
                        offer("C 2026-07-01 - 8"),
                        offer("A 2026-05-01 - 3"),
                        offer("B 2026-06-01 - 4")));
    }

    @Test
    void takes_what_there_is_when_there_is_less() {
        assertEquals("A 3, B 0.5", taken("10 C62", offer("A 2026-05-01 - 3"), offer("B 2026-06-01 - 0.5")));
        assertEquals("", taken("10 C62"));
    }

    @Test
    void passes_over_what_must_not_be_taken_and_says_why() {
        Offer held = new Offer(
                offer("A 2026-05-01 - 3").lot(),
                offer("A 2026-05-01 - 3").position(),
                Optional.empty(),
                Optional.empty(),
                false,
                quantity("3 C62"),
                List.of(HELD));
        Offer reserved = offer("B 2026-06-01 - 0");

        List<Candidate> candidates = choose(quantity("2 C62"), List.of(held, reserved, offer("C - - 5")));

        assertEquals(
                List.of(List.of("LOT_ON_HOLD"), List.of("FULLY_RESERVED"), List.of()),
                candidates.stream()
                        .map(c -> c.reasons().stream().map(Violation::code).toList())
                        .toList());
        assertEquals("A 0, B 0, C 2", text(candidates));
    }

    @Test
    void the_order_of_the_rows_changes_nothing() {
        List<Offer> offers = new ArrayList<>(List.of(
                offer("A 2026-05-01 - 3"), offer("B 2026-05-01 - 3"), offer("C - - 1"), offer("D 2026-04-01 - 2")));
        List<Candidate> expected = choose(quantity("6 C62"), offers);

        Collections.reverse(offers);

        assertEquals(expected, choose(quantity("6 C62"), offers));
    }

    private static List<Candidate> choose(Quantity needed, List<Offer> offers) {
        return new LotChoice(AllocationTerms.DEFAULT, needed, BigDecimal.ZERO).of(offers);
    }

    private static String taken(String needed, Offer... offers) {
        return text(choose(quantity(needed), List.of(offers)));
    }

    private static String text(List<Candidate> candidates) {
        return candidates.stream()
                .map(c -> c.lot().number() + " " + c.taken().amount().toPlainString())
                .collect(Collectors.joining(", "));
    }

    private static Offer offer(String text) {
        return offer(text, SHELF);
    }

    private static Offer offer(String text, LocationId location) {
        String[] parts = text.split(" ");
        LotBuilder lot = aLot(parts[0]).of(BREAD);
        if (!parts[1].equals("-")) {
            lot.expiring(parts[1]);
        }
        if (!parts[2].equals("-")) {
            lot.producedOn(parts[2]);
        }
        return new Offer(
                lot.build(),
                Position.at(Bakery.in(location)),
                Optional.empty(),
                Optional.empty(),
                false,
                quantity(parts[3] + " C62"),
                List.of());
    }
}
