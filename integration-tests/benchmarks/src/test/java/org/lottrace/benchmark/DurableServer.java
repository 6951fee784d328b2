package org.lottrace.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.persistence.testing.TestDatabase;

/**
 * A PostgreSQL of its own, in which a commit is on the disk when it returns; with a standby, on the standby's disk, too. (The one of the
 * build has {@code fsync} off on its command line, which no setting changes.) All of it is gone when it is closed.
 */
final class DurableServer implements AutoCloseable {
    private static final String USER = "postgres";
    private static final String STANDBY = "standby";
    private static final long MOST_SECONDS = 60;

    private final Path folder;
    private final EmbeddedPostgres primary;
    private final Optional<DelayedConnection> way;
    private final Optional<EmbeddedPostgres> standby;

    private DurableServer(Optional<Duration> oneWay) throws IOException {
        folder = Files.createTempDirectory("lottrace-durable");
        Path data = folder.resolve("primary");
        Path copy = folder.resolve(STANDBY);
        server(data).start().close(); // makes it
        if (oneWay.isPresent()) {
            copy(data, copy);
        }
        EmbeddedPostgres.Builder builder = server(data);
        oneWay.ifPresent(unused -> builder.setServerConfig("synchronous_standby_names", STANDBY));
        primary = builder.start();
        if (oneWay.isPresent()) {
            DelayedConnection delayed = new DelayedConnection(primary.getPort(), oneWay.get());
            way = Optional.of(delayed);
            Files.createFile(copy.resolve("standby.signal"));
            Files.writeString(
                    copy.resolve("postgresql.auto.conf"),
                    "primary_conninfo = 'host=localhost port=%d user=%s application_name=%s'%n"
                            .formatted(delayed.port(), USER, STANDBY),
                    StandardOpenOption.APPEND);
            standby = Optional.of(server(copy).start());
        } else {
            way = Optional.empty();
            standby = Optional.empty();
        }
    }

    static DurableServer alone() throws IOException {
        return new DurableServer(Optional.empty());
    }

    /** @param roundTrip to the standby and back, beside what the network of this machine takes */
    static DurableServer withStandby(Duration roundTrip) throws IOException {
        return new DurableServer(Optional.of(roundTrip.dividedBy(2)));
    }

    /**
     * @return the stores on it; call it once
     * @throws IllegalStateException if commits are not kept as this class says
     */
    TestDatabase database() throws InterruptedException {
        TestDatabase database = new TestDatabase(primary.getJdbcUrl(USER, USER), USER);
        require(database, "select setting from pg_settings where name = 'fsync'", "on");
        require(database, "select setting from pg_settings where name = 'synchronous_commit'", "on");
        if (standby.isPresent()) {
            require(database, "select sync_state from pg_stat_replication", "sync");
        }
        return database;
    }

    private static void require(TestDatabase database, String question, String answer) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(MOST_SECONDS).toNanos();
        List<String> found = database.texts(question);
        while (!found.equals(List.of(answer))) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(question + " answers " + found + " instead of " + answer);
            }
            Thread.sleep(100); // a standby takes a moment to come
            found = database.texts(question);
        }
    }

    private static EmbeddedPostgres.Builder server(Path data) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (way.isPresent()) {
            way.get().close();
        }
        if (standby.isPresent()) {
            standby.get().close();
        }
        primary.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }
}
