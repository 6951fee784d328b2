package org.lottrace.genealogy.internal.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.genealogy.internal.suspect.Fraction;
import org.lottrace.genealogy.internal.suspect.Portion;

class ExactSeedTest {
    @Test
    void of_a_lot_that_is_all_suspect_everything_that_comes_is() {
        ExactSeed seed = new ExactSeed(Optional.empty());
        seed.expect(fraction("100"));

        assertTrue(seed.isWhole());
        assertEquals(Portion.all(fraction("30")), seed.entering(fraction("30")));
        assertEquals(Fraction.ZERO, seed.newlyCounted());
    }

    /** Ten are suspect of what is expected; this much comes now. */
    @ParameterizedTest
    @CsvSource({
        // expected, coming, minimum, evenly, maximum
        "100, 100, 10, 10, 10",
        "100, 95, 5, 9.5, 10",
        "100, 50, 0, 5, 10",
        "100, 5, 0, 0.5, 5",
        // more comes than was expected, or less than is suspect
        "20, 40, 10, 10, 10",
        "5, 5, 5, 5, 5"
    })
    void of_a_lot_that_is_suspect_in_part_nobody_knows_which_part(
            String expected, String coming, String minimum, String evenly, String maximum) {
        ExactSeed seed = new ExactSeed(Optional.of(fraction("10")));
        seed.expect(fraction(expected));

        assertFalse(seed.isWhole());
        assertEquals(
                new Portion(fraction(minimum), fraction(evenly), fraction(maximum), Optional.of(fraction(coming))),
                seed.entering(fraction(coming)));
    }

    @Test
    void a_stated_quantity_counts_once() {
        ExactSeed seed = new ExactSeed(Optional.of(fraction("10")));

        assertEquals(fraction("10"), seed.newlyCounted());
        assertEquals(Fraction.ZERO, seed.newlyCounted());
    }

    private static Fraction fraction(String number) {
        return Fraction.of(new BigDecimal(number));
    }
}
