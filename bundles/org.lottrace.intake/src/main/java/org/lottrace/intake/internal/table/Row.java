package org.lottrace.intake.internal.table;

import java.util.List;

/**
 * A row of a table with something in it.
 *
 * @param number as a spreadsheet counts it; the headings are row 1
 * @param cells in the order of the headings, perhaps fewer than those
 */
public record Row(int number, List<Cell> cells) {
    public Row {
        cells = List.copyOf(cells);
    }

    /** @param column from 0 */
    public Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }
}
