package org.lottrace.persistence.internal.seal;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A row as it is sealed. Empty columns are left out, so that a column that is added later changes no row that was there.
 *
 * @param table its table
 * @param cells what its columns say, by their names
 */
record SealedRow(SealedTable table, SortedMap<String, String> cells) {
    static SealedRow read(SealedTable table, ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        SortedMap<String, String> cells = new TreeMap<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            String name = columns.getColumnLabel(column).toLowerCase(Locale.ROOT);
            String text = CellText.read(row, column, columns.getColumnType(column));
            if (text != null && !table.without().contains(name)) {
                cells.put(name, text);
            }
        }
        return new SealedRow(table, cells);
    }

    RecordKey key() {
        return table.key(cells);
    }

    /** @return the columns of its key with what they say, for people */
    String name() {
        return table.identity().map(column -> column + " " + cells.get(column)).collect(Collectors.joining(", "));
    }
}
