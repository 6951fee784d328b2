package org.lottrace.api.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
    private static final UnitOfMeasure KILOGRAM = new UnitOfMeasure("KGM");

    @ParameterizedTest
    @CsvSource({"1.50, 1.5", "100, 1E+2", "0, 0.000000", "-2.0, -2"})
    void trailing_zeros_make_no_difference(String one, String other) {
        assertEquals(Quantity.of(one, "KGM"), Quantity.of(other, "KGM"));
    }

    @Test
    void is_written_without_an_exponent() {
        assertEquals("100 KGM", Quantity.of("1E+2", "KGM").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0000001", "1000000000000000"})
    void refuses_what_it_cannot_keep_exactly(String amount) {
        assertThrows(ArithmeticException.class, () -> Quantity.of(amount, "KGM"));
    }

    /** Written out, such a number has more digits than there is memory. */
    @ParameterizedTest
    @ValueSource(strings = {"1E999999999", "-7E+2147483647", "1E-999999999"})
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void an_exponent_that_nobody_can_write_out_is_refused_at_once(String amount) {
        assertThrows(ArithmeticException.class, () -> Quantity.of(amount, "KGM"));
    }

    @Test
    void never_mixes_units() {
        var refused = assertThrows(
                UnitMismatchException.class, () -> Quantity.of("1", "KGM").plus(Quantity.of("1", "LTR")));

        assertEquals(new UnitOfMeasure("KGM"), refused.expected());
        assertEquals(new UnitOfMeasure("LTR"), refused.actual());
    }

    @Property
    void taking_away_what_was_added_leaves_exactly_what_was_there(
            @ForAll @BigRange(min = "-99999999999999", max = "99999999999999") @Scale(6) BigDecimal there,
            @ForAll @BigRange(min = "-99999999999999", max = "99999999999999") @Scale(6) BigDecimal added) {
        Quantity before = new Quantity(there, KILOGRAM);
        Quantity change = new Quantity(added, KILOGRAM);

        assertEquals(before, before.plus(change).minus(change));
        assertEquals(before, before.minus(change).plus(change));
        assertEquals(Quantity.zero(KILOGRAM), before.plus(before.negated()));
    }
}
