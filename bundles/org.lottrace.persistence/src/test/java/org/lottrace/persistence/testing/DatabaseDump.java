package org.lottrace.persistence.testing;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Writes what is in an H2 database as INSERTs that PostgreSQL takes too: how the files of {@link LandedDatabase} are made.
 * A program in one file, so that it also reads databases of versions that did not have it:
 *
 * <pre>java -cp h2-VERSION.jar DatabaseDump.java jdbc:h2:FILE &gt; landed/V12_2.sql</pre>
 */
public final class DatabaseDump {
    private final Connection connection;
    private final PrintStream out;

    private DatabaseDump(Connection connection, PrintStream out) {
        this.connection = connection;
        this.out = out;
    }

    public static void main(String[] arguments) throws SQLException {
        try (Connection connection = DriverManager.getConnection(arguments[0], "sa", "");
                PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8)) {
            write(connection, out);
        }
    }

    static void write(Connection connection, PrintStream out) throws SQLException {
        new DatabaseDump(connection, out).write();
    }

    private void write() throws SQLException {
        for (String table : parentsFirst()) {
            rows(table);
        }
        try (Statement statement = connection.createStatement();
                ResultSet sequences = statement.executeQuery(
                        "select sequence_name, base_value from information_schema.sequences order by 1")) {
            while (sequences.next()) {
                out.println("alter sequence " + name(sequences.getString(1)) + " restart with " + sequences.getLong(2)
                        + ";");
            }
        }
    }

    private void rows(String table) throws SQLException {
        String told = '"' + String.join("\", \"", columns(table)) + '"';
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select " + told + " from \"" + table + "\"" + " order by 1, 2")) {
            ResultSetMetaData columns = rows.getMetaData();
            StringJoiner names = new StringJoiner(", ");
            for (int column = 1; column <= columns.getColumnCount(); column++) {
                names.add(name(columns.getColumnName(column)));
            }
            while (rows.next()) {
                StringJoiner values = new StringJoiner(", ");
                for (int column = 1; column <= columns.getColumnCount(); column++) {
                    values.add(value(rows, column, columns.getColumnType(column)));
                }
                out.println("insert into " + name(table) + " (" + names + ") values (" + values + ");");
            }
        }
    }

    /** @return those that are told the database; what it works out itself it would not take */
    private List<String> columns(String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet all = connection.getMetaData().getColumns(null, "PUBLIC", table, null)) {
            while (all.next()) {
                if (!all.getString("IS_GENERATEDCOLUMN").equals("YES")) {
                    columns.add(all.getString("COLUMN_NAME"));
                }
            }
        }
        return columns;
    }

    private static String value(ResultSet rows, int column, int type) throws SQLException {
        String text = rows.getString(column);
        if (text == null) {
            return "null";
        }
        return switch (type) {
            case Types.INTEGER, Types.BIGINT, Types.NUMERIC, Types.DECIMAL, Types.BOOLEAN -> text;
            case Types.BLOB -> "'${bytes}" + HexFormat.of().formatHex(rows.getBytes(column)) + "'";
            default -> "'" + text.replace("'", "''") + "'";
        };
    }

    /** Flyway's table and its columns are in small letters, which H2 has to be told. */
    private static String name(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return small.equals(name) ? '"' + name + '"' : small;
    }

    private List<String> parentsFirst() throws SQLException {
        Map<String, Set<String>> parents = new LinkedHashMap<>();
        try (ResultSet tables = connection.getMetaData().getTables(null, "PUBLIC", null, new String[] {"BASE TABLE"})) {
            while (tables.next()) {
                parents.put(tables.getString("TABLE_NAME"), new LinkedHashSet<>());
            }
        }
        for (Map.Entry<String, Set<String>> table : parents.entrySet()) {
            try (ResultSet keys = connection.getMetaData().getImportedKeys(null, "PUBLIC", table.getKey())) {
                while (keys.next()) {
                    table.getValue().add(keys.getString("PKTABLE_NAME"));
                }
            }
        }
        List<String> sorted = new ArrayList<>();
        while (sorted.size() < parents.size()) {
            parents.forEach((table, before) -> {
                if (!sorted.contains(table) && sorted.containsAll(before)) {
                    sorted.add(table);
                }
            });
        }
        return sorted;
    }
}
