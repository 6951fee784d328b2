package org.lottrace.persistence.internal.seal;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the rows of records as they lie in the database, also those that make no sense any more. */
final class RecordReader {
    private final Connection connection;

    RecordReader(Connection connection) {
        this.connection = connection;
    }

    /** @return the rows of each, table by table in their order; an empty list for one that is not there */
    SortedMap<RecordKey, List<SealedRow>> rows(SealedRecord record, Collection<RecordKey> keys) throws SQLException {
        SortedMap<RecordKey, List<SealedRow>> rows = new TreeMap<>();
        keys.forEach(key -> rows.put(key, new ArrayList<>()));
        for (SealedTable table : record.tables()) {
            try (PreparedStatement select = connection.prepareStatement(table.select(record.keyType()))) {
                select.setArray(
                        1,
                        connection.createArrayOf(
                                record.keyType().sql(),
                                rows.keySet().stream()
                                        .map(key -> record.keyType().value(key.key()))
                                        .toArray()));
                select.setArray(
                        2,
                        connection.createArrayOf(
                                "integer",
                                rows.keySet().stream().map(RecordKey::part).toArray()));
                read(select, table, rows);
            }
        }
        return rows;
    }

    private static void read(PreparedStatement select, SealedTable table, Map<RecordKey, List<SealedRow>> rows)
            throws SQLException {
        try (ResultSet found = select.executeQuery()) {
            while (found.next()) {
                SealedRow row = SealedRow.read(table, found);
                rows.get(row.key()).add(row);
            }
        }
    }

    /** @return the columns of its tables that are sealed, by table */
    Map<String, List<String>> columns(SealedRecord record) throws SQLException {
        Map<String, List<String>> columns = new TreeMap<>();
        for (SealedTable table : record.tables()) {
            List<String> names = columns(table.name());
            names.removeAll(table.without());
            columns.put(table.name(), names);
        }
        return columns;
    }

    private List<String> columns(String table) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        List<String> names = new ArrayList<>();
        try (ResultSet columns = database.getColumns(
                connection.getCatalog(),
                connection.getSchema(),
                database.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table,
                null)) {
            while (columns.next()) {
                names.add(columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    /** @return those that have rows and no seal */
    SortedSet<RecordKey> unsealed(SealedRecord record) throws SQLException {
        SortedSet<RecordKey> unsealed = new TreeSet<>();
        for (SealedTable table : record.tables()) {
            try (PreparedStatement select = connection.prepareStatement(table.selectUnsealed(record.name()));
                    ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    unsealed.add(new RecordKey(found.getString(1), found.getInt(2)));
                }
            }
        }
        return unsealed;
    }
}
