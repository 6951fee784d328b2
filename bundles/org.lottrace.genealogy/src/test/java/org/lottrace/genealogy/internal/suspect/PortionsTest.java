package org.lottrace.genealogy.internal.suspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A portion is written {@code least evenly most room}, with {@code -} for no room that anybody knows, in tenths. */
class PortionsTest {
    private static final int PARTS = 0;
    private static final int OWN = 1;
    private static final int NUMBER = OWN + Portions.OWN;
    private static final int MOST = NUMBER + 1;
    private static final int ONE = MOST + 1;
    private static final int OTHER = ONE + Portions.WIDTH;
    private static final int TANK = OTHER + Portions.WIDTH;

    private final Cells cells = new Cells(TANK + Portions.CONTENTS_WIDTH);
    private final Portions portions = new Portions(cells, PARTS, OWN);

    PortionsTest() {
        set(PARTS, 10);
    }

    @Test
    void nothing_has_room_for_nothing() {
        set(ONE, "1 2 3 -");
        portions.clear(ONE);

        assertEquals("0 0 0 0", text(ONE));
    }

    @ParameterizedTest
    @CsvSource({
        "1 2 3 4, 10 20 30 40, 11 22 33 44",
        "1 2 3 -, 10 20 30 40, 11 22 33 -",
        "1 2 3 4, 10 20 30 -, 11 22 33 -"
    })
    void two_portions_together_hold_the_sum(String one, String other, String sum) {
        set(ONE, one);
        set(OTHER, other);
        portions.add(ONE, OTHER);

        assertEquals(sum, text(ONE));
    }

    @Test
    void bounds_are_added_without_the_room() {
        set(ONE, "1 2 3 4");
        set(OTHER, "10 20 30 40");
        portions.addBounds(ONE, OTHER);

        assertEquals("11 22 33 4", text(ONE));
    }

    @ParameterizedTest
    @CsvSource({"1 2 3 4, 9, 1 2 3 4", "1 2 3 4, 2, 1 2 2 4", "4 5 6 7, 3, 3 3 3 7"})
    void no_more_is_suspect_than_altogether(String portion, int total, String limited) {
        set(ONE, portion);
        set(MOST, total);
        portions.limit(ONE, MOST);

        assertEquals(limited, text(ONE));
    }

    @ParameterizedTest
    @CsvSource({"1 2 3 4, 3, 1 2 3 4", "1 2 3 4, 5, 1 2 3 5", "1 2 3 -, 5, 1 2 3 -"})
    void room_only_grows(String portion, int room, String widened) {
        set(ONE, portion);
        set(NUMBER, room);
        portions.widen(ONE, NUMBER);

        assertEquals(widened, text(ONE));
    }

    @Test
    void no_more_is_suspect_in_what_is_filled_in_than_can_be() {
        tank("100 100 100 1000", 100);
        set(OTHER, "0 10 50 500");
        set(NUMBER, 50);
        set(MOST, 120);
        portions.fill(TANK, NUMBER, OTHER, MOST);

        assertEquals("100 110 120 1500", text(TANK));
        assertEquals(150, cells.get(TANK + Portions.QUANTITY).intValue());
    }

    /** The tank of the class comment, with tenths of kilograms; and goods with more or less room, or one that nobody knows. */
    @ParameterizedTest
    @CsvSource({
        "100 100 100 1000, 100, 95, 50 95 100 950, 0 5 50 50",
        "100 100 100 1000, 100, 5, 0 5 50 50, 50 95 100 950",
        "100 100 100 1000, 100, 100, 100 100 100 1000, 0 0 0 0",
        "600 600 600 1000, 90, 45, 100 300 500 500, 100 300 500 500",
        "0 100 100 -, 200, 100, 0 50 100 -, 0 50 100 -",
        "7 8 9 -, 10, 10, 7 8 9 -, 0 0 0 0",
        // a third of each: what is least down, what is most and the room up
        "500 500 500 1000, 3, 1, 0 166 334 334, 166 334 500 667",
        "10 10 10 10, 3, 1, 3 3 4 4, 6 7 7 7",
        // room for just as much as there is
        "10 10 10 30, 3, 1, 0 3 10 10, 0 7 10 20"
    })
    void a_draw_holds_what_does_not_fit_into_the_rest_and_no_more_than_fits(
            String contents, int all, int drawn, String holds, String rest) {
        tank(contents, all);
        set(NUMBER, drawn);
        portions.draw(TANK, NUMBER, ONE);
        assertEquals(holds, text(ONE));
        assertEquals(contents, text(TANK));
        assertEquals(all, cells.get(TANK + Portions.QUANTITY).intValue());

        portions.take(TANK, NUMBER, OTHER);

        assertEquals(holds, text(OTHER));
        assertEquals(rest, text(TANK));
        assertEquals(all - drawn, cells.get(TANK + Portions.QUANTITY).intValue());
    }

    @Test
    void what_has_room_for_just_as_much_as_there_is_needs_no_rounding_of_the_room() {
        tank("0 0 0 30", 3);
        set(NUMBER, 1);
        portions.take(TANK, NUMBER, ONE);

        assertEquals("0 0 0 10", text(ONE));
        assertEquals(false, cells.isRounded());
    }

    /** Whatever stands before it: three in the tank, with room for one. */
    @Test
    void the_room_of_contents_is_compared_with_how_much_there_is_in_them() {
        set(OTHER, "1 30 0 0");
        tank("0 0 0 10", 3);
        set(NUMBER, 1);
        portions.draw(TANK, NUMBER, ONE);

        assertEquals("0 0 0 4", text(ONE));
    }

    @Test
    void goods_without_room_have_none_in_any_part() {
        tank("0 0 0 0", 3);
        set(NUMBER, 1);
        portions.draw(TANK, NUMBER, ONE);

        assertEquals("0 0 0 0", text(ONE));
    }

    private void tank(String portion, int quantity) {
        set(TANK, portion);
        set(TANK + Portions.QUANTITY, quantity);
    }

    private void set(int at, int number) {
        cells.set(at, BigInteger.valueOf(number));
    }

    private void set(int at, String portion) {
        String[] numbers = portion.split(" ");
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i].equals("-")) {
                cells.forget(at + i);
            } else {
                set(at + i, Integer.parseInt(numbers[i]));
            }
        }
    }

    private String text(int portion) {
        return IntStream.range(portion, portion + Portions.WIDTH)
                .mapToObj(i -> cells.isKnown(i) ? cells.get(i).toString() : "-")
                .collect(Collectors.joining(" "));
    }
}
