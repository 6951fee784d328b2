package org.lottrace.rootcause.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FisherExactTest {
    /** The first two are Fisher's lady tasting tea: 1 in 70, and 17 in 70; the others are counted out by hand. */
    @ParameterizedTest
    @CsvSource({
        "4, 4, 4, 8, 0.0142857",
        "3, 4, 4, 8, 0.242857",
        "0, 4, 4, 8, 1",
        "2, 2, 2, 100, 0.000202020",
        "1, 1, 5, 20, 0.25",
        "3, 3, 3, 3, 1",
        "5, 20, 5, 20, 1"
    })
    void the_chance_is_the_one_counted_by_hand(int hits, int exposed, int complaints, int all, BigDecimal chance) {
        assertEquals(
                0,
                chance.compareTo(FisherExact.chance(hits, exposed, complaints, all)),
                () -> "" + FisherExact.chance(hits, exposed, complaints, all));
    }

    @Test
    void a_chance_of_many_lots_is_small_but_never_nothing() {
        BigDecimal chance = FisherExact.chance(200, 200, 200, 100_000);

        assertTrue(chance.signum() > 0 && chance.compareTo(new BigDecimal("1e-500")) < 0, chance::toString);
    }

    @Test
    void each_is_corrected_for_those_that_are_left_and_never_below_one_before_it() {
        List<BigDecimal> corrected = FisherExact.corrected(
                Stream.of("0.01", "0.02", "0.022", "0.9").map(BigDecimal::new).toList());

        assertEquals(
                List.of("0.04", "0.06", "0.06", "0.9"),
                corrected.stream()
                        .map(BigDecimal::stripTrailingZeros)
                        .map(BigDecimal::toPlainString)
                        .toList());
    }
}
