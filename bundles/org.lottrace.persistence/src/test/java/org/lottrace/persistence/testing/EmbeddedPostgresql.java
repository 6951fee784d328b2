package org.lottrace.persistence.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Starts PostgreSQL on a free port when it is first asked for; it is stopped with the JVM. */
final class EmbeddedPostgresql {
    static final TestDatabase DATABASE = start();

    private EmbeddedPostgresql() {}

    private static TestDatabase start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.start();
            return new TestDatabase(server.getJdbcUrl("postgres", "postgres"), "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }
}
