package org.lottrace.genealogy.internal.suspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against {@link BigInteger}: numbers of every length, and those at which a carry or a guess goes wrong. */
class CellsTest {
    private static final int TO = 0;
    private static final int ONE = 1;
    private static final int OTHER = 2;
    private static final int WHOLE = 3;

    private final Random random = new Random(7);

    @Test
    void sums_differences_limits_and_comparisons() {
        for (int i = 0; i < 20_000; i++) {
            BigInteger one = number(124);
            BigInteger other = random.nextInt(4) == 0 ? one : number(124);

            assertEquals(one.add(other), after(one, other, cells -> cells.add(ONE, OTHER)));
            assertEquals(
                    one.subtract(other).max(BigInteger.ZERO), after(one, other, cells -> cells.subtract(ONE, OTHER)));
            assertEquals(one.min(other), after(one, other, cells -> cells.limit(ONE, OTHER)));
            assertEquals(one.max(other), after(one, other, cells -> cells.raise(ONE, OTHER)));
            assertEquals(one.add(BigInteger.ONE), after(one, other, cells -> cells.addOne(ONE)));
            assertEquals(other, after(one, other, cells -> cells.copy(ONE, OTHER)));
            assertEquals(BigInteger.ZERO, after(one, other, cells -> cells.clear(ONE)));
            Cells cells = cells(one, other, BigInteger.ZERO);
            assertEquals(one.compareTo(other) < 0, cells.isLess(ONE, OTHER));
            assertEquals(one.equals(other), cells.isEqual(ONE, OTHER));
            assertEquals(one.equals(other), cells.isEqual(OTHER, ONE));
            assertEquals(one.signum() > 0, cells.isPositive(ONE));
            assertEquals(other.signum() > 0, cells.isPositive(OTHER));
        }
    }

    @Test
    void products() {
        for (int i = 0; i < 20_000; i++) {
            int bits = random.nextInt(126);
            BigInteger one = number(bits);
            BigInteger other = number(125 - bits);
            Cells cells = cells(one, other, BigInteger.ZERO);

            cells.product(TO, ONE, OTHER);

            assertEquals(one.multiply(other), cells.get(TO));
        }
    }

    @Test
    void shares_are_rounded_down_and_it_is_known_which_are_exact() {
        for (int i = 0; i < 60_000; i++) {
            BigInteger number = number(126);
            BigInteger whole = number(random.nextInt(10) == 0 ? 120 : 64).max(BigInteger.ONE);
            BigInteger part =
                    random.nextInt(10) == 0 ? whole : number(whole.bitLength()).mod(whole);
            Cells cells = cells(number, part, whole);
            BigInteger[] expected = number.multiply(part).divideAndRemainder(whole);

            boolean isExact = cells.share(TO, ONE, OTHER, WHOLE);

            assertEquals(expected[0], cells.get(TO), () -> number + " * " + part + " / " + whole);
            assertEquals(expected[1].signum() == 0, isExact);
            assertEquals(!isExact, cells.isRounded());
        }
    }

    /** Hacker's Delight, 9-4: where the first guess of a digit is one or two too high, and one that does not fit. */
    @ParameterizedTest
    @CsvSource({
        "9223372036854775806, -1, 9223372036854775807",
        "4611686018427387903, -1, 4611686018427387904",
        "4611686022722355199, -1, 4611686022722355200",
        "9223372032559808511, -1, 9223372032559808512",
        "1, 0, 4294967297",
        "4294967296, 0, 4294967297",
        "0, -1, 3",
        "2, -1, 3"
    })
    void quotients_of_two_digits(long high, long low, long divisor) {
        BigInteger expected = Cells.number(high, low).divide(BigInteger.valueOf(divisor));

        assertEquals(expected, Cells.number(0, Cells.divided(high, low, divisor)));
    }

    @ParameterizedTest
    @CsvSource({"10, 1, 4, 2", "10, 2, 6, 3", "9, 1, 6, 2", "7, 3, 10, 10"})
    void it_is_known_by_what_the_scale_is_too_coarse(long number, long part, long whole, long missing) {
        Cells cells = cells(BigInteger.valueOf(number), BigInteger.valueOf(part), BigInteger.valueOf(whole));
        assertFalse(cells.isRounded());

        cells.share(TO, ONE, OTHER, WHOLE);
        cells.set(WHOLE, BigInteger.valueOf(1_000_003));
        cells.share(TO, ONE, OTHER, WHOLE);

        assertTrue(cells.isRounded());
        assertEquals(BigInteger.valueOf(missing), cells.missing());
    }

    @Test
    void what_was_forgotten_is_not_known() {
        Cells cells = cells(BigInteger.ONE, BigInteger.ZERO, BigInteger.ZERO);
        cells.forget(OTHER);

        assertTrue(cells.isKnown(ONE));
        assertTrue(cells.isKnown(WHOLE));
        assertFalse(cells.isKnown(OTHER));
        assertFalse(cells.isPositive(OTHER));
    }

    private interface Change {
        void of(Cells cells);
    }

    private static BigInteger after(BigInteger one, BigInteger other, Change change) {
        Cells cells = cells(one, other, BigInteger.ZERO);
        change.of(cells);
        return cells.get(ONE);
    }

    private static Cells cells(BigInteger one, BigInteger other, BigInteger whole) {
        Cells cells = new Cells(4);
        List<BigInteger> numbers = List.of(one, other, whole);
        for (int i = 0; i < numbers.size(); i++) {
            cells.set(i + 1, numbers.get(i));
        }
        return cells;
    }

    /** Of any length up to that many bits; often all ones, or a power of two, or zero. */
    private BigInteger number(int bits) {
        int length = random.nextInt(bits + 1);
        return switch (random.nextInt(6)) {
            case 0 -> BigInteger.ONE.shiftLeft(length).subtract(BigInteger.ONE);
            case 1 ->
                BigInteger.ONE
                        .shiftLeft(Math.max(length - 1, 0))
                        .min(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
            default -> new BigInteger(length, random);
        };
    }
}
