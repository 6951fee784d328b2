package org.lottrace.services;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.SHELF;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.persistence.testing.TestDatabase;

/**
 * What an embedded database takes on the disk after a stop, against the same rows in PostgreSQL with their indices. Persistence adds
 * that setting to every URL (Vendor); without it a thousand events took 6.3 times as much, with it 0.9 times.
 */
class H2FileSizeTest {
    private static final int EVENTS = 1_000;

    @Test
    void an_embedded_database_takes_at_most_three_times_as_much_as_postgresql_after_a_stop(@TempDir Path folder)
            throws IOException {
        TestDatabase h2 =
                new TestDatabase("jdbc:h2:file:" + folder.resolve("db") + ";MAX_COMPACT_TIME=10000", "sa").withBakery();
        TestDatabase postgresql = TestDatabase.postgresql().withBakery();
        move(h2);
        move(postgresql);

        long running = Files.size(folder.resolve("db.mv.db"));
        h2.stop();

        long stopped = Files.size(folder.resolve("db.mv.db"));
        postgresql.sql("vacuum full");
        long other = Long.parseLong(postgresql
                .texts("select sum(pg_total_relation_size(oid))::text from pg_class where relkind = 'r'"
                        + " and relnamespace = 'public'::regnamespace")
                .get(0));
        assertTrue(
                stopped <= 3 * other,
                EVENTS + " events: " + running + " bytes running, " + stopped + " stopped, in PostgreSQL " + other);
    }

    private static void move(TestDatabase database) {
        try (TestCompany company = TestCompany.on(database).with(Clock.class, Bakery.CLOCK)) {
            WorkingBakery bakery = new WorkingBakery(company).withFlour();
            for (int i = 0; i < EVENTS; i++) {
                boolean there = i % 2 == 0;
                bakery.move(
                        "move" + i,
                        Bakery.NOW.toString(),
                        there ? SHELF : DOCK,
                        there ? DOCK : SHELF,
                        WorkingBakery.FLOUR_1,
                        "1 KGM");
            }
        }
    }
}
