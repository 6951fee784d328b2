package org.lottrace.persistence.internal;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Before the tables in PostgreSQL are upgraded {@code pg_dump} writes all of the database to a file, which stays and is never written
 * over. It is made once by a start, however often that tries the upgrade: what an upgrade that failed left is no earlier version.
 */
final class UpgradeDump implements UpgradeBackup {
    private static final Logger LOG = LoggerFactory.getLogger(UpgradeDump.class);
    private static final int MOST_SAID = 400;
    private static final Pattern LATER_SERVER =
            Pattern.compile("server version mismatch.*server version: ([0-9]+)", Pattern.DOTALL);

    private final DatabaseConfig config;
    private final Path folder;
    private volatile Path made;
    private volatile Process running;
    private volatile boolean isStopped;

    /** @param dataFolder the dump goes below it when no folder is configured */
    UpgradeDump(DatabaseConfig config, Path dataFolder) {
        this.config = config;
        folder = (config.backup_folder().isBlank() ? dataFolder.resolve("backup") : Path.of(config.backup_folder()))
                .toAbsolutePath();
    }

    @Override
    public void beforeOpening(DataSource database) throws SQLException {
        Optional<String> version = Migrations.version(database).filter(Migrations::isOlder);
        if (version.isEmpty() || made != null) {
            return;
        }
        if (config.backup_made_before().strip().equals(Migrations.newest())) {
            LOG.info(
                    "the tables are upgraded, the administrator has a backup from={} to={}",
                    version.get(),
                    Migrations.newest());
            return;
        }
        String name = name(database) + "-before-" + Migrations.newest();
        try {
            made = written(name);
        } catch (IOException e) {
            throw NoBackupException.failed("the folder " + folder + " does not take its file: "
                    + e.getClass().getSimpleName());
        }
        LOG.info("the tables are upgraded from={} to={} backup={}", version.get(), Migrations.newest(), made);
    }

    @Override
    public void done() {
        // the file stays
    }

    @Override
    public Optional<Path> made() {
        return Optional.ofNullable(made);
    }

    @Override
    public void stop() {
        isStopped = true;
        Process begun = running;
        if (begun != null) {
            begun.destroy();
        }
    }

    private Path written(String name) throws IOException {
        Files.createDirectories(folder);
        Path file = unused(name);
        Path partial = Files.createTempFile(folder, name, ".part"); // only its owner may read it
        try {
            LOG.info("the tables are backed up before they are upgraded file={}", file);
            write(partial);
            return Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private void write(Path partial) throws IOException {
        Process dump = start(partial);
        running = dump;
        if (isStopped) {
            dump.destroy();
        }
        dump.getOutputStream().close();
        String said = new String(dump.getInputStream().readAllBytes(), Charset.defaultCharset());
        int end = end(dump);
        if (end != 0 || Files.size(partial) == 0) {
            String line = said.replace(partial.toString(), "the file")
                    .lines()
                    .map(String::strip)
                    .collect(Collectors.joining("; "));
            throw NoBackupException.failed("it ended with " + end + " and said \""
                    + line.substring(0, Math.min(MOST_SAID, line.length())) + "\"" + ofWhichVersion(line));
        }
    }

    /** It dumps no server of a later version than its own. */
    private static String ofWhichVersion(String said) {
        Matcher versions = LATER_SERVER.matcher(said);
        return versions.find()
                ? ": it needs to be of version " + versions.group(1)
                        + " or later, as the server is; install those client"
                        + " tools, and name theirs, pg.dump = /usr/lib/postgresql/" + versions.group(1)
                        + "/bin/pg_dump in etc/org.lottrace.persistence.cfg"
                : "";
    }

    private Process start(Path partial) throws IOException {
        ProcessBuilder dump = new ProcessBuilder(
                        config.pg_dump(),
                        "--format=custom",
                        "--no-password", // nobody is there whom it could ask
                        "--lock-wait-timeout=60000", // milliseconds
                        "--file=" + partial,
                        "--dbname=" + PostgresqlAddress.of(config.url()))
                .redirectErrorStream(true);
        Map<String, String> environment = dump.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG")); // the driver reads none of them
        environment.put("PGUSER", config.user());
        environment.put("PGPASSWORD", config.password()); // in the arguments every user of the machine could read it
        try {
            return dump.start();
        } catch (IOException e) {
            throw NoBackupException.missing(config.pg_dump(), e);
        }
    }

    private static int end(Process dump) {
        try {
            return dump.waitFor();
        } catch (InterruptedException e) {
            dump.destroy();
            Thread.currentThread().interrupt();
            throw NoBackupException.failed("LotTrace was stopped meanwhile");
        }
    }

    private Path unused(String name) {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> folder.resolve(name + (number == 1 ? "" : "-" + number) + ".dump"))
                .filter(Files::notExists)
                .findFirst()
                .orElseThrow();
    }

    private static String name(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return connection.getCatalog().replaceAll("[^\\w.-]", "_");
        }
    }
}
