package org.lottrace.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.company.WorkingBakery.FLOUR_2;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.seal.RecordSeals;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.persistence.testing.TestDatabase;

/**
 * What the manual says of coming back to a point in time: PostgreSQL archives its WAL, {@code pg_basebackup} is taken, and the company is
 * again as it was at a moment after that. With the server of the system, as the one of the other tests comes without {@code pg_basebackup}.
 */
class PointInTimeTest {
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final List<String> NEEDED = List.of("initdb", "pg_ctl", "pg_basebackup", "postgres");
    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    private Path home;

    private final List<Path> running = new ArrayList<>();
    private Path programs;

    @BeforeEach
    void find() throws IOException, InterruptedException {
        Optional<Path> found = installed();
        assumeTrue(found.isPresent(), "no PostgreSQL server with pg_basebackup is installed");
        programs = found.get();
        if (isRoot()) {
            assertEquals(
                    0,
                    new ProcessBuilder("chown", "postgres", home.toString())
                            .start()
                            .waitFor());
        }
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        for (Path data : running) {
            run("pg_ctl", "-D", data.toString(), "-m", "immediate", "stop");
        }
    }

    @Test
    void a_company_is_again_as_it_was_at_a_moment_between_two_movements() throws Exception {
        Path archive = home.resolve("archive");
        Path data = home.resolve("data");
        Path backup = home.resolve("backup");
        run("initdb", "-D", data.toString(), "-U", "postgres", "-A", "trust", "--data-checksums");
        asOwner("mkdir", archive.toString());
        int port = start(
                data,
                "archive_mode = on",
                "archive_command = 'test ! -f " + archive + "/%f && cp %p " + archive + "/%f'");
        sql(port, "postgres", "create database lottrace");
        WorkingBakery bakery = bakery(port);
        CompanyAtWork.in(bakery);
        move(bakery, "before-the-backup");

        run(
                "pg_basebackup",
                "--checkpoint=fast",
                "-D",
                backup.toString(),
                "-h",
                "127.0.0.1",
                "-p",
                String.valueOf(port),
                "-U",
                "postgres");
        move(bakery, "before-the-moment");
        String moment = sql(port, "lottrace", "select clock_timestamp()::text");
        move(bakery, "after-the-moment");
        String last = sql(port, "lottrace", "select pg_walfile_name(pg_switch_wal())");
        await(archive.resolve(last));
        run("pg_ctl", "-D", data.toString(), "-m", "immediate", "stop");
        running.remove(data);

        asOwner("touch", backup.resolve("recovery.signal").toString());
        int restored = start(
                backup,
                "archive_mode = off",
                "restore_command = 'cp " + archive + "/%f %p'",
                "recovery_target_time = '" + moment + "'",
                "recovery_target_action = promote");
        while (sql(restored, "lottrace", "select pg_is_in_recovery()").equals("t")) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        WorkingBakery again = bakery(restored);

        assertEquals("1", events(restored, "before-the-backup"));
        assertEquals("1", events(restored, "before-the-moment"));
        assertEquals("0", events(restored, "after-the-moment"));
        assertEquals(List.of(), again.company().service(RecordSeals.class).verify(100));
        move(again, "after-the-moment");
        assertEquals("1", events(restored, "after-the-moment"));
        assertEquals(List.of(), again.company().service(RecordSeals.class).verify(100));
        again.company().close();
    }

    private static void move(WorkingBakery bakery, String id) {
        bakery.move(id, NOW.toString(), SHELF, DOCK, FLOUR_2, "1 KGM");
    }

    private static WorkingBakery bakery(int port) {
        TestDatabase database = new TestDatabase("jdbc:postgresql://127.0.0.1:" + port + "/lottrace", "postgres");
        boolean isNew = database.texts("select event_id from event_identity").isEmpty();
        return new WorkingBakery(
                TestCompany.on(isNew ? database.withBakery() : database).with(Clock.class, Bakery.CLOCK));
    }

    private static String events(int port, String id) throws Exception {
        return sql(port, "lottrace", "select count(*) from event_identity where event_id = '" + id + "'");
    }

    /** Starts a server with these settings, and waits until it answers. */
    private int start(Path data, String... settings) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> lines = new ArrayList<>(List.of(settings));
        lines.add("port = " + port);
        lines.add("listen_addresses = '127.0.0.1'");
        lines.add("unix_socket_directories = '" + home + "'");
        Files.write(data.resolve("postgresql.conf"), lines, StandardOpenOption.APPEND);
        run(
                "pg_ctl",
                "-D",
                data.toString(),
                "-w",
                "-l",
                home.resolve("log-" + port).toString(),
                "start");
        running.add(data);
        return port;
    }

    private static String sql(int port, String database, String statement) throws Exception {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/" + database, "postgres", "");
                Statement one = connection.createStatement()) {
            if (!one.execute(statement)) {
                return "";
            }
            ResultSet result = one.getResultSet();
            return result.next() ? result.getString(1) : "";
        }
    }

    private static void await(Path segment) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!Files.exists(segment)) {
            assertTrue(System.nanoTime() < deadline, "the archive never gets " + segment);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(programs.resolve(program).toString()));
        words.addAll(List.of(arguments));
        asOwner(words.toArray(String[]::new));
    }

    /** PostgreSQL does not run as root. */
    private void asOwner(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(isRoot() ? List.of("runuser", "-u", "postgres", "--") : List.of());
        command.addAll(List.of(words));
        Path said = Files.createTempFile("point-in-time", ".log");
        Process process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), () -> command + " does not end");
        assertEquals(0, process.exitValue(), command + ": " + Files.readString(said));
        Files.delete(said);
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static Optional<Path> installed() throws IOException {
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> NEEDED.stream().allMatch(program -> Files.isExecutable(bin.resolve(program))))
                    .max(Comparator.comparing(Path::toString));
        }
    }
}
