package org.lottrace.api.lot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckCharacterTest {
    @Test
    void fits_the_published_vector_of_mod_37_2() {
        assertEquals('Y', CheckCharacter.of("G123489654321"));
    }

    /** The hybrid system MOD 37,36 accepts both, which is why it is not the one used here. */
    @ParameterizedTest
    @CsvSource({"075751445745, 075751445754", "IJ0, JI0"})
    void tells_swaps_apart_that_the_hybrid_system_misses(String one, String swapped) {
        assertFalse(CheckCharacter.of(one) == CheckCharacter.of(swapped));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A_B", "A/B", "Ä"})
    void protects_only_what_it_counts(String text) {
        assertFalse(CheckCharacter.canProtect(text));
    }
}
