package org.lottrace.persistence.internal;

import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.lottrace.api.health.DatabaseFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows what is wrong with the database, and says it once in the log, until it is something else or over. A fault that work met
 * is over when the database can be written to again: one that is full can still be read.
 */
final class DatabaseWatch {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final String TRY = "database-check";
    private static final String SILENT = "DATABASE_SILENT";

    /** Who waits for a silent one gives up after a while, as if it were not there. */
    private static final Set<String> NO_ANSWER = Set.of(SILENT, Fault.UNREACHABLE.code());

    /** A network that loses what is sent never says so. */
    private static final int GIVES_UP_AFTER_MILLISECONDS = 30_000;

    /** So long after the end of a fault somebody may still give up who began to wait for a connection before it. */
    private static final Duration LATE = Duration.ofSeconds(30);

    /** A commit writes some 50 kB, an upgrade or a closing of the file many times that. */
    private static final long ROOM_BYTES = 10_000_000;

    private final String database;
    private final Optional<Path> file;
    private final String user;
    private final AtomicReference<DatabaseFault> current = new AtomicReference<>();
    private volatile Optional<Long> overSince = Optional.empty();

    /** @param url of the database; its settings are left out where it is named, they may hold a password */
    DatabaseWatch(String url, String user) {
        database = url.replaceFirst("[?;].*", "");
        file = Vendor.file(url);
        this.user = user;
    }

    /** @return what was seen last; empty when it was seen to work, or nothing was seen yet */
    Optional<DatabaseFault> current() {
        return Optional.ofNullable(current.get());
    }

    /**
     * Something failed with the database.
     *
     * @return what is wrong with it; empty when the failure says nothing about the database as a whole
     */
    Optional<DatabaseFault> failed(Throwable failure) {
        if (isStillClosing(failure)) {
            return current();
        }
        Optional<DatabaseFault> fault = Fault.of(failure)
                .map(known -> new DatabaseFault(known.code(), false, known.sentence(database, user, failure)));
        if (!isLate(failure)) {
            fault.ifPresent(this::set);
        }
        return fault;
    }

    /** The pool says of whoever waited in vain for a connection what the last attempt to make one met. */
    private boolean isLate(Throwable failure) {
        return overSince
                        .filter(since -> System.nanoTime() - since < LATE.toNanos())
                        .isPresent()
                && Fault.causes(failure).stream().anyMatch(SQLTransientConnectionException.class::isInstance);
    }

    /** H2 closes its file after a failed write, and this process has it locked until that is done: what failed is what counts. */
    private boolean isStillClosing(Throwable failure) {
        return current.get() != null
                && Fault.causes(failure).stream().anyMatch(OverlappingFileLockException.class::isInstance);
    }

    /** It could not be opened, so that something is wrong, whether it is known or not. */
    void notOpened(Throwable failure) {
        if (failed(failure).isEmpty()) {
            Throwable cause = Fault.causes(failure).stream()
                    .reduce((outer, inner) -> inner)
                    .orElse(failure);
            DatabaseFault fault = new DatabaseFault(
                    "DATABASE_NOT_OPENED",
                    false,
                    "the database " + database + " cannot be opened (" + Fault.firstLine(cause)
                            + "); check etc/org.lottrace.persistence.cfg and the log of the database");
            if (set(fault)) {
                LOG.error("the database cannot be opened, and the cause is none of the known ones", failure);
            }
        }
    }

    /** It takes questions and answers none: a full disk of its log, a lock of its administrator, a network that loses what is sent. */
    DatabaseFault silent(long seconds) {
        DatabaseFault fault = new DatabaseFault(
                SILENT,
                false,
                "the database " + database + " has not answered for " + seconds
                        + " seconds; look at its log, its disk and what else it works on, LotTrace goes on by itself");
        set(fault);
        return current().orElse(fault);
    }

    /** The log says which one: a configuration may have been changed. */
    void opened() {
        LOG.info("database is open database={} user={}", database, user);
        works();
    }

    void works() {
        if (current.getAndSet(null) != null) {
            overSince = Optional.of(System.nanoTime());
            LOG.info("database works again database={}", database);
        }
    }

    /**
     * Tries it on a connection of its own: those of the pool may all be in use.
     *
     * @param pool gets new connections when a fault is over: H2 closes its file after a failed write, and the old ones stay closed
     */
    Optional<DatabaseFault> ask(DataSource direct, ConnectionPool pool) {
        try (Connection connection = direct.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setNetworkTimeout(Runnable::run, GIVES_UP_AFTER_MILLISECONDS); // H2 has none
            statement.execute("select head_position from ledger_head");
            if (current.get() != null && !isDamaged() && !isStillFull()) {
                write(statement);
                statement.execute(pool.vendor().toDisk());
                pool.renew();
                works();
            }
            return current();
        } catch (SQLException e) {
            notOpened(e);
            return current();
        }
    }

    /** On a full disk H2 finds room for a small write in its own file now and then: it is over when there is some for large ones. */
    private boolean isStillFull() {
        return current()
                        .filter(fault -> fault.code().equals(Fault.DISK_FULL.code()))
                        .isPresent()
                && file.filter(path -> hasNoRoom(path.getParent())).isPresent();
    }

    private static boolean hasNoRoom(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace() < ROOM_BYTES;
        } catch (IOException nobodySays) {
            return false;
        }
    }

    /** What can be read of a damaged file proves nothing: that is over when another was opened. */
    private boolean isDamaged() {
        return current()
                .filter(fault -> fault.code().equals(Fault.DAMAGED.code()))
                .isPresent();
    }

    private static void write(Statement statement) throws SQLException {
        statement.execute("delete from lease where lease_name = '" + TRY + "'");
        statement.execute("insert into lease (lease_name, owner, token, until_at) values ('" + TRY
                + "', 'nobody', 0, current_timestamp)");
        statement.execute("delete from lease where lease_name = '" + TRY + "'");
    }

    /**
     * Drivers have many words for one thing: the first ones stay, in health as in the log. A backup fails for one reason after the
     * other: a tool that is too old, then a folder that is full.
     */
    private static boolean isSame(DatabaseFault known, DatabaseFault fault) {
        return known != null
                && (fault.code().equals(Fault.BACKUP_FAILED.code())
                        ? known.equals(fault)
                        : known.code().equals(fault.code())
                                || NO_ANSWER.containsAll(List.of(known.code(), fault.code()))
                                || isConsequence(known, fault));
    }

    /** H2 closes its file when it cannot write to it: that the file is closed is no other fault. */
    private static boolean isConsequence(DatabaseFault known, DatabaseFault fault) {
        return known.code().equals(Fault.DISK_FULL.code()) && fault.code().equals(Fault.CLOSED.code());
    }

    private boolean set(DatabaseFault fault) {
        DatabaseFault before = current.getAndUpdate(known -> isSame(known, fault) ? known : fault);
        if (isSame(before, fault)) {
            return false;
        }
        LOG.error("database fault code={}: {}", fault.code(), fault.sentence());
        return true;
    }
}
