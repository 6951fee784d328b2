package org.lottrace.intake.internal.table;

import java.util.ArrayList;
import java.util.List;
import org.lottrace.api.intake.Imports;
import org.lottrace.intake.internal.Problems;

/** Puts a table together, row by row, within the limits. */
final class TableBuilder {
    private final Problems problems;
    private final List<Row> rows = new ArrayList<>();
    private List<String> headings = List.of();
    private long filled;

    TableBuilder(Problems problems) {
        this.problems = problems;
    }

    boolean hasHeadings() {
        return !headings.isEmpty();
    }

    /** Empty ones at the end are none. */
    void headings(int row, List<String> texts) {
        int last = texts.size();
        while (last > 0 && texts.get(last - 1).isEmpty()) {
            last--;
        }
        checkColumns(row, last);
        texts.forEach(text -> checkLength(row, text));
        headings = List.copyOf(texts.subList(0, last));
    }

    /** Passes over a row without anything in it. */
    void add(int number, List<Cell> cells) {
        if (cells.stream().allMatch(Cell::isEmpty)) {
            return;
        }
        if (rows.size() == Imports.MOST_ROWS) {
            throw tooLarge(number, "there are more than " + Imports.MOST_ROWS + " rows: split the file");
        }
        cells.forEach(cell -> checkLength(number, cell.text()));
        filled += cells.stream().filter(cell -> !cell.isEmpty()).count();
        if (filled > Imports.MOST_CELLS) {
            throw tooLarge(
                    number,
                    "there are more than " + Imports.MOST_CELLS
                            + " cells with something in them: split the file, or leave out columns that are not imported");
        }
        List<Cell> beyond = cells.subList(Math.min(headings.size(), cells.size()), cells.size());
        beyond.stream()
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .ifPresent(cell -> problems.add(
                        number,
                        "",
                        cell.text(),
                        Imports.ROW_TOO_LONG,
                        "the row has " + cells.size() + " cells, there are " + headings.size()
                                + " headings: a text with a separator in it stands in double quotes"));
        rows.add(new Row(number, cells.subList(0, Math.min(headings.size(), cells.size()))));
    }

    private static void checkColumns(int row, int columns) {
        if (columns > Imports.MOST_COLUMNS) {
            throw tooLarge(row, "there are more than " + Imports.MOST_COLUMNS + " columns");
        }
    }

    private static void checkLength(int row, String text) {
        if (text.length() > Imports.LONGEST_CELL) {
            throw tooLarge(
                    row,
                    "a cell has more than " + Imports.LONGEST_CELL
                            + " characters; perhaps a double quote is not closed: " + text.substring(0, 40) + "...");
        }
    }

    private static UnreadableTableException tooLarge(int row, String message) {
        return new UnreadableTableException(Imports.FILE_TOO_LARGE, row, message);
    }

    Table built() {
        if (headings.isEmpty()) {
            throw new UnreadableTableException(
                    Imports.FILE_NOT_READABLE, 1, "there are no headings: the first row has to name the columns");
        }
        return new Table(headings, rows);
    }
}
