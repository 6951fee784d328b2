package org.lottrace.api.intake;

import java.util.Objects;

/**
 * One thing that is wrong with a file.
 *
 * @param row as a spreadsheet counts it: the headings are row 1; 0 when no row is meant. Objects of JSON count from 2, too
 * @param column heading of the column; empty when no column is meant
 * @param value what stands there, at most 100 characters of it; empty when no cell is meant
 * @param code stable word for programs
 * @param message what is wrong and what to do, for people
 */
public record ImportProblem(int row, String column, String value, String code, String message) {
    public ImportProblem {
        Objects.requireNonNull(column);
        Objects.requireNonNull(value);
        Objects.requireNonNull(code);
        Objects.requireNonNull(message);
    }
}
