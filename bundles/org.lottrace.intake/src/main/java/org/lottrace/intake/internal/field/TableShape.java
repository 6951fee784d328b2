package org.lottrace.intake.internal.field;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.lottrace.api.intake.FieldSource;
import org.lottrace.api.intake.Imports;
import org.lottrace.intake.internal.Problems;
import org.lottrace.intake.internal.table.Row;
import org.lottrace.intake.internal.table.Table;

/**
 * How a subject stands in a table: made from its record in the api. The first component is its key.
 *
 * @param <T> the record
 */
public final class TableShape<T> {
    private final Class<T> type;
    private final RecordShape shape;
    private final List<Field> fields;

    /**
     * @param needed names of texts, and of lists, that a file has to have although the type allows them to be empty
     * @param defaults texts by name for what has no absent value
     * @param longest most characters, by name, of texts that are shorter than others
     */
    public TableShape(Class<T> type, Set<String> needed, Map<String, String> defaults, Map<String, Integer> longest) {
        this.type = type;
        this.shape = new Shapes(needed, defaults, longest).of(type);
        this.fields = Shapes.fields(shape);
    }

    public List<Field> fields() {
        return fields;
    }

    /** @return the name of the field that tells one thing from another */
    public String key() {
        return shape.components().get(0).name();
    }

    /** @return the table by these sources; empty when it has not what is needed, which is told */
    public Optional<MappedTable> mapped(Table table, Notation notation, List<FieldSource> sources, Problems problems) {
        int before = problems.count();
        MappedTable mapped = MappedTable.of(table, notation, sources, problems);
        if (problems.count() == before) {
            mapped.checkComplete(fields, problems);
        }
        return problems.count() == before ? Optional.of(mapped) : Optional.empty();
    }

    /**
     * Takes rows with the same key together.
     *
     * @param known gives what is known, by key, of all keys at once
     * @return what could be read, in the order of the rows
     */
    public List<Thing<T>> grouped(MappedTable table, Function<Set<Object>, Map<Object, T>> known, Problems problems) {
        Map<Object, List<Row>> groups = new LinkedHashMap<>();
        Set<Object> keys = new LinkedHashSet<>();
        Form form = ((ValueShape) shape.components().get(0).shape()).form();
        for (Row row : table.rows()) {
            Cells cells = new Cells(table, List.of(row), problems, new HashMap<>()).quietly();
            CellText cell = cells.cell(key());
            Optional<Object> key = cell.isEmpty() ? Optional.empty() : cells.read(cell, form);
            key.ifPresent(keys::add);
            // what has no key is told below, with all else that is wrong with the row
            groups.computeIfAbsent(key.orElse(row), none -> new ArrayList<>()).add(row);
        }
        Map<Object, T> before = known.apply(keys);
        List<Thing<T>> things = new ArrayList<>();
        groups.forEach((key, rows) -> thing(table, rows, Optional.ofNullable(before.get(key)), problems)
                .ifPresent(things::add));
        return things;
    }

    /** @return a thing from each row that could be read */
    public List<Thing<T>> each(MappedTable table, Problems problems) {
        return table.rows().stream()
                .flatMap(row -> thing(table, List.of(row), Optional.empty(), problems).stream())
                .toList();
    }

    private Optional<Thing<T>> thing(MappedTable table, List<Row> rows, Optional<T> known, Problems problems) {
        int before = problems.count();
        Map<String, List<Integer>> elements = new HashMap<>();
        Optional<Object> value =
                shape.read("", new Cells(table, rows, problems, elements), known.map(Object.class::cast));
        checkEachSaysSomething(table, rows, elements, problems);
        return problems.count() == before
                ? value.map(read -> new Thing<>(type.cast(read), known, table, rows, elements))
                : Optional.empty();
    }

    private void checkEachSaysSomething(
            MappedTable table, List<Row> rows, Map<String, List<Integer>> elements, Problems problems) {
        rows.stream()
                .skip(1)
                .filter(row -> elements.values().stream().noneMatch(of -> of.contains(row.number())))
                .forEach(row -> {
                    CellText key = table.cell(key(), row);
                    problems.add(
                            row.number(),
                            key.column(),
                            key.shown(),
                            Imports.KEY_REPEATED,
                            "row " + rows.get(0).number() + " is about " + key.text() + " already");
                });
    }

    /** @return the text of each field that is there, by name; of an element of a list with its key, {@code lines[10].item} */
    public Map<String, String> texts(T value) {
        Map<String, String> texts = new LinkedHashMap<>();
        shape.write("", value, texts);
        return texts;
    }
}
