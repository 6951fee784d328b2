package org.lottrace.genealogy.internal.suspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.genealogy.internal.suspect.PortionTest.fraction;
import static org.lottrace.genealogy.internal.suspect.PortionTest.portion;
import static org.lottrace.genealogy.internal.suspect.PortionTest.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tank of the class comment: 100 kg, of which 10 are suspect. */
class ContentsTest {
    private final Contents tank = new Contents();

    ContentsTest() {
        tank.add(fraction("60"), portion("4 4 4 60"), fraction("10"));
        tank.add(fraction("40"), portion("6 6 6 40"), fraction("10"));
    }

    @Test
    void what_is_added_is_there() {
        assertEquals(fraction("100"), tank.quantity());
        assertEquals("10 10 10 100", text(tank.suspect()));
    }

    @Test
    void no_more_is_suspect_than_can_be() {
        tank.add(fraction("50"), portion("0 1 5 50"), fraction("12"));

        assertEquals("10 11 12 150", text(tank.suspect()));
    }

    @ParameterizedTest
    @CsvSource({
        "95, 5 19/2 10 95, 0 1/2 5 5",
        "5, 0 1/2 5 5, 5 19/2 10 95",
        "100, 10 10 10 100, 0 0 0 0",
        "0, 0 0 0 0, 10 10 10 100"
    })
    void a_draw_holds_what_does_not_fit_into_the_rest_and_no_more_than_fits(String drawn, String holds, String rest) {
        assertEquals(holds, text(tank.draw(fraction(drawn))));
        assertEquals(fraction("100"), tank.quantity());

        tank.remove(fraction(drawn));

        assertEquals(rest, text(tank.suspect()));
        assertEquals(fraction("100").minus(fraction(drawn)), tank.quantity());
    }

    @Test
    void where_nobody_can_tell_the_room_any_draw_may_hold_all_or_nothing() {
        tank.add(fraction("100"), portion("0 0 0 -"), fraction("10"));

        assertEquals("0 5 10 -", text(tank.draw(fraction("100"))));
    }
}
