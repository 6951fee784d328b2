package org.lottrace.persistence.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Starts PostgreSQL on a free port when it is first asked for; it is stopped with the JVM. */
final class EmbeddedPostgresql {
    private static final EmbeddedPostgres SERVER = start();
    static final TestDatabase DATABASE = new TestDatabase(SERVER.getJdbcUrl("postgres", "postgres"), "postgres");

    private EmbeddedPostgresql() {}

    /** @return URL of an empty database beside {@link #DATABASE} */
    static String newDatabase(String name) {
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
            return SERVER.getJdbcUrl("postgres", name);
        } catch (SQLException e) {
            throw new IllegalStateException("database " + name + " cannot be made", e);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }
}
