package org.lottrace.genealogy.internal.suspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.quantity.UnitOfMeasure;

/** A portion is written {@code minimum evenly maximum room}, with {@code -} for no room that anybody can tell. */
class PortionTest {
    @Test
    void clean_goods_have_room_only_and_goods_that_are_all_suspect_are_full() {
        assertEquals("0 0 0 7", text(Portion.clean(Optional.of(fraction("7")))));
        assertEquals("7 7 7 7", text(Portion.all(fraction("7"))));
        assertEquals("0 0 0 0", text(Portion.NOTHING));
    }

    @ParameterizedTest
    @CsvSource({
        "1 2 3 4, 10 20 30 40, 11 22 33 44",
        "1 2 3 -, 10 20 30 40, 11 22 33 -",
        "1 2 3 4, 10 20 30 -, 11 22 33 -"
    })
    void two_portions_together_hold_the_sum(String one, String other, String sum) {
        assertEquals(sum, text(portion(one).plus(portion(other))));
    }

    /** Nothing, and as little as there can be, each in two parts: what is unwieldy is rounded so that the bounds hold. */
    @Test
    void a_sum_that_is_unwieldy_is_rounded_away_from_the_middle() {
        Fraction tiny = fraction("1").times(fraction("1"), Fraction.of(new BigDecimal(BigInteger.TWO.pow(1030))));
        Fraction least = Fraction.of(new BigDecimal(BigInteger.ONE, 60));

        Portion sum = Portion.all(tiny).plus(Portion.NOTHING);

        assertEquals(Fraction.ZERO, sum.minimum());
        assertEquals(Fraction.ZERO, sum.proportional());
        assertEquals(least, sum.maximum());
        assertEquals(Optional.of(least), sum.room());
    }

    @ParameterizedTest
    @CsvSource({
        "1 2 3 4, 9, 1 2 3 4",
        "1 2 3 4, 2.5, 1 2 5/2 4",
        "1 2 3 4, 1.5, 1 3/2 3/2 4",
        "1 2 3 4, 0.5, 1/2 1/2 1/2 4"
    })
    void no_more_is_suspect_than_altogether(String portion, String total, String limited) {
        assertEquals(limited, text(portion(portion).upTo(fraction(total))));
    }

    /** Of 10 that are there at least, 3 may be here and 2 there. */
    @ParameterizedTest
    @CsvSource({"1 6 9 9, 5 6 9 9", "6 7 9 9, 6 7 9 9", "1 2 4 9, 4 2 4 9"})
    void what_cannot_be_elsewhere_is_here_as_far_as_it_can_be(String portion, String atLeast) {
        assertEquals(
                atLeast,
                text(portion(portion).atLeast(portion("10 11 12 12"), portion("0 1 3 3"), portion("0 1 2 2"))));
    }

    @ParameterizedTest
    @CsvSource({"3, 1 2 3 4", "5, 1 2 3 5"})
    void room_only_grows(String room, String portion) {
        assertEquals(portion, text(portion("1 2 3 4").withRoom(fraction(room))));
        assertEquals("1 2 3 -", text(portion("1 2 3 -").withRoom(fraction(room))));
    }

    @Test
    void what_may_hold_something_is_suspect() {
        assertEquals(true, portion("0 0 1 1").isSuspect());
        assertEquals(false, portion("0 0 0 1").isSuspect());
    }

    @Test
    void bounds_are_shown_rounded_outwards() {
        Fraction third = fraction("1").times(fraction("1"), fraction("3"));

        var shown = new Portion(third, third, third, Optional.empty()).in(new UnitOfMeasure("KGM"));

        assertEquals("0.333333 KGM", shown.minimum().toString());
        assertEquals("0.333333 KGM", shown.proportional().toString());
        assertEquals("0.333334 KGM", shown.maximum().toString());
    }

    static Portion portion(String text) {
        String[] parts = text.split(" ");
        return new Portion(
                fraction(parts[0]),
                fraction(parts[1]),
                fraction(parts[2]),
                Optional.of(parts[3]).filter(room -> !room.equals("-")).map(PortionTest::fraction));
    }

    static String text(Portion portion) {
        return portion.minimum() + " " + portion.proportional() + " " + portion.maximum() + " "
                + portion.room().map(Fraction::toString).orElse("-");
    }

    static Fraction fraction(String number) {
        return Fraction.of(new BigDecimal(number));
    }
}
