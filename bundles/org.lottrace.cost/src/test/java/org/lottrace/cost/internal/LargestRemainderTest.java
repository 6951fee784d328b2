package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LargestRemainderTest {
    @ParameterizedTest
    @CsvSource({
        "100.00,     1 1 1,             33.34 33.33 33.33",
        "10.00,      3 3 3 1,           3.00 3.00 3.00 1.00",
        "0.01,       1 1,               0.01 0.00",
        "-15.01,     100 50,            -10.01 -5.00",
        "15.01,      100 50,            10.01 5.00",
        "7.00,       60 40,             4.20 2.80",
        "0.05,       1 1 1,             0.02 0.02 0.01",
        "1234567.89, 0.333 0.333 0.334, 411111.11 411111.11 412345.67",
        "0.00,       1 2,               0.00 0.00",
        "0.03,       1 0 1,             0.02 0.00 0.01"
    })
    void gives_the_left_cents_to_the_largest_remainders(String total, String weights, String shares) {
        assertEquals(
                decimals(shares).stream().map(LargestRemainderTest::euros).toList(),
                LargestRemainder.split(euros(new BigDecimal(total)), decimals(weights)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 0", "2 -1", "0"})
    void refuses_weights_that_say_nothing(String weights) {
        assertThrows(
                IllegalArgumentException.class, () -> LargestRemainder.split(euros(BigDecimal.TEN), decimals(weights)));
    }

    @Property
    void shares_add_up_to_the_total(
            @ForAll @IntRange(min = -100_000, max = 100_000) int cents,
            @ForAll @Size(min = 1, max = 12) List<@BigRange(min = "0.01", max = "900") BigDecimal> weights) {
        Money total = Money.ofMinor(CurrencyUnit.EUR, cents);

        assertEquals(
                total,
                LargestRemainder.split(total, weights).stream()
                        .reduce(Money::plus)
                        .orElseThrow());
    }

    private static List<BigDecimal> decimals(String text) {
        return Stream.of(text.split(" ")).map(BigDecimal::new).toList();
    }

    private static Money euros(BigDecimal amount) {
        return Money.of(CurrencyUnit.EUR, amount);
    }
}
