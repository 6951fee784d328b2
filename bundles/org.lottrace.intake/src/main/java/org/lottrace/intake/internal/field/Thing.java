package org.lottrace.intake.internal.field;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.intake.internal.Problems;
import org.lottrace.intake.internal.table.Row;

/**
 * What some rows say about one thing.
 *
 * @param value what it is by them
 * @param known what is known of it; absent when it is new
 * @param table where the rows are from
 * @param rows those about it
 * @param elements for each list in it the numbers of the rows of its elements
 */
public record Thing<T>(
        T value, Optional<T> known, MappedTable table, List<Row> rows, Map<String, List<Integer>> elements) {
    public int row() {
        return rows.get(0).number();
    }

    /**
     * Tells a problem at the row and the column that it is about, as near as the file has it.
     *
     * @param path from this thing on, in the names of the api
     * @param key the field that stands for the whole
     */
    public void tell(Problems problems, ViolationPath path, String key, String code, String message) {
        StringBuilder name = new StringBuilder();
        Row row = rows.get(0);
        for (PathStep step : path.steps()) {
            name.append(name.isEmpty() ? "" : ".").append(step.name());
            List<Integer> of = elements.getOrDefault(name.toString(), List.of());
            if (step.number() > 0 && step.number() <= of.size()) {
                int wanted = of.get(step.number() - 1);
                row = rows.stream()
                        .filter(one -> one.number() == wanted)
                        .findFirst()
                        .orElse(row);
            }
        }
        CellText named = table.nearest(name.toString(), row);
        CellText cell = named.column().isEmpty() && named.isEmpty() ? table.nearest(key, row) : named;
        problems.add(cell.row(), cell.column(), cell.shown(), code, message);
    }
}
