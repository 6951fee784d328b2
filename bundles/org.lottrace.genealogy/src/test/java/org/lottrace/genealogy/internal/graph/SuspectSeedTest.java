package org.lottrace.genealogy.internal.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.genealogy.internal.suspect.Cells;
import org.lottrace.genealogy.internal.suspect.Portions;

/** Suspect goods are in tenths. */
class SuspectSeedTest {
    private static final int PARTS = 0;
    private static final int QUANTITY = 1;
    private static final int TOTAL = 2;
    private static final int PORTION = 3;
    private static final int OWN = PORTION + Portions.WIDTH;

    private final Cells cells = new Cells(OWN + SuspectSeed.OWN);

    @Test
    void of_a_lot_that_is_all_suspect_everything_that_comes_is() {
        SuspectSeed seed = seed(Optional.empty(), 100);

        assertTrue(seed.isWhole());
        assertEquals("300 300 300 300", entering(seed, 30));
    }

    /** Ten are suspect of what is expected; this much comes now. */
    @ParameterizedTest
    @CsvSource({
        // expected, coming, minimum, evenly, maximum, room
        "100, 100, 100 100 100 1000",
        "100, 95, 50 95 100 950",
        "100, 50, 0 50 100 500",
        "100, 5, 0 5 50 50",
        // more comes than was expected, or less than is suspect
        "20, 40, 100 100 100 400",
        "5, 5, 50 50 50 50"
    })
    void of_a_lot_that_is_suspect_in_part_nobody_knows_which_part(int expected, int coming, String portion) {
        SuspectSeed seed = seed(Optional.of(BigInteger.TEN), expected);

        assertFalse(seed.isWhole());
        assertEquals(portion, entering(seed, coming));
    }

    @Test
    void a_stated_quantity_counts_once() {
        SuspectSeed seed = seed(Optional.of(BigInteger.TEN), 0);

        seed.count(TOTAL);
        seed.count(TOTAL);

        assertEquals(BigInteger.valueOf(100), cells.get(TOTAL));
    }

    private SuspectSeed seed(Optional<BigInteger> stated, int expected) {
        cells.set(PARTS, BigInteger.TEN);
        SuspectSeed seed = new SuspectSeed(cells, PARTS, OWN, stated);
        cells.set(QUANTITY, BigInteger.valueOf(expected));
        seed.expect(QUANTITY);
        return seed;
    }

    private String entering(SuspectSeed seed, int quantity) {
        cells.set(QUANTITY, BigInteger.valueOf(quantity));
        seed.enter(QUANTITY, PORTION);
        return IntStream.range(PORTION, PORTION + Portions.WIDTH)
                .mapToObj(i -> cells.get(i).toString())
                .collect(Collectors.joining(" "));
    }
}
