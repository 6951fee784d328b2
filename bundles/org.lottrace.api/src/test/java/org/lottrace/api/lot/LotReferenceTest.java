package org.lottrace.api.lot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.LotNumber;

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

    @ParameterizedTest
    @CsvSource({
        "2026/06/0042, true",
        "FLOUR/2026/06/0042, true",
        "MILL/FLOUR/2026/06/0042, true",
        "/FLOUR/2026/06/0042, true",
        "//2026/06/0042, true",
        "06/0042, false",
        "0042, false",
        "SALT/2026/06/0042, false",
        "OTHER/FLOUR/2026/06/0042, false",
    })
    void fits_a_lot_whose_number_has_slashes_by_number_by_item_and_by_issuer(String text, boolean fits) {
        assertEquals(fits, LotReference.parse(text).fits(aLot("2026/06/0042").key()));
    }

    @Test
    void a_text_that_is_no_item_and_number_is_a_number() {
        assertEquals(
                new LotNumber("a_b/1"),
                LotReference.parse("a_b/1").otherReadings().stream()
                        .reduce(LotReference.parse("a_b/1"), (first, second) -> second)
                        .number());
        assertThrows(InvalidIdentifierException.class, () -> LotReference.parse("A/"));
        assertThrows(InvalidIdentifierException.class, () -> LotReference.parse("A /1 "));
    }

    @Test
    void a_number_with_a_slash_needs_all_three_parts_to_be_certain() {
        var key = aLot("7/12").key();

        assertEquals(LotReference.to(key), LotReference.parse("MILL/FLOUR/7/12"));
        assertEquals(key, LotKey.parse(key.toString()));
        assertThrows(InvalidIdentifierException.class, () -> LotKey.parse("FLOUR/7"));
    }
}
