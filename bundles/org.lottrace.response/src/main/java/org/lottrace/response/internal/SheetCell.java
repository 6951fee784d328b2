package org.lottrace.response.internal;

import java.util.ArrayList;
import java.util.List;
import org.lottrace.api.violation.Violation;

/**
 * One cell of a file with answers, and where a person finds it.
 *
 * @param line of the file, from 1
 * @param column from 1
 * @param title heading of the column
 * @param text without white space around it; empty when the row ends before it
 */
record SheetCell(long line, int column, String title, String text) {
    private static final int LETTERS = 26;

    /** @return such as {@code line 5 column P (On hand)}, with the letters of a spreadsheet */
    String position() {
        return "line " + line + " column " + letters(column) + " (" + title + ")";
    }

    Violation problem(String code, String message) {
        return new Violation(code, position(), message);
    }

    static String letters(int column) {
        List<String> letters = new ArrayList<>();
        for (int rest = column; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.add(0, String.valueOf((char) ('A' + (rest - 1) % LETTERS)));
        }
        return String.join("", letters);
    }
}
