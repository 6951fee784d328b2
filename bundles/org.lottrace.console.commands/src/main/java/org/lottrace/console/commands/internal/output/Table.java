package org.lottrace.console.commands.internal.output;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.karaf.shell.support.table.Col;
import org.apache.karaf.shell.support.table.ShellTable;

/**
 * Rows for people: a title, and columns computed from each row. Scripts get the rows themselves, as {@link Json}.
 *
 * @param <R> a row
 */
public final class Table<R> {
    private final String title;
    private final List<R> rows;
    private final boolean vertical;
    private final List<Column<R>> columns = new ArrayList<>();

    private Table(String title, List<R> rows, boolean vertical) {
        this.title = title;
        this.rows = rows;
        this.vertical = vertical;
    }

    /** @return one line for each row */
    public static <R> Table<R> of(String title, List<R> rows) {
        return new Table<>(title, rows, false);
    }

    /** @return one line for each column of a single row: name and value */
    public static <R> Table<R> details(String title, R row) {
        return new Table<>(title, List.of(row), true);
    }

    /** Adds a column; names and texts stand left. */
    public Table<R> column(String header, Function<R, ?> cell) {
        columns.add(new Column<>(header, cell, false));
        return this;
    }

    /** Adds a column; quantities, money and counts stand right. */
    public Table<R> number(String header, Function<R, ?> cell) {
        columns.add(new Column<>(header, cell, true));
        return this;
    }

    /**
     * Prints the title and the lines, or that there are none.
     *
     * @param most rows that are printed; if there are as many, what to do for more is said
     * @param zones of the times in it
     */
    public void print(PrintStream out, int most, Zones zones) {
        out.println(title);
        ShellTable lines = vertical ? detailLines(zones) : rowLines(most, zones);
        lines.emptyTableText("(none)").print(out);
        if (!vertical && rows.size() > most) {
            out.println("and " + (rows.size() - most) + " more: --limit " + rows.size() + " shows them");
        } else if (!vertical && rows.size() == most) {
            out.println("as many as the limit of " + most
                    + ": a greater --limit, or --after where a list has it, shows whether there are more");
        }
        out.println();
    }

    private ShellTable detailLines(Zones zones) {
        ShellTable lines = new ShellTable().noHeaders();
        lines.column("");
        lines.column("");
        columns.forEach(c -> lines.addRow().addContent(c.header, c.text(rows.get(0), zones)));
        return lines;
    }

    private ShellTable rowLines(int most, Zones zones) {
        ShellTable lines = new ShellTable();
        for (Column<R> column : columns) {
            Col col = lines.column(column.header);
            if (column.right) {
                col.alignRight();
            }
        }
        rows.stream().limit(most).forEach(row -> lines.addRow()
                .addContent(columns.stream().map(c -> c.text(row, zones)).toArray()));
        return lines;
    }

    private record Column<R>(String header, Function<R, ?> cell, boolean right) {
        String text(R row, Zones zones) {
            return Text.of(cell.apply(row), zones);
        }
    }
}
