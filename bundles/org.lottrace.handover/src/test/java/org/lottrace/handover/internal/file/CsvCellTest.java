package org.lottrace.handover.internal.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvCellTest {
    @ParameterizedTest
    @CsvSource({
        "L-4711, L-4711",
        "-12.50, -12.50",
        "'a,b', '\"a,b\"'",
        "'say \"x\"', '\"say \"\"x\"\"\"'",
        "=1+1, '''=1+1'",
        "-L1, '''-L1'",
        "007, 007"
    })
    void a_cell_is_read_as_it_was_and_runs_nothing(String text, String cell) {
        assertEquals(cell, CsvText.cell(text));
    }
}
