package org.lottrace.services.race;

import java.util.List;
import java.util.function.Supplier;
import org.lottrace.persistence.testing.TestDatabase;

/** The databases, and how each tells that somebody waits for somebody else. */
enum Engine {
    H2(TestDatabase::h2, "select count(*) from information_schema.sessions where blocker_id is not null"),
    POSTGRESQL(
            TestDatabase::postgresql,
            "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()");

    private final Supplier<TestDatabase> empty;
    private final String waiting;
    private TestDatabase database;

    Engine(Supplier<TestDatabase> empty, String waiting) {
        this.empty = empty;
        this.waiting = waiting;
    }

    TestDatabase emptied() {
        database = empty.get().withBakery();
        return database;
    }

    boolean isBlocked() {
        return !database.texts(waiting).equals(List.of("0"));
    }
}
