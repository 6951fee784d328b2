package org.lottrace.api.lot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lottrace.api.fixture.ItemBuilder.anItem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitMismatchException;

class ItemTest {
    private final Item bread =
            anItem("BREAD").in("C62").packed("CS", "12").packed("GRM", "0.0025").build();

    @Test
    void converts_with_its_own_pack_units() {
        assertEquals(Quantity.of("30", "C62"), bread.toBaseUnit(Quantity.of("2.5", "CS")));
        assertEquals(Quantity.of("7", "C62"), bread.toBaseUnit(Quantity.of("7", "C62")));
    }

    @Test
    void refuses_a_unit_it_has_no_factor_for() {
        assertThrows(UnitMismatchException.class, () -> bread.toBaseUnit(Quantity.of("1", "BG")));
    }

    /** 0.0025 pieces for a gram, 0.45359237 kilograms for a pound. */
    @ParameterizedTest
    @CsvSource({
        "0.001, GRM, 0.000003",
        "0.0004, GRM, 0.000001",
        "0.0002, GRM, 0.000001",
        "50, LBR, 22.679619",
        "100, LBR, 45.359237",
        "3, LBR, 1.360777",
    })
    void rounds_half_up_what_it_cannot_keep_exactly(String amount, String unit, String kept) {
        Item nuts = anItem("NUTS")
                .in("KGM")
                .packed("LBR", "0.45359237")
                .packed("GRM", "0.0025")
                .build();

        assertEquals(Quantity.of(kept, "KGM"), nuts.toBaseUnit(Quantity.of(amount, unit)));
    }

    @Test
    void refuses_what_would_be_nothing_or_has_too_many_digits() {
        assertThrows(ArithmeticException.class, () -> bread.toBaseUnit(Quantity.of("0.0001", "GRM")));
        assertThrows(ArithmeticException.class, () -> bread.toBaseUnit(Quantity.of("999999999999999", "CS")));
    }
}
