package org.lottrace.persistence.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * A database as it was when its schema landed, with data that the program of that day wrote: part of the sample company,
 * and a recall where there was one. What customers may still have, and what every migration since must carry on.
 *
 * <p>Add one with each landing that brings a migration: run that program, stop it, and dump its database with {@link
 * DatabaseDump} into {@code landed}. Never change one.
 */
public enum LandedDatabase {
    /** 5030b5a: master data, ledger, stock, orders, cost, interchanges. */
    V6("6"),
    /** 950967d: recall cases, mock recalls, segregation. */
    V9("9"),
    /** d21b487: sales prices, line and shift, what a partner said to an interchange. */
    V12_2("12.2"),
    /** Form 2 of events, a reversal with what stood on it, a corrected lot, an open recall, followers with their leases. */
    V15("15"),
    /** As before, with indices for reading. */
    V16("16"),
    /** Lines with their time, a column that the database works out itself; a hold, a reversal, a corrected lot, an open recall. */
    V18("18");

    private final String version;

    LandedDatabase(String version) {
        this.version = version;
    }

    /** @return the stores on this database in H2, upgraded by today's migrations */
    public TestDatabase upgradedOnH2() {
        return upgradedOnH2(source -> source);
    }

    /** @param between stands between the stores and the database */
    public TestDatabase upgradedOnH2(UnaryOperator<DataSource> between) {
        String url = "jdbc:h2:mem:landed-" + name() + "-" + System.nanoTime() + ";DB_CLOSE_DELAY=-1";
        load(url, "sa", Map.of("binary", "", "bytes", "blob", "stored", ""), "X'");
        return new TestDatabase(url, "sa", between);
    }

    /** Puts it into an H2 database that is not there yet, and does not upgrade it. */
    public void loadedInto(String url) {
        load(url, "sa", Map.of("binary", "", "bytes", "blob", "stored", ""), "X'");
    }

    /** @return the stores on this database in PostgreSQL, upgraded by today's migrations */
    public TestDatabase upgradedOnPostgresql() {
        return upgradedOnPostgresql(source -> source);
    }

    /** @param between stands between the stores and the database */
    public TestDatabase upgradedOnPostgresql(UnaryOperator<DataSource> between) {
        return new TestDatabase(loadedIntoPostgresql(), EmbeddedPostgresql.USER, between);
    }

    /** @return URL, with the user, of a new database in PostgreSQL that holds it and is not upgraded */
    public String loadedIntoPostgresql() {
        String url = EmbeddedPostgresql.newDatabase("landed_" + name().toLowerCase(Locale.ROOT));
        load(
                url,
                EmbeddedPostgresql.USER,
                Map.of("binary", " collate \"C\"", "bytes", "bytea", "stored", " stored"),
                "'\\x");
        return url;
    }

    /** @return how many rows the table had */
    public int rows(String table) {
        return (int) statements()
                .filter(statement -> statement.startsWith("insert into " + table + " ("))
                .count();
    }

    /** One a line, but for line breaks within a text. */
    private Stream<String> statements() {
        try (InputStream file = LandedDatabase.class.getResourceAsStream("landed/" + name() + ".sql")) {
            return Stream.of(new String(file.readAllBytes(), StandardCharsets.UTF_8).split(";\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The files of the migrations stand for the tables of that day: their checksums, which are in the dump, are compared with
     * them when the database is opened.
     *
     * @param placeholders what the program of that day put into the migrations
     */
    private void load(String url, String user, Map<String, String> placeholders, String bytes) {
        Flyway.configure()
                .dataSource(url, user, "")
                .table("schema_history")
                .locations("classpath:org/lottrace/persistence/internal/db")
                .placeholders(placeholders)
                .target(version)
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url, user, "");
                Statement statement = connection.createStatement()) {
            statement.execute("delete from \"schema_history\"");
            statement.execute("delete from ledger_head");
            for (String insert : statements().toList()) {
                statement.execute(insert.replace("'${bytes}", bytes));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(name() + " cannot be loaded", e);
        }
    }
}
