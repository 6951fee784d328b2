package org.lottrace.persistence.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lottrace.api.health.DatabaseFault;

class DatabaseWatchTest {
    private static final SQLException REFUSED =
            new SQLException("Connection refused", "08001", new ConnectException("Connection refused"));

    private final DatabaseWatch watch = new DatabaseWatch("jdbc:postgresql://here/lottrace", "lottrace");

    /** Whoever waited for a connection while the database was away gives up later, with what was wrong then. */
    @Test
    void a_wait_that_began_before_the_end_of_a_fault_is_no_new_one() {
        watch.failed(REFUSED);
        watch.works();

        Optional<DatabaseFault> told =
                watch.failed(new SQLTransientConnectionException("request timed out after 10000ms", "08001", REFUSED));

        assertEquals(Optional.of("DATABASE_UNREACHABLE"), told.map(DatabaseFault::code), "whoever waited is told");
        assertEquals(Optional.empty(), watch.current());
    }

    @Test
    void what_is_refused_after_the_end_of_a_fault_is_a_new_one() {
        watch.failed(REFUSED);
        watch.works();

        watch.failed(REFUSED);

        assertEquals(Optional.of("DATABASE_UNREACHABLE"), watch.current().map(DatabaseFault::code));
    }

    @Test
    void a_wait_in_vain_is_a_fault_where_there_was_none_before() {
        watch.failed(new SQLTransientConnectionException("request timed out after 10000ms", "08001", REFUSED));

        assertEquals(Optional.of("DATABASE_UNREACHABLE"), watch.current().map(DatabaseFault::code));
    }

    /** H2 closes its file when it cannot write to it. */
    @Test
    void a_full_disk_is_told_once_although_the_file_is_closed_for_it() {
        watch.failed(new SQLException("No space left on device", "90100"));
        watch.failed(new SQLException("The database has been closed", "90098"));

        assertEquals(Optional.of("DATABASE_DISK_FULL"), watch.current().map(DatabaseFault::code));
    }
}
