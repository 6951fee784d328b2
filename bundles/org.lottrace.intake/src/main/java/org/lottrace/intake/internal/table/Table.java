package org.lottrace.intake.internal.table;

import java.util.List;

/**
 * A file, read. With problems it may be incomplete, and its rows are those that could be read.
 *
 * @param headings in their order
 * @param rows those with something in them
 */
public record Table(List<String> headings, List<Row> rows) {
    public Table {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }
}
