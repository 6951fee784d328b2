package org.lottrace.api.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {
    @ParameterizedTest
    @CsvSource({
        "4006381333931, 04006381333931", // GTIN-13
        "96385074, 00000096385074", // GTIN-8
        "036000291452, 00036000291452", // GTIN-12
        "10614141000415, 10614141000415" // GTIN-14
    })
    void pads_every_kind_of_gtin_to_14_digits(String text, String gtin14) {
        assertEquals(gtin14, Gtin.of(text).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4006381333932", "400638133393", "40063813339A1", "٤006381333931", "104006381333931"})
    void refuses_a_gtin_with_a_wrong_digit_or_length(String text) {
        assertThrows(InvalidIdentifierException.class, () -> Gtin.of(text));
    }

    @Test
    void says_what_was_refused() {
        var refused = assertThrows(InvalidIdentifierException.class, () -> Gtin.of("123"));

        assertEquals("123", refused.text());
    }

    @Test
    void knows_the_check_digit_of_an_sscc() {
        assertEquals("106141411234567897", new Sscc("106141411234567897").value());
        assertThrows(InvalidIdentifierException.class, () -> new Sscc("106141411234567898"));
        assertThrows(InvalidIdentifierException.class, () -> new Sscc("10614141123456789"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "2026-03/0042", "a+b=c?", "!\"%&'()*+,-./_:;<=>?", "ABCDEFGHIJ0123456789"})
    void takes_lot_numbers_of_the_gs1_invariant_set(String text) {
        assertEquals(text, new LotNumber(text).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"A B", "A  B", "L 12/3 X"})
    void keeps_the_blanks_of_a_partner_s_lot_number_and_knows_that_gs1_has_none(String text) {
        assertEquals(text, new LotNumber(text).value());
        assertFalse(new LotNumber(text).isMarkable());
        assertTrue(new LotNumber(text.replace(" ", "")).isMarkable());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", " A", "A ", "A\tB", "A\u00a0B", "Ä", "A#1", "A$", "A@", "A[", "ABCDEFGHIJ01234567890"})
    void refuses_lot_numbers_that_ai_10_cannot_carry(String text) {
        assertThrows(InvalidIdentifierException.class, () -> new LotNumber(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-A", "A/B", "A B", "ÄPFEL", "ABCDEFGHIJKLMNOPQRSTU"})
    void refuses_party_numbers_that_would_break_a_path_or_a_command(String text) {
        assertThrows(InvalidIdentifierException.class, () -> new PartyId(text));
    }
}
