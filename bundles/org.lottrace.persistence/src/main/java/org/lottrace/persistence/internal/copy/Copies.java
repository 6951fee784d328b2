package org.lottrace.persistence.internal.copy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.zip.ZipException;
import org.flywaydb.core.api.FlywayException;
import org.lottrace.api.backup.BackupContents;
import org.lottrace.persistence.internal.Faults;
import org.lottrace.persistence.internal.Migrations;
import org.lottrace.persistence.internal.Vendor;

/** Copies of a database that nobody works with: what the start script does while LotTrace is stopped. */
public final class Copies {
    private static final String H2_FILE = "jdbc:h2:file:";

    private Copies() {}

    /**
     * How to reach a database.
     *
     * @param url for JDBC
     */
    public record Access(String url, String user, String password) {
        Vendor vendor() {
            return Vendor.of(url);
        }

        /** @return the file of an embedded database */
        public Optional<Path> file() {
            return Vendor.file(url);
        }

        private String path() {
            return url.substring(H2_FILE.length()).replaceFirst(";.*", "");
        }

        private Access restoring() {
            return new Access(H2_FILE + path() + "-restoring;TRACE_LEVEL_FILE=0", user, password);
        }

        Connection connect() throws SQLException {
            return DriverManager.getConnection(vendor().completed(url), user, password);
        }
    }

    /**
     * @param file a new one
     * @throws RefusedCopyException if it cannot be; then there is no file
     */
    public static BackupContents backUp(Access from, Path file) {
        if (from.file().filter(Files::notExists).isPresent()) {
            throw new RefusedCopyException(
                    "there is no database to back up: " + from.file().orElseThrow() + " is not there");
        }
        return refusing(from, () -> {
            try (Connection connection = from.connect()) {
                return BackupFile.write(connection, from.vendor(), file).contents();
            }
        });
    }

    /** @return what the file says it holds */
    public static BackupContents contents(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new RefusedCopyException("there is no file " + file);
        }
        try {
            return BackupFile.manifest(file).contents();
        } catch (ZipException | NumberFormatException noBackup) {
            throw new RefusedCopyException(file + " is no backup of LotTrace, or not all of one", noBackup);
        } catch (IOException unreadable) {
            throw new RefusedCopyException(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /**
     * Makes the database and compares what it holds then with what was backed up.
     *
     * @param into must not be there yet (H2), or be empty (PostgreSQL)
     * @throws RefusedCopyException if it cannot be; then {@code into} is as it was
     */
    public static BackupContents restore(Path file, Access into) {
        BackupContents contents = contents(file);
        if (!Migrations.isKnown(contents.schema())) {
            throw new RefusedCopyException(file + " was made by a newer LotTrace (its tables have version "
                    + contents.schema() + "): restore it with that one");
        }
        return refusing(into, () -> {
            if (into.file().isPresent()) {
                intoFile(file, into, contents.schema());
            } else {
                intoServer(file, into, contents.schema());
            }
            return contents;
        });
    }

    /** @return whether pg_dump has written it, as before an upgrade, and not {@link #backUp} */
    public static boolean isDump(Path file) {
        try {
            return Files.isRegularFile(file) && DumpHead.isOne(file);
        } catch (IOException unreadable) {
            throw new RefusedCopyException(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /**
     * Makes a database of PostgreSQL from a file of pg_dump in its custom format.
     *
     * @param into must be empty
     * @param pgDump the configured pg_dump; pg_restore is looked for beside it
     * @return what is there then, as it was read from the database
     * @throws RefusedCopyException if it cannot be; then {@code into} is as it was
     */
    public static BackupContents restoreDump(Path file, Access into, String pgDump) {
        if (into.file().isPresent()) {
            throw new RefusedCopyException(
                    file + " was written by pg_dump, and only PostgreSQL reads it: put url, user and"
                            + " password of an empty PostgreSQL database into etc/org.lottrace.persistence.cfg first");
        }
        return refusing(into, () -> {
            hasNoTables(into);
            return new DumpRestore(file, into, pgDump).run();
        });
    }

    private static void intoFile(Path backup, Access into, String schema) throws SQLException, IOException {
        Path target = into.file().orElseThrow();
        if (Files.exists(target)) {
            throw new RefusedCopyException(
                    "there is a database already: " + target + "; move it away, nothing is written over it");
        }
        Access restoring = into.restoring();
        Path made = restoring.file().orElseThrow();
        Files.createDirectories(target.getParent());
        Files.deleteIfExists(made); // of a run that was killed
        try {
            load(backup, restoring, schema);
            Files.move(made, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(made);
        }
    }

    private static void hasNoTables(Access into) throws SQLException {
        try (Connection connection = into.connect();
                ResultSet tables = connection
                        .getMetaData()
                        .getTables(null, connection.getSchema(), null, new String[] {"TABLE"})) {
            if (tables.next()) {
                throw new RefusedCopyException("there are tables already in " + named(into) + ", such as "
                        + tables.getString("TABLE_NAME") + "; name an empty database, nothing is written over it");
            }
        }
    }

    private static void intoServer(Path backup, Access into, String schema) throws SQLException, IOException {
        hasNoTables(into);
        boolean isWhole = false;
        try {
            load(backup, into, schema);
            isWhole = true;
        } finally {
            if (!isWhole) {
                empty(into);
            }
        }
    }

    private static void load(Path backup, Access into, String schema) throws SQLException, IOException {
        Migrations.run(into.vendor().completed(into.url()), into.user(), into.password(), schema);
        try (Connection connection = into.connect()) {
            connection.setAutoCommit(false);
            BackupFile.load(backup, connection, into.vendor());
            connection.commit();
            if (into.vendor() == Vendor.H2) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("shutdown compact");
                }
            }
        }
    }

    /** Nothing was there before. */
    private static void empty(Access server) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            for (Table table : Table.parentsFirst(connection)) {
                statement.execute("drop table " + table.name() + " cascade");
            }
            statement.execute("drop table if exists \"schema_history\"");
            statement.execute("drop sequence if exists surrogate_id");
        }
    }

    private static String named(Access access) {
        return access.url().replaceFirst("[?;].*", "");
    }

    private interface Copying {
        BackupContents run() throws SQLException, IOException;
    }

    private static BackupContents refusing(Access access, Copying copying) {
        try {
            return copying.run();
        } catch (SQLException | IOException | FlywayException failure) {
            throw new RefusedCopyException(
                    "nothing was changed: " + Faults.sentence(access.url(), access.user(), failure), failure);
        }
    }
}
