package org.lottrace.persistence.internal.copy;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A table of ours, without the columns that the database works out itself.
 *
 * @param name in small letters, as the names of the columns
 * @param columns in the order of their names, which is the same in both databases
 */
record Table(String name, Map<String, Kind> columns) {
    private static final String NULL = "\\N";

    /** @return those that others refer to first; the history of the migrations is not among them */
    static List<Table> parentsFirst(Connection connection) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        String schema = connection.getSchema();
        Map<String, Set<String>> parents = new TreeMap<>();
        try (ResultSet tables = data.getTables(null, schema, null, new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                parents.put(tables.getString("TABLE_NAME"), new LinkedHashSet<>());
            }
        }
        parents.remove("schema_history");
        List<Table> sorted = new ArrayList<>();
        Set<String> done = new LinkedHashSet<>();
        for (Map.Entry<String, Set<String>> table : parents.entrySet()) {
            try (ResultSet keys = data.getImportedKeys(null, schema, table.getKey())) {
                while (keys.next()) {
                    table.getValue().add(keys.getString("PKTABLE_NAME"));
                }
            }
        }
        while (done.size() < parents.size()) {
            for (Map.Entry<String, Set<String>> table : parents.entrySet()) {
                if (done.containsAll(table.getValue()) && done.add(table.getKey())) {
                    sorted.add(of(data, schema, table.getKey()));
                }
            }
        }
        return sorted;
    }

    private static Table of(DatabaseMetaData data, String schema, String name) throws SQLException {
        String table = name.toLowerCase(Locale.ROOT);
        Map<String, Kind> columns = new TreeMap<>();
        try (ResultSet all = data.getColumns(null, schema, name, null)) {
            while (all.next()) {
                String column = all.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
                if (!"YES".equals(all.getString("IS_GENERATEDCOLUMN"))) {
                    columns.put(column, Kind.of(all.getInt("DATA_TYPE"), table, column));
                }
            }
        }
        return new Table(table, Collections.unmodifiableMap(new LinkedHashMap<>(columns)));
    }

    String columnNames() {
        return String.join(", ", columns.keySet());
    }

    String select() {
        return "select " + columnNames() + " from " + name;
    }

    String insert() {
        return "insert into " + name + " (" + columnNames() + ") values ("
                + columns.keySet().stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
    }

    /** @return the row as one line; two rows are the same when their lines are, in whichever database */
    String line(ResultSet row) throws SQLException {
        StringJoiner line = new StringJoiner("\t");
        int column = 0;
        for (Kind kind : columns.values()) {
            String text = kind.read(row, ++column);
            line.add(text == null ? NULL : escaped(text));
        }
        return line.toString();
    }

    /** @param line as {@link #line} gave it */
    void bind(PreparedStatement row, String line) throws SQLException {
        String[] texts = line.split("\t", -1);
        if (texts.length != columns.size()) {
            throw new RefusedCopyException("the backup is damaged: a row of " + name + " has " + texts.length
                    + " values instead of " + columns.size());
        }
        int column = 0;
        for (Kind kind : columns.values()) {
            String text = texts[column++];
            if (text.equals(NULL)) {
                row.setObject(column, null);
            } else {
                kind.write(row, column, plain(text));
            }
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String plain(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
                c = switch (text.charAt(i)) {
                    case 't' -> '\t';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    default -> text.charAt(i);
                };
            }
            plain.append(c);
        }
        return plain.toString();
    }
}
