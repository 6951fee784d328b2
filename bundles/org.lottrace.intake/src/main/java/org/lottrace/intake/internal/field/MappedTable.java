package org.lottrace.intake.internal.field;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lottrace.api.intake.FieldSource;
import org.lottrace.api.intake.FieldSource.Translation;
import org.lottrace.api.intake.ImportMappings;
import org.lottrace.api.intake.Imports;
import org.lottrace.intake.internal.Problems;
import org.lottrace.intake.internal.table.Cell;
import org.lottrace.intake.internal.table.Row;
import org.lottrace.intake.internal.table.Table;

/** A table whose columns have been mapped to fields. */
public final class MappedTable {
    private final Table table;
    private final Notation notation;
    private final Map<String, Source> sources;

    /** @param column from 0; -1 for a fixed value */
    private record Source(int column, String heading, Cell fixed, Map<String, String> translations) {
        CellText in(Row row) {
            if (column < 0) {
                return new CellText(row.number(), "", fixed.text(), fixed);
            }
            Cell cell = row.cell(column);
            String meant = translations.get(cell.text());
            return new CellText(row.number(), heading, cell.text(), meant == null ? cell : Cell.exact(meant));
        }
    }

    private MappedTable(Table table, Notation notation, Map<String, Source> sources) {
        this.table = table;
        this.notation = notation;
        this.sources = sources;
    }

    /**
     * @param wanted where each field comes from
     * @param problems gets what the table has not or has twice
     */
    static MappedTable of(Table table, Notation notation, List<FieldSource> wanted, Problems problems) {
        Map<String, Source> sources = new LinkedHashMap<>();
        for (FieldSource source : wanted) {
            source(table, source, problems).ifPresent(found -> sources.put(source.field(), found));
        }
        return new MappedTable(table, notation, sources);
    }

    private static Optional<Source> source(Table table, FieldSource wanted, Problems problems) {
        if (wanted.value().isPresent()) {
            return Optional.of(new Source(-1, "", Cell.exact(wanted.value().get()), Map.of()));
        }
        String heading = wanted.column().orElseThrow();
        int column = table.headings().indexOf(heading);
        if (column < 0) {
            problems.add(
                    1,
                    heading,
                    "",
                    Imports.COLUMN_MISSING,
                    "there is no column \"" + heading + "\" for " + wanted.field() + "; there are "
                            + String.join(", ", table.headings()));
            return Optional.empty();
        }
        if (table.headings().lastIndexOf(heading) != column) {
            problems.add(
                    1,
                    heading,
                    heading,
                    Imports.COLUMN_REPEATED,
                    "two columns are called \"" + heading + "\": rename one of them");
        }
        return Optional.of(new Source(
                column,
                heading,
                Cell.EMPTY,
                wanted.translations().stream()
                        .collect(Collectors.toMap(Translation::from, Translation::to, (first, again) -> first))));
    }

    /** Tells which fields every row has to have and nothing says where they come from. */
    void checkComplete(List<Field> fields, Problems problems) {
        fields.stream()
                .filter(field -> field.isNeeded() && !sources.containsKey(field.name()))
                .filter(field -> field.within().isEmpty() || isMapped(field.within()))
                .forEach(field -> problems.add(
                        1,
                        field.name(),
                        "",
                        ImportMappings.FIELD_MISSING,
                        field.within().isEmpty()
                                ? "the column " + field.name() + " is missing"
                                : "the column " + field.name() + " is missing, which has to stand beside others of "
                                        + field.within()));
    }

    Notation notation() {
        return notation;
    }

    List<Row> rows() {
        return table.rows();
    }

    /** @return the headings of the columns that nothing is taken from */
    public List<String> unused() {
        List<String> unused = new ArrayList<>(table.headings());
        sources.values().forEach(source -> unused.remove(source.heading()));
        unused.removeIf(String::isEmpty);
        return unused;
    }

    boolean isMapped(String name) {
        return sources.containsKey(name) || !mapped(name).isEmpty();
    }

    /** @return the fields with that name, and those within it, that the file says something about */
    List<String> mapped(String name) {
        return sources.keySet().stream()
                .filter(field -> name.isEmpty() || field.equals(name) || field.startsWith(name + "."))
                .toList();
    }

    /** A fixed value alone says nothing about a row. */
    boolean isBlank(String name, Row row) {
        List<Source> columns = mapped(name).stream()
                .map(sources::get)
                .filter(source -> source.column() >= 0)
                .toList();
        return !columns.isEmpty()
                && columns.stream().allMatch(source -> source.in(row).isEmpty());
    }

    CellText cell(String name, Row row) {
        return sources.get(name).in(row);
    }

    /** @return where a problem with the field stands in that row */
    CellText nearest(String name, Row row) {
        String asked = name;
        while (true) {
            List<String> mapped = mapped(asked);
            if (!asked.isEmpty() && !mapped.isEmpty()) {
                return cell(mapped.get(0), row);
            }
            int dot = asked.lastIndexOf('.');
            if (dot < 0) {
                return new CellText(row.number(), "", "", Cell.EMPTY);
            }
            asked = asked.substring(0, dot);
        }
    }
}
