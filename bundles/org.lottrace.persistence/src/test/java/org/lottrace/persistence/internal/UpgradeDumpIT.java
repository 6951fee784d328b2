package org.lottrace.persistence.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lottrace.persistence.testing.EmbeddedPostgresql;
import org.lottrace.persistence.testing.LandedDatabase;

/** The database of the last version that landed, in PostgreSQL, as an administrator has it when a newer program starts. */
class UpgradeDumpIT {
    private static final String VERSION = "select \"version\" from \"schema_history\" order by \"installed_rank\" desc";

    @TempDir
    Path folder;

    private final Map<String, String> settings = new HashMap<>();
    private String url;
    private String database;
    private Path dumps;
    private DumpScript script;

    @BeforeEach
    void an_older_database() {
        url = LandedDatabase.V18.loadedIntoPostgresql();
        database = url.replaceFirst(".*/", "").replaceFirst("[?].*", "");
        dumps = folder.resolve("backup");
        script = new DumpScript(folder);
        settings.put("backup.folder", dumps.toString());
        settings.put("pg.dump", script.path());
    }

    @Test
    void it_is_dumped_before_its_tables_are_upgraded() throws Exception {
        script.thatWorks();

        OpenedDatabase opened = opened("secret");
        opened.works();

        Path dump = dumps.resolve(database + "-before-" + Migrations.newest() + ".dump");
        assertEquals(Migrations.newest(), text(url, VERSION));
        assertEquals("all of it", Files.readString(dump).strip());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(dump)));
        assertEquals(Optional.of(dump), opened.upgradeBackup());
        opened.close();
        String call = script.calls().get(0);
        String address = url.replaceFirst("jdbc:", "").replaceFirst("[?].*", "");
        assertTrue(call.startsWith("--format=custom --no-password --lock-wait-timeout=60000 --file=" + dumps), call);
        assertTrue(call.endsWith("--dbname=" + address + " as postgres with secret, host= port="), call);
    }

    @Test
    void nothing_is_dumped_where_nothing_is_upgraded() throws Exception {
        script.thatWorks();
        opened("").worksThenCloses();

        OpenedDatabase again = opened("");
        again.works();

        assertEquals(Optional.empty(), again.upgradeBackup());
        again.close();
        assertEquals(1, script.calls().size());
    }

    @Test
    void nothing_is_dumped_of_a_database_without_tables() throws Exception {
        script.thatWorks();
        url = EmbeddedPostgresql.newDatabase("fresh");

        opened("").worksThenCloses();

        assertEquals(Migrations.newest(), text(url, VERSION));
        assertEquals(List.of(), script.calls());
    }

    @Test
    void without_a_dump_nothing_is_upgraded_until_there_is_one_or_the_administrator_has_a_backup() throws Exception {
        script.that("echo the disk is on fire; exit 3");
        settings.put("backup.made.before", "18"); // of the upgrade before this one
        OpenedDatabase opened = opened("");

        String sentence = opened.sentenceOf("DATABASE_BACKUP_FAILED");

        assertTrue(sentence.contains("ended with 3 and said \"the disk is on fire\""), sentence);
        assertTrue(sentence.contains("backup.made.before = " + Migrations.newest()), sentence);
        opened.close();
        assertEquals("18", text(url, VERSION));
        assertEquals(List.of(), files());
        settings.put("backup.made.before", Migrations.newest());
        int calls = script.calls().size();
        opened("").worksThenCloses();
        assertEquals(Migrations.newest(), text(url, VERSION));
        assertEquals(calls, script.calls().size());
    }

    @Test
    void a_tool_that_says_it_worked_and_wrote_nothing_made_no_backup() throws Exception {
        script.that("exit 0");

        OpenedDatabase opened = opened("");

        opened.sentenceOf("DATABASE_BACKUP_FAILED");
        opened.close();
        assertEquals("18", text(url, VERSION));
    }

    @Test
    void each_reason_why_there_is_no_backup_is_said_and_logged_once() throws Exception {
        script.that("echo too old; exit 1");
        OpenedDatabase opened = opened("");
        opened.sentenceOf("DATABASE_BACKUP_FAILED");

        script.that("echo disk full; exit 1");
        opened.sentenceWith("disk full");
        opened.triesAgain();
        opened.close();

        assertEquals(2, opened.log().split("code=DATABASE_BACKUP_FAILED", -1).length - 1, opened.log());
    }

    @Test
    void an_upgrade_that_fails_is_tried_again_without_another_dump_and_what_was_dumped_before_stays() throws Exception {
        script.thatWorks();
        Files.createDirectories(dumps);
        Path earlier = dumps.resolve(database + "-before-" + Migrations.newest() + ".dump");
        Files.writeString(earlier, "of a first try");
        execute("create table journal_receiver (in_the_way int)");
        OpenedDatabase opened = opened("");
        opened.sentenceOf("DATABASE_NOT_OPENED");
        opened.triesAgain();

        execute("drop table journal_receiver");
        opened.worksThenCloses();

        assertEquals(Migrations.newest(), text(url, VERSION));
        assertEquals(1, script.calls().size());
        assertEquals("of a first try", Files.readString(earlier));
        assertEquals(List.of(dumps.resolve(database + "-before-" + Migrations.newest() + "-2.dump"), earlier), files());
    }

    @Test
    void a_dump_ends_with_lottrace_and_leaves_nothing() throws Exception {
        script.that("exec sleep 300");
        OpenedDatabase opened = opened("");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (script.calls().isEmpty()) {
            assertTrue(System.nanoTime() < deadline, "no dump begun");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }

        opened.close(); // would wait for a minute

        assertEquals(List.of(), files());
        assertTrue(!opened.log().contains("still opening"), opened.log());
        assertEquals("18", text(url, VERSION));
    }

    /** Where the machine has it. It dumps servers up to its own version, and says so of a later one. */
    @Test
    void the_real_tool_dumps_what_can_be_restored_or_says_why_not() throws Exception {
        Optional<String> version = output("pg_dump", "--version");
        assumeTrue(version.isPresent(), "this machine has no pg_dump");
        settings.remove("pg.dump");
        String facts = text(url, "select count(*) from recall_fact");
        OpenedDatabase opened = opened("");

        if (major(version.get().replaceFirst("[^0-9]*", "")) < major(text(url, "show server_version"))) {
            String sentence = opened.sentenceOf("DATABASE_BACKUP_FAILED");
            opened.close();
            assertTrue(sentence.contains("server version mismatch"), sentence);
            String needed = "it needs to be of version " + major(text(url, "show server_version")) + " or later";
            assertTrue(sentence.contains(needed), sentence);
            assertEquals("18", text(url, VERSION));
            return;
        }
        opened.works();
        Path dump = opened.upgradeBackup().orElseThrow();
        opened.close();
        String restored = EmbeddedPostgresql.newDatabase("restored");
        String address = restored.replaceFirst("jdbc:", "").replaceFirst("[?].*", "");
        output("pg_restore", "--username=postgres", "--dbname=" + address, dump.toString())
                .orElseThrow();
        assertEquals("18", text(restored, VERSION));
        assertEquals(facts, text(restored, "select count(*) from recall_fact"));
    }

    private OpenedDatabase opened(String password) {
        return new OpenedDatabase(url, "postgres", password, settings);
    }

    private static int major(String version) {
        return Integer.parseInt(version.replaceFirst("[^0-9].*", ""));
    }

    private static Optional<String> output(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes()).strip();
            assertEquals(0, process.waitFor(), said);
            return Optional.of(said);
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(dumps)) {
            return files.sorted().toList();
        }
    }

    private static String text(String url, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }
}
