package org.lottrace.persistence.internal.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.backup.BackupContents;
import org.lottrace.persistence.internal.copy.Copies.Access;
import org.lottrace.persistence.testing.EmbeddedPostgresql;

/**
 * Restoring a file of pg_dump. {@code small-of-15.dump} was written by pg_dump 15 of a server 15; the server here is another one.
 */
class DumpRestoreIT {
    @TempDir
    Path folder;

    private Access into;
    private Path dump;

    @BeforeEach
    void an_empty_database() throws IOException {
        into = new Access(EmbeddedPostgresql.newDatabase("dumped"), "postgres", "");
        dump = folder.resolve("small-of-15.dump");
        try (InputStream file = DumpRestoreIT.class.getResourceAsStream("small-of-15.dump")) {
            Files.copy(file, dump);
        }
    }

    @Test
    void the_file_says_what_wrote_it() throws IOException {
        assertTrue(Copies.isDump(dump));
        assertEquals(15, DumpHead.of(dump).majorOfTool());
        assertEquals(15, DumpHead.major(DumpHead.of(dump).server()));
        assertEquals(new DumpHead("17.6", "18.1 (Debian 18.1-1)"), DumpHead.of(headOf("17.6", "18.1 (Debian 18.1-1)")));
    }

    @Test
    void what_it_holds_is_there_afterwards_and_a_second_time_nothing_is_written_over_it() throws Exception {
        assumeTrue(isThere(), "this machine has no pg_restore");

        BackupContents contents = Copies.restoreDump(dump, into, "pg_dump");

        assertEquals(new BackupContents(2, 4, 7, "a".repeat(64), "54"), contents);
        assertTrue(refused(dump, "pg_dump").contains("there are tables already"));
    }

    /** The server here is a 17. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "17.6 | 17.6 | 15.14 | install PostgreSQL's client tools of version 17, and name theirs",
                "15.14 | 15.14 | 18.1 | install PostgreSQL's client tools of version 17, and name theirs",
                "15.14 | 15.14 | 15.14 | put that right",
                "17.2 | 17.2 | 17.6 | put that right",
                "18.1 | 18.1 | 18.1 | name a database on a server of version 18 or later",
            })
    void tools_of_another_version_are_told_with_which_to_take(String server, String tool, String here, String advice)
            throws Exception {
        Path file = headOf(server, tool);

        String sentence = refused(file, toolThatFails(here));

        assertTrue(sentence.endsWith(advice) || sentence.contains("; " + advice + ","), sentence);
        assertTrue(
                sentence.startsWith(
                        "nothing was restored: " + file + " was written by pg_dump " + tool + " of a server " + server
                                + ", and pg_restore (PostgreSQL) " + here + " could not write it to the server 17"),
                sentence);
        assertTrue(sentence.contains("(it said \"unsupported version\")"), sentence);
        assertEquals(0, tables());
    }

    @Test
    void without_the_tool_or_into_an_embedded_database_it_is_said_what_to_do() {
        String missing = refused(dump, folder.resolve("nowhere/pg_dump").toString());
        assertTrue(missing.contains("there is no " + folder.resolve("nowhere/pg_restore")), missing);
        assertTrue(missing.contains("install PostgreSQL's client tools of version 15 or later"), missing);

        into = new Access("jdbc:h2:file:" + folder.resolve("db"), "sa", "");
        String embedded = refused(dump, "pg_dump");
        assertTrue(embedded.contains("only PostgreSQL reads it"), embedded);
    }

    @Test
    void half_a_file_leaves_the_database_empty() throws Exception {
        assumeTrue(isThere(), "this machine has no pg_restore");
        byte[] whole = Files.readAllBytes(dump);
        Path half = Files.write(folder.resolve("half.dump"), java.util.Arrays.copyOf(whole, whole.length * 2 / 3));

        refused(half, "pg_dump");

        assertEquals(0, tables());
    }

    private String refused(Path file, String pgDump) {
        String sentence = assertThrows(RefusedCopyException.class, () -> Copies.restoreDump(file, into, pgDump))
                .getMessage();
        assertEquals(1, sentence.lines().count(), sentence);
        return sentence;
    }

    private int tables() throws SQLException {
        try (Connection connection = DriverManager.getConnection(into.url(), into.user(), "");
                ResultSet tables = connection
                        .getMetaData()
                        .getTables(null, connection.getSchema(), null, new String[] {"TABLE"})) {
            int count = 0;
            while (tables.next()) {
                count++;
            }
            return count;
        }
    }

    /** @return the path of its pg_dump, beside which it lies */
    private String toolThatFails(String version) throws IOException {
        Path tool = Files.writeString(
                folder.resolve("pg_restore"),
                "#!/bin/sh\nif [ \"$1\" = --version ]; then echo 'pg_restore (PostgreSQL) " + version
                        + "'; exit 0; fi\necho 'unsupported version'; exit 1\n");
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));
        return folder.resolve("pg_dump").toString();
    }

    /** As pg_dump 16 and later write it. */
    private Path headOf(String server, String tool) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.write("PGDMP".getBytes(StandardCharsets.US_ASCII));
        head.write(new byte[] {1, 16, 0, 4, 8, 1, 1}); // version, sizes, custom format, gzip
        for (int i = 0; i < 7; i++) {
            integer(head, i);
        }
        for (String text : new String[] {"lottrace", server, tool}) {
            integer(head, text.length());
            head.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return Files.write(folder.resolve("head.dump"), head.toByteArray());
    }

    private static void integer(ByteArrayOutputStream out, int value) {
        out.write(new byte[] {0, (byte) value, 0, 0, 0}, 0, 5);
    }

    private static boolean isThere() throws InterruptedException {
        try {
            return new ProcessBuilder("pg_restore", "--version").start().waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }
}
