package org.lottrace.response.internal;

import java.util.Map;
import org.lottrace.api.recall.answer.AnswerColumn;

/**
 * One filled-in row.
 *
 * @param cells one for each column that is read
 */
record SheetRow(Map<AnswerColumn, SheetCell> cells) {
    SheetRow {
        cells = Map.copyOf(cells);
    }

    SheetCell cell(AnswerColumn column) {
        return cells.get(column);
    }

    String text(AnswerColumn column) {
        return cell(column).text();
    }
}
