package org.lottrace.api.lot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lottrace.api.id.InvalidIdentifierException;

class SegregationTest {
    private static final Segregation WHEAT = new Segregation(Set.of("GLUTEN"), Set.of());
    private static final Segregation GLUTEN_FREE = new Segregation(Set.of("GLUTEN-FREE"), Set.of("GLUTEN", "BARLEY"));

    @Test
    void it_is_enough_to_say_on_one_side() {
        assertEquals(Optional.of("GLUTEN"), WHEAT.keepsApartFrom(GLUTEN_FREE));
        assertEquals(Optional.of("GLUTEN"), GLUTEN_FREE.keepsApartFrom(WHEAT));
        assertEquals(Optional.empty(), GLUTEN_FREE.keepsApartFrom(GLUTEN_FREE));
        assertEquals(Optional.empty(), WHEAT.keepsApartFrom(Segregation.NONE));
    }

    @Test
    void a_class_is_a_code() {
        assertThrows(InvalidIdentifierException.class, () -> new Segregation(Set.of("tree nuts"), Set.of()));
    }
}
