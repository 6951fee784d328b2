package org.lottrace.intake.internal.field;

import org.lottrace.intake.internal.table.Cell;

/**
 * What a file says about a field.
 *
 * @param row number of the row
 * @param column heading of the column; empty for a fixed value
 * @param shown what stands there
 * @param cell what it means, before it is read as a value
 */
record CellText(int row, String column, String shown, Cell cell) {
    boolean isEmpty() {
        return cell.isEmpty();
    }

    String text() {
        return cell.text();
    }

    CellText withText(String text) {
        return new CellText(row, column, shown, cell.with(text));
    }
}
