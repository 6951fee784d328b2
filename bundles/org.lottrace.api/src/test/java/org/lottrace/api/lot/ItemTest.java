package org.lottrace.api.lot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lottrace.api.fixture.ItemBuilder.anItem;

import org.junit.jupiter.api.Test;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitMismatchException;

class ItemTest {
    private final Item bread =
            anItem("BREAD").in("C62").packed("CS", "12").packed("GRM", "0.0025").build();

    @Test
    void converts_exactly_with_its_own_pack_units() {
        assertEquals(Quantity.of("30", "C62"), bread.toBaseUnit(Quantity.of("2.5", "CS")));
        assertEquals(Quantity.of("7", "C62"), bread.toBaseUnit(Quantity.of("7", "C62")));
    }

    @Test
    void refuses_a_unit_it_has_no_factor_for() {
        assertThrows(UnitMismatchException.class, () -> bread.toBaseUnit(Quantity.of("1", "BG")));
    }

    /** Case w14: fifty pounds were refused because their kilograms have seven decimals. */
    @Test
    void rounds_what_has_more_decimals_than_are_kept_half_up() {
        Item nuts = anItem("NUTS").in("KGM").packed("LBR", "0.45359237").build();

        assertEquals(Quantity.of("22.679619", "KGM"), nuts.toBaseUnit(Quantity.of("50", "LBR")));
        assertEquals(Quantity.of("45.359237", "KGM"), nuts.toBaseUnit(Quantity.of("100", "LBR")));
        assertEquals(Quantity.of("-22.679619", "KGM"), nuts.toBaseUnit(Quantity.of("-50", "LBR")));
    }

    @Test
    void refuses_a_quantity_of_which_nothing_would_be_left() {
        assertThrows(ArithmeticException.class, () -> bread.toBaseUnit(Quantity.of("0.0001", "GRM")));
    }
}
