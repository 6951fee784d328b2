package org.lottrace.persistence.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The one PostgreSQL of a build. Whichever JVM asks first starts it; each has databases of its own in it. It ends with the
 * process that runs the tests: Maven, or an IDE.
 */
public final class EmbeddedPostgresql {
    static final String USER = "postgres";

    private static final long START_SECONDS = 120;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final String SERVER = "jdbc:postgresql://localhost:" + port() + "/";

    private EmbeddedPostgresql() {}

    /** @return URL, with the user, of a new, empty database whose name begins so */
    public static String newDatabase(String name) {
        String unique = name + "_" + ProcessHandle.current().pid() + "_" + System.nanoTime();
        try (Connection connection = DriverManager.getConnection(SERVER + "postgres", USER, "");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + unique);
            return SERVER + unique + "?user=" + USER;
        } catch (SQLException e) {
            throw new IllegalStateException("database " + unique + " cannot be made", e);
        }
    }

    private static String port() {
        ProcessHandle build = build();
        try {
            Path folder = Files.createDirectories(Path.of(
                    System.getProperty("java.io.tmpdir"),
                    "lottrace-postgresql-" + System.getProperty("user.name") + "-" + build.pid()));
            try (FileChannel lock =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock.lock(); // until it is closed
                Path port = folder.resolve("port");
                if (!Files.exists(port)) {
                    start(build, port);
                }
                return Files.readString(port);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }

    private static void start(ProcessHandle build, Path port) throws IOException {
        Path log = port.resolveSibling("log");
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m", // its archive is unpacked at the first start, and needs that
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PostgresqlServer.class.getName(),
                        String.valueOf(build.pid()),
                        port.toString())
                .directory(new File(System.getProperty("java.io.tmpdir")))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!Files.exists(port)) {
            if (!server.isAlive() || System.nanoTime() > deadline) {
                server.destroy();
                throw new IOException("it says: " + Files.readString(log));
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** The JVM that started this one, however many shells are between; this one when nobody did. */
    private static ProcessHandle build() {
        ProcessHandle self = ProcessHandle.current();
        return Stream.iterate(self.parent(), p -> p.isPresent(), p -> p.get().parent())
                .map(p -> p.get())
                .filter(p -> p.info().command().filter(c -> c.endsWith("java")).isPresent())
                .findFirst()
                .orElse(self);
    }
}
