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

    @Test
    void refuses_a_quantity_it_cannot_convert_exactly() {
        assertThrows(ArithmeticException.class, () -> bread.toBaseUnit(Quantity.of("0.001", "GRM")));
    }
}
