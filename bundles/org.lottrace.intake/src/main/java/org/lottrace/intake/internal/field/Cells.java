package org.lottrace.intake.internal.field;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lottrace.api.intake.ImportMappings;
import org.lottrace.api.intake.Imports;
import org.lottrace.intake.internal.Problems;
import org.lottrace.intake.internal.table.Row;

/** The rows about one thing, by fields. */
final class Cells {
    private final MappedTable table;
    private final List<Row> rows;
    private final Problems problems;
    private final Map<String, CellText> found = new HashMap<>();
    private final Map<String, List<Integer>> elements;

    /** @param elements gets for each list the rows of its elements */
    Cells(MappedTable table, List<Row> rows, Problems problems, Map<String, List<Integer>> elements) {
        this.table = table;
        this.rows = rows;
        this.problems = problems;
        this.elements = elements;
    }

    /** @return each row by itself */
    List<Cells> each() {
        return rows.stream()
                .map(row -> new Cells(table, List.of(row), problems, elements))
                .toList();
    }

    /** @return the same, which tells nobody what is wrong */
    Cells quietly() {
        return new Cells(table, rows, new Problems(), new HashMap<>());
    }

    void element(String list, Cells row) {
        elements.computeIfAbsent(list, none -> new java.util.ArrayList<>())
                .add(row.rows.get(0).number());
    }

    /** @return whether the file says anything about the field, or about one that begins with that name */
    boolean isMapped(String name) {
        return table.isMapped(name);
    }

    /** @return whether every column of these fields is empty in all rows */
    boolean isBlank(String name) {
        return rows.stream().allMatch(row -> table.isBlank(name, row));
    }

    /** @return what the first row says in which anything stands; rows that say something else are told, once */
    CellText cell(String name) {
        return found.computeIfAbsent(name, this::find);
    }

    private CellText find(String name) {
        List<CellText> all = rows.stream().map(row -> table.cell(name, row)).toList();
        CellText first =
                all.stream().filter(cell -> !cell.isEmpty()).findFirst().orElse(all.get(0));
        all.stream()
                .filter(cell -> !cell.isEmpty() && !cell.text().equals(first.text()))
                .forEach(cell -> problems.add(
                        cell.row(),
                        cell.column(),
                        cell.shown(),
                        Imports.ROWS_DISAGREE,
                        "row " + first.row() + " says \"" + first.shown() + "\" about the same"));
        return first;
    }

    /** @return the value of that form; empty when there is none, which is told */
    Optional<Object> read(CellText cell, Form form) {
        try {
            if (!cell.cell().fault().isEmpty()) {
                throw new IllegalArgumentException(cell.cell().fault());
            }
            String text = cell.cell().isExact()
                    ? Notation.PLAIN.plain(cell.text(), form.type())
                    : table.notation().plain(cell.text(), form.type());
            return Optional.of(form.reader().apply(text));
        } catch (IllegalArgumentException wrong) {
            problems.add(
                    cell.row(),
                    cell.column(),
                    cell.shown(),
                    ImportMappings.VALUE_WRONG,
                    String.valueOf(wrong.getMessage()));
            return Optional.empty();
        }
    }

    void missing(CellText cell, Form form) {
        problems.add(
                cell.row(),
                cell.column(),
                "",
                Imports.VALUE_MISSING,
                "the cell is empty; expected is " + form.description() + ", such as " + form.example());
    }

    /** Tells that the fields with that name do not go together. */
    void wrong(String name, String message) {
        List<CellText> cells = table.mapped(name).stream().map(this::cell).toList();
        CellText first = cells.get(0);
        problems.add(
                first.row(),
                first.column(),
                cells.stream().map(CellText::shown).collect(Collectors.joining(" ")),
                ImportMappings.VALUE_WRONG,
                message);
    }
}
