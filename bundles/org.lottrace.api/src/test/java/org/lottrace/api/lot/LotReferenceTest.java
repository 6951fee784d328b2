package org.lottrace.api.lot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.id.InvalidIdentifierException;

class LotReferenceTest {
    @ParameterizedTest
    @CsvSource({
        "L1, true",
        "FLOUR/L1, true",
        "MILL/FLOUR/L1, true",
        "L2, false",
        "SALT/L1, false",
        "OTHER/FLOUR/L1, false",
    })
    void fits_the_lots_it_may_mean(String text, boolean fits) {
        assertEquals(fits, LotReference.parse(text).fits(aLot("L1").key()));
    }

    @Test
    void a_number_with_a_slash_needs_all_three_parts() {
        var key = aLot("7/12").key();

        assertEquals(LotReference.to(key), LotReference.parse("MILL/FLOUR/7/12"));
        assertEquals(key, LotKey.parse(key.toString()));
        assertThrows(InvalidIdentifierException.class, () -> LotKey.parse("FLOUR/7"));
    }
}
