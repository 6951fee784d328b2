package org.lottrace.response.internal;

import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/**
 * One cell of a file with answers, and where a person finds it.
 *
 * @param line of the file, from 1
 * @param column from 1
 * @param title heading of the column
 * @param text without white space around it; empty when the row ends before it
 */
record SheetCell(int line, int column, String title, String text) {
    Violation problem(String code, String message) {
        return new Violation(code, ViolationPath.of(PathStep.row(line), PathStep.column(column, title)), message);
    }
}
