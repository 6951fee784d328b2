package org.lottrace.persistence.internal.copy;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.lottrace.persistence.internal.Vendor;

/**
 * All rows as text in a zip, one entry for each table, and a manifest with the sum of each. It belongs to no database: it comes
 * from H2 or PostgreSQL and goes to either.
 */
final class BackupFile {
    /** Asks which version the tables have. */
    static final String SCHEMA =
            "select \"version\" from \"schema_history\" where \"success\" = true and \"version\" is not"
                    + " null order by \"installed_rank\" desc";

    private static final String MANIFEST = "manifest";
    private static final int ROWS_AT_A_TIME = 1_000;
    /** The isolation of H2 that sees all tables as they were when the transaction began. */
    private static final int H2_SNAPSHOT = 6;

    private BackupFile() {}

    /**
     * Reads everything as it is at one moment.
     *
     * @param connection of its own; its isolation is changed
     * @param file there when it is whole, or not at all
     */
    static Manifest write(Connection connection, Vendor vendor, Path file) throws SQLException, IOException {
        if (Files.exists(file)) {
            throw new RefusedCopyException(file + " exists; name a new file");
        }
        Path partial = file.resolveSibling(file.getFileName() + ".part");
        try {
            Manifest manifest;
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(partial))) {
                manifest = write(connection, vendor, zip);
            }
            try (FileChannel written = FileChannel.open(partial, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private static Manifest write(Connection connection, Vendor vendor, ZipOutputStream zip)
            throws SQLException, IOException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(vendor == Vendor.H2 ? H2_SNAPSHOT : Connection.TRANSACTION_REPEATABLE_READ);
        Writer out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        Map<String, String> sums = new TreeMap<>();
        for (Table table : Table.parentsFirst(connection)) {
            zip.putNextEntry(new ZipEntry(table.name()));
            out.write(table.columnNames() + "\n");
            sums.put(
                    table.name(),
                    read(connection, table, line -> out.write(line + "\n")).toString());
            out.flush();
            zip.closeEntry();
        }
        Manifest manifest = manifest(connection, vendor, sums);
        connection.rollback();
        zip.putNextEntry(new ZipEntry(MANIFEST));
        zip.write(manifest.text());
        zip.closeEntry();
        return manifest;
    }

    interface LineReceiver {
        void take(String line) throws IOException;
    }

    static RowSum read(Connection connection, Table table, LineReceiver receiver) throws SQLException, IOException {
        RowSum sum = new RowSum();
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (ResultSet rows = statement.executeQuery(table.select())) {
                while (rows.next()) {
                    String line = table.line(rows);
                    sum.add(line);
                    receiver.take(line);
                }
            }
        }
        return sum;
    }

    /** Ids are read last: those of rows that were read are taken from the sequence by then. */
    private static Manifest manifest(Connection connection, Vendor vendor, Map<String, String> sums)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String schema = text(statement, SCHEMA);
            String position = text(statement, "select head_position from ledger_head");
            String hash = text(statement, "select hash from ledger_head");
            String next = text(statement, vendor.nextIdQuery());
            return new Manifest(schema, Long.parseLong(next), Long.parseLong(position), hash.strip(), sums);
        }
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    static Manifest manifest(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry manifest = zip.getEntry(MANIFEST);
            if (manifest == null) {
                throw new RefusedCopyException(file + " is no backup of LotTrace");
            }
            return Manifest.read(zip.getInputStream(manifest));
        }
    }

    /**
     * Writes everything into tables that are there, in one transaction of the caller, and compares it with the manifest.
     *
     * @param connection does not commit by itself
     */
    static void load(Path file, Connection connection, Vendor vendor) throws SQLException, IOException {
        Manifest manifest = manifest(file);
        List<Table> tables = Table.parentsFirst(connection);
        List<Table> childrenFirst = new ArrayList<>(tables);
        Collections.reverse(childrenFirst);
        try (ZipFile zip = new ZipFile(file.toFile());
                Statement statement = connection.createStatement()) {
            for (Table table : childrenFirst) {
                statement.execute("delete from " + table.name()); // a new schema has the head of an empty ledger
            }
            for (Table table : tables) {
                ZipEntry rows = zip.getEntry(table.name());
                if (rows == null) {
                    throw new RefusedCopyException("the backup is damaged: it has no table " + table.name());
                }
                try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(zip.getInputStream(rows), StandardCharsets.UTF_8))) {
                    load(lines, table, connection);
                }
            }
            statement.execute("alter sequence surrogate_id restart with " + manifest.nextId());
        }
        compare(manifest, connection, tables);
    }

    private static void load(BufferedReader lines, Table table, Connection connection)
            throws SQLException, IOException {
        String columns = lines.readLine();
        if (!table.columnNames().equals(columns)) {
            throw new RefusedCopyException("the backup is damaged: the table " + table.name() + " has the columns "
                    + columns + " instead of " + table.columnNames());
        }
        try (PreparedStatement insert = connection.prepareStatement(table.insert())) {
            int waiting = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                table.bind(insert, line);
                insert.addBatch();
                if (++waiting == ROWS_AT_A_TIME) {
                    insert.executeBatch();
                    waiting = 0;
                }
            }
            insert.executeBatch();
        }
    }

    /** Reads what was written: that is what counts, not what was sent. */
    private static void compare(Manifest manifest, Connection connection, List<Table> tables)
            throws SQLException, IOException {
        for (Table table : tables) {
            String sum = read(connection, table, line -> {}).toString();
            if (!sum.equals(manifest.sums().get(table.name()))) {
                throw new RefusedCopyException("the table " + table.name() + " is not what was backed up (rows and sum "
                        + sum + " instead of " + manifest.sums().get(table.name()) + "): the backup is damaged");
            }
        }
        try (Statement statement = connection.createStatement()) {
            String hash = text(statement, "select hash from ledger_head").strip();
            if (!hash.equals(manifest.ledgerHash())) {
                throw new RefusedCopyException("the ledger ends with hash " + hash + " instead of "
                        + manifest.ledgerHash() + ": the backup is damaged");
            }
        }
    }
}
