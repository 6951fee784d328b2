package org.lottrace.login.internal.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lottrace.api.audit.AuditBacklog;
import org.lottrace.api.audit.AuditEntry;
import org.lottrace.api.audit.AuditKind;
import org.lottrace.api.audit.AuditQuery;
import org.lottrace.api.audit.LoginMethod;
import org.lottrace.api.audit.store.AuditStore;
import org.lottrace.api.transaction.StoreUnavailableException;
import org.lottrace.login.internal.HandsOfAClock;

/** The writer, with a database that is away when the test says so; how rows are stored is tested with the stores. */
class AuditLogServiceTest {
    private static final Instant NOW = Instant.parse("2026-10-01T08:00:00Z");

    private final HandsOfAClock nanoseconds = new HandsOfAClock();
    private final AuditQueue queue = new AuditQueue(nanoseconds);
    private final Rows rows = new Rows();
    private final AuditLogService log =
            new AuditLogService(queue, new Direct(), rows, Clock.fixed(NOW, ZoneOffset.UTC), 0);

    @Test
    void what_happened_before_there_was_a_clock_has_its_time() {
        queue.add(login("anna"));
        nanoseconds.goOn(Duration.ofSeconds(5));

        log.write();

        assertEquals(NOW.minusSeconds(5), rows.stored.get(0).at());
        assertEquals(new AuditBacklog(0, 0, Optional.empty()), log.backlog());
    }

    @Test
    void logins_of_partners_are_rows_and_their_refusals_are_counted() throws InterruptedException {
        log.partnerLogin("acme", "192.0.2.1", "sftp");
        log.partnerLoginFailed("acme", "192.0.2.2", "sftp");
        log.partnerLoginFailed("acme", "192.0.2.2", "sftp");

        log.end();

        assertEquals(
                List.of("LOGIN acme 192.0.2.1 sftp KEY 1", "LOGIN_FAILED acme 192.0.2.2 sftp KEY 2"),
                rows.stored.stream()
                        .map(row -> row.kind() + " " + row.user() + " " + row.address() + " " + row.channel() + " "
                                + row.method() + " " + row.times())
                        .toList());
    }

    @Test
    void while_the_database_is_away_entries_wait_and_the_backlog_says_why() {
        queue.add(login("anna"));
        rows.failure = Optional.of(new StoreUnavailableException("connection refused", null));

        log.write();
        assertEquals(new AuditBacklog(1, 0, Optional.of("connection refused")), log.backlog());

        rows.failure = Optional.empty();
        log.write();
        assertEquals(new AuditBacklog(0, 0, Optional.empty()), log.backlog());
        assertEquals(1, rows.stored.size());
    }

    @Test
    void one_that_is_refused_keeps_no_other_from_being_written() {
        queue.add(login("anna"));
        queue.add(login("poison"));
        queue.add(login("bert"));

        log.write();

        assertEquals(
                List.of("anna", "bert"),
                rows.stored.stream().map(AuditEntry::user).toList());
        assertEquals(1, log.backlog().lost());
    }

    @Test
    void at_the_end_what_is_counted_is_written_too() throws InterruptedException {
        queue.count(AuditNote.of(AuditKind.LOGIN_FAILED, "anna", "10.0.0.1", "ssh", LoginMethod.PASSWORD, List.of()));
        log.write();
        assertTrue(rows.stored.isEmpty());

        log.end();

        assertEquals(1, rows.stored.size());
    }

    private static AuditNote login(String user) {
        return AuditNote.of(AuditKind.LOGIN, user, "10.0.0.1", "ssh", LoginMethod.PASSWORD, List.of());
    }

    private static final class Rows implements AuditStore {
        private final List<AuditEntry> stored = new ArrayList<>();
        private Optional<RuntimeException> failure = Optional.empty();

        @Override
        public void append(List<AuditEntry> entries) {
            failure.ifPresent(away -> {
                throw away;
            });
            if (entries.stream().anyMatch(entry -> entry.user().equals("poison"))) {
                throw new IllegalStateException("too long");
            }
            stored.addAll(entries);
        }

        @Override
        public List<AuditEntry> list(AuditQuery query) {
            return List.copyOf(stored);
        }

        @Override
        public List<AuditEntry> lastKnownRights(String channel) {
            return List.of();
        }
    }
}
