package org.lottrace.intake.internal;

import java.util.List;
import java.util.stream.IntStream;
import org.lottrace.intake.internal.table.Table;

/** The first rows of a table, for people. */
final class Sample {
    private static final int ROWS = 10;

    private Sample() {}

    static List<List<String>> of(Table table) {
        return table.rows().stream()
                .limit(ROWS)
                .map(row -> IntStream.range(0, table.headings().size())
                        .mapToObj(column -> row.cell(column).text())
                        .toList())
                .toList();
    }
}
