package org.lottrace.genealogy.internal.suspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FractionTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "7, 7", "-7, -7", "1E2, 100", "0.5, 1/2", "1.20, 6/5", "-0.25, -1/4", "2.00, 2"})
    void a_decimal_number_is_kept_exactly_and_reduced(BigDecimal number, String text) {
        assertEquals(text, Fraction.of(number).toString());
    }

    @Test
    void is_added_subtracted_and_scaled_without_rounding() {
        Fraction third = fraction("1").times(fraction("1"), fraction("3"));

        assertEquals("5/6", third.plus(fraction("0.5")).toString());
        assertEquals("-1/6", third.minus(fraction("0.5")).toString());
        assertEquals("1", third.plus(third).plus(third).toString());
        assertEquals("2/7", third.times(fraction("6"), fraction("7")).toString());
    }

    @Test
    void is_compared_by_its_value() {
        Fraction third = fraction("1").times(fraction("1"), fraction("3"));
        Fraction more = fraction("0.34");

        assertEquals(List.of(third, more), Stream.of(more, third).sorted().toList());
        assertSame(third, third.min(more));
        assertSame(third, more.min(third));
        assertSame(more, third.max(more));
        assertSame(more, more.max(third));
        assertEquals(third, fraction("2").times(fraction("1"), fraction("6")));
        assertEquals(
                third.hashCode(),
                fraction("2").times(fraction("1"), fraction("6")).hashCode());
        assertNotEquals(third, more);
        assertNotEquals(third.hashCode(), more.hashCode());
        assertNotEquals(fraction("1").hashCode(), fraction("2").hashCode());
        assertNotEquals(third, new Object());
    }

    @ParameterizedTest
    @CsvSource({"0.1, true, 1/10", "0, false, 0", "-0.1, false, 0"})
    void nothing_and_less_is_not_positive(String number, boolean positive, String orZero) {
        assertEquals(positive, fraction(number).isPositive());
        assertEquals(orZero, fraction(number).orZero().toString());
    }

    @Test
    void is_rounded_only_when_it_is_shown() {
        Fraction twoThirds = fraction("2").times(fraction("1"), fraction("3"));

        assertEquals(new BigDecimal("0.66"), twoThirds.decimal(2, RoundingMode.FLOOR));
        assertEquals(new BigDecimal("0.67"), twoThirds.decimal(2, RoundingMode.CEILING));
    }

    /** 2^1023 is the largest power with 1024 bits. */
    @Test
    void a_denominator_of_more_than_1024_bits_is_rounded_to_60_decimals() {
        Fraction longest = oneOver(BigInteger.TWO.pow(1023));
        Fraction longer = oneOver(BigInteger.TWO.pow(1024));

        assertSame(longest, longest.wieldy(RoundingMode.CEILING));
        assertEquals(
                new BigDecimal(BigInteger.ONE, 60),
                longer.wieldy(RoundingMode.CEILING)
                        .decimal(70, RoundingMode.UNNECESSARY)
                        .setScale(60, RoundingMode.UNNECESSARY));
        assertEquals(Fraction.ZERO, longer.wieldy(RoundingMode.FLOOR));
    }

    private static Fraction oneOver(BigInteger whole) {
        return fraction("1").times(fraction("1"), Fraction.of(new BigDecimal(whole)));
    }

    private static Fraction fraction(String number) {
        return Fraction.of(new BigDecimal(number));
    }
}
