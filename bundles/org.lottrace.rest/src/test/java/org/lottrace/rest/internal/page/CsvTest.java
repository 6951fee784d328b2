package org.lottrace.rest.internal.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Flour|Flour",
                "=1+1|'=1+1",
                "+49 40 1|'+49 40 1",
                "@SUM(A1)|'@SUM(A1)",
                "-1+cmd|'-1+cmd",
                "-12.5:KGM|-12.5:KGM",
                "-3|-3",
                "a=1|a=1"
            })
    void a_text_that_a_spreadsheet_would_run_is_shown_instead(String text, String cell) {
        assertEquals(cell, Csv.harmless(text));
    }
}
