package org.lottrace.persistence.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lottrace.persistence.internal.Migrations;

/**
 * The tables of an earlier version with the rows that are in a database of today, as far as that version had a place for them. A {@link
 * LandedDatabase} was written by the program of its day; this one is there for each version in between, and for both databases.
 */
public final class OlderDatabase {
    private final String url;
    private final String user;
    private final SortedSet<String> unplaced = new TreeSet<>();
    private final SortedSet<String> empty = new TreeSet<>();

    private OlderDatabase(String url, String user) {
        this.url = url;
        this.user = user;
    }

    /**
     * @param filled in H2
     * @param version of the tables, such as 27
     */
    public static OlderDatabase onH2(TestDatabase filled, String version) {
        return new OlderDatabase("jdbc:h2:mem:older-" + version + "-" + System.nanoTime() + ";DB_CLOSE_DELAY=-1", "sa")
                .filledFrom(filled, version, "set referential_integrity ", "false", "true");
    }

    /** As {@link #onH2}, in PostgreSQL. */
    public static OlderDatabase onPostgresql(TestDatabase filled, String version) {
        return new OlderDatabase(EmbeddedPostgresql.newDatabase("older_" + version), EmbeddedPostgresql.USER)
                .filledFrom(filled, version, "set session_replication_role = ", "replica", "origin");
    }

    /** @return what of the rows the version had no place for: a table with rows, or {@code table.column} with something in it */
    public SortedSet<String> unplaced() {
        return Collections.unmodifiableSortedSet(unplaced);
    }

    /** @return the tables of that version in which there is nothing */
    public SortedSet<String> empty() {
        return Collections.unmodifiableSortedSet(empty);
    }

    /** @return the stores on it, upgraded by today's migrations */
    public TestDatabase upgraded() {
        return new TestDatabase(url, user);
    }

    private OlderDatabase filledFrom(
            TestDatabase filled, String version, String references, String unchecked, String checked) {
        Migrations.run(url, user, "", version);
        try (Connection from = DriverManager.getConnection(filled.url(), "sa", "");
                Connection into = DriverManager.getConnection(url, user, "");
                Statement statement = into.createStatement()) {
            statement.execute(references + unchecked);
            SortedMap<String, SortedMap<String, Integer>> then = tables(into);
            for (Map.Entry<String, SortedMap<String, Integer>> now :
                    tables(from).entrySet()) {
                SortedMap<String, Integer> columns = then.getOrDefault(now.getKey(), new TreeMap<>());
                if (!columns.isEmpty()) {
                    statement.execute("delete from " + now.getKey());
                }
                copy(from, into, now.getKey(), now.getValue(), columns);
            }
            statement.execute(references + checked);
            goOnNumbering(from, statement);
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException("tables of version " + version + " do not take the rows", e);
        }
    }

    private void copy(
            Connection from,
            Connection into,
            String table,
            SortedMap<String, Integer> now,
            SortedMap<String, Integer> then)
            throws SQLException {
        List<String> placed = now.keySet().stream().filter(then::containsKey).toList();
        int count = 0;
        try (Statement select = from.createStatement();
                ResultSet rows = select.executeQuery("select * from " + table)) {
            while (rows.next()) {
                count++;
                for (String column : now.keySet()) {
                    if (!then.containsKey(column) && rows.getObject(column) != null) {
                        unplaced.add(then.isEmpty() ? table : table + "." + column);
                    }
                }
                if (!placed.isEmpty()) {
                    insert(into, table, placed, now, rows);
                }
            }
        }
        if (count == 0 && !then.isEmpty()) {
            empty.add(table);
        }
    }

    private static void insert(
            Connection into, String table, List<String> columns, Map<String, Integer> types, ResultSet row)
            throws SQLException {
        try (PreparedStatement insert = into.prepareStatement("insert into " + table + " (" + String.join(", ", columns)
                + ") values (" + columns.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")")) {
            int next = 1;
            for (String column : columns) {
                insert.setObject(next++, value(row, column, types.get(column)));
            }
            insert.execute();
        }
    }

    private static Object value(ResultSet row, String column, int type) throws SQLException {
        return switch (type) {
            case Types.DATE -> row.getObject(column, LocalDate.class);
            case Types.TIMESTAMP_WITH_TIMEZONE -> row.getObject(column, OffsetDateTime.class);
            case Types.BLOB -> row.getBytes(column);
            default -> row.getObject(column);
        };
    }

    /** @return the SQL types of the columns of each table, in small letters; without what the database works out itself */
    private static SortedMap<String, SortedMap<String, Integer>> tables(Connection connection) throws SQLException {
        SortedMap<String, SortedMap<String, Integer>> tables = new TreeMap<>();
        List<String> names = new ArrayList<>();
        try (ResultSet all = connection
                .getMetaData()
                .getTables(null, connection.getSchema(), null, new String[] {"TABLE", "BASE TABLE"})) {
            while (all.next()) {
                names.add(all.getString("TABLE_NAME"));
            }
        }
        names.remove("schema_history");
        for (String name : names) {
            SortedMap<String, Integer> columns = new TreeMap<>();
            try (ResultSet all = connection.getMetaData().getColumns(null, connection.getSchema(), name, null)) {
                while (all.next()) {
                    if (!all.getString("IS_GENERATEDCOLUMN").equals("YES")) {
                        columns.put(all.getString("COLUMN_NAME").toLowerCase(Locale.ROOT), all.getInt("DATA_TYPE"));
                    }
                }
            }
            tables.put(name.toLowerCase(Locale.ROOT), columns);
        }
        return tables;
    }

    private static void goOnNumbering(Connection from, Statement into) throws SQLException {
        try (Statement statement = from.createStatement();
                ResultSet sequences =
                        statement.executeQuery("select sequence_name, base_value from information_schema.sequences")) {
            while (sequences.next()) {
                into.execute("alter sequence " + sequences.getString(1).toLowerCase(Locale.ROOT) + " restart with "
                        + sequences.getLong(2));
            }
        }
    }
}
