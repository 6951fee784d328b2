package org.lottrace.genealogy.internal.suspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.quantity.UnitOfMeasure;

class ScaleTest {
    private static final UnitOfMeasure KILOGRAM = new UnitOfMeasure("KGM");

    @Test
    void has_as_many_parts_as_there_is_room_for_and_as_are_fast() {
        assertEquals(BigInteger.TEN.pow(18), Scale.of(BigInteger.TEN).parts());
        assertEquals(BigInteger.TEN.pow(7), Scale.of(BigInteger.TEN.pow(30)).parts());
        assertEquals(BigInteger.ONE, Scale.of(BigInteger.TEN.pow(37)).parts());
    }

    @Test
    void does_not_count_what_there_is_no_room_for() {
        BigInteger largest = Cells.LIMIT.subtract(BigInteger.ONE);

        assertEquals(BigInteger.ONE, Scale.of(largest).parts());
        assertEquals(Optional.empty(), Scale.of(largest).finer(BigInteger.TWO));
        assertThrows(ArithmeticException.class, () -> Scale.of(Cells.LIMIT));
    }

    @Test
    void a_finer_one_has_parts_of_every_factor() {
        Scale finer = Scale.of(BigInteger.TEN)
                .finer(BigInteger.valueOf(3))
                .flatMap(scale -> scale.finer(BigInteger.valueOf(7)))
                .orElseThrow();
        BigInteger huge = BigInteger.TEN.pow(25);

        assertEquals(BigInteger.valueOf(21).multiply(BigInteger.TEN.pow(17)), finer.parts());
        assertEquals(huge, Scale.of(BigInteger.TEN).finer(huge).orElseThrow().parts());
    }

    /** 4, 5 or 6 tenths of what is shown at last, behind an even or an odd one. */
    @ParameterizedTest
    @CsvSource({
        "24, 0.000002, 0.000002, 0.000003",
        "25, 0.000002, 0.000002, 0.000003",
        "26, 0.000002, 0.000003, 0.000003",
        "35, 0.000003, 0.000004, 0.000004",
        "30, 0.000003, 0.000003, 0.000003",
        "0, 0, 0, 0"
    })
    void is_shown_rounded_to_six_decimals(long tenths, BigDecimal down, BigDecimal even, BigDecimal up) {
        for (BigInteger largest : new BigInteger[] {BigInteger.TEN, BigInteger.TEN.pow(36)}) {
            Scale scale = Scale.of(largest);
            BigInteger number =
                    BigInteger.valueOf(tenths).multiply(scale.parts()).divide(BigInteger.TEN);

            assertEquals(down, shown(scale, number, RoundingMode.FLOOR));
            assertEquals(even, shown(scale, number, RoundingMode.HALF_EVEN));
            assertEquals(up, shown(scale, number, RoundingMode.CEILING));
        }
    }

    @Test
    void is_shown_as_a_division_says_whatever_its_size() {
        Random random = new Random(5);
        for (int i = 0; i < 5_000; i++) {
            BigInteger factor = new BigInteger(1 + random.nextInt(100), random).max(BigInteger.ONE);
            Scale scale = Scale.of(BigInteger.TEN).finer(factor).orElseThrow();
            BigInteger number = new BigInteger(
                    Math.min(1 + random.nextInt(125), scale.parts().bitLength() + 68), random);
            for (RoundingMode rounding :
                    new RoundingMode[] {RoundingMode.FLOOR, RoundingMode.HALF_EVEN, RoundingMode.CEILING}) {
                BigDecimal expected = new BigDecimal(number)
                        .divide(new BigDecimal(scale.parts()), 0, rounding)
                        .movePointLeft(6);

                assertEquals(0, expected.compareTo(shown(scale, number, rounding)), number + " " + scale.parts());
            }
        }
    }

    private static BigDecimal shown(Scale scale, BigInteger number, RoundingMode rounding) {
        Cells cells = new Cells(1);
        cells.set(0, number);
        return scale.quantity(cells, 0, rounding, KILOGRAM).amount();
    }
}
