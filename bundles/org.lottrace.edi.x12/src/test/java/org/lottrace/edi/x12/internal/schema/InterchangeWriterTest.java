package org.lottrace.edi.x12.internal.schema;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.edi.x12.internal.schema.InterchangeWriter.Envelope;

class InterchangeWriterTest {
    private static final Envelope ENVELOPE = new Envelope(
            "856",
            "SH",
            "004010",
            new EdiAddress("ZZ", "LOTTRACE"),
            new EdiAddress("ZZ", "MARKET"),
            1,
            LocalDateTime.of(2026, 3, 2, 9, 15),
            "P");

    /** The receiver would drop it and read another number; found by Jazzer. */
    @ParameterizedTest
    @ValueSource(strings = {"PO\r17", "PO\n17"})
    void a_text_with_a_line_break_is_not_written(String order) {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> InterchangeWriter.write(ENVELOPE, List.of(List.of(List.of("PRF", order)))));

        assertTrue(refused.getMessage().endsWith("contains a line break"), refused.getMessage());
    }

    /** It was an overflow that kept a file from being taken; found by Jazzer. */
    @ParameterizedTest
    @ValueSource(ints = {301, 2000, 20_000})
    void a_text_that_is_longer_than_any_element_is_not_written(int length) {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> InterchangeWriter.write(ENVELOPE, List.of(List.of(List.of("PRF", "X".repeat(length))))));

        assertTrue(refused.getMessage().startsWith("an element of " + length + " characters"), refused.getMessage());
    }

    @Test
    void what_separates_for_the_partner_is_in_no_data() {
        WritingForm form = WritingForm.of("* > ~ ^", true);

        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> InterchangeWriter.write(ENVELOPE, List.of(List.of(List.of("PRF", "A>1"))), form));

        assertTrue(refused.getMessage().contains("\"A>1\" contains >"), refused.getMessage());
    }
}
