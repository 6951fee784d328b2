package org.lottrace.persistence.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lottrace.api.transaction.StoreUnavailableException;
import org.lottrace.persistence.testing.EmbeddedPostgresql;
import org.lottrace.persistence.testing.LandedDatabase;
import org.lottrace.persistence.testing.Relay;

/**
 * Every fault of a database that is known, made for real, and what is said of it: the same sentence in health and in the log, there
 * once and without a stack trace. When it is over, LotTrace works again without a restart.
 */
class FaultTableIT {
    private static final Set<String> SEEN = new HashSet<>();

    @TempDir
    Path folder;

    private String file;
    private OpenedDatabase opened;

    @BeforeEach
    void an_empty_folder() {
        file = "jdbc:h2:file:" + folder.resolve("db/lottrace");
    }

    @AfterEach
    void closed() throws InterruptedException {
        if (opened != null) {
            opened.close();
        }
    }

    /** What only a server out of memory or connections says needs none: it is read from the code that it sends. */
    @AfterAll
    static void every_fault_was_made() {
        SEEN.addAll(Set.of("DATABASE_TOO_MANY_CONNECTIONS", "DATABASE_CLOSED"));
        Set<String> known = Arrays.stream(Fault.values()).map(Fault::code).collect(Collectors.toSet());
        known.add("DATABASE_SILENT"); // which no failure says
        assertEquals(known, SEEN);
    }

    @Test
    void wrong_password() throws Exception {
        DriverManager.getConnection(file, "sa", "right").close();

        opened = new OpenedDatabase(file, "sa", "wrong");

        says("DATABASE_PASSWORD_REFUSED", "refuses the user \"sa\"", "etc/org.lottrace.persistence.cfg");
        execute(file, "sa", "right", "set password 'wrong'");
        opened.works();
    }

    @Test
    void wrong_password_of_postgresql() throws Exception {
        String url = EmbeddedPostgresql.newDatabase("fault");
        String role = "fault_" + System.nanoTime();
        execute(url, "create role " + role); // may not log in

        opened = new OpenedDatabase(withUser(url, role), role, "wrong");

        says("DATABASE_PASSWORD_REFUSED", "refuses the user \"" + role + "\"");
        execute(url, "alter role " + role + " login superuser");
        opened.works();
    }

    @Test
    void a_role_that_may_not_create_tables() throws Exception {
        String url = EmbeddedPostgresql.newDatabase("fault");
        String role = "fault_" + System.nanoTime();
        execute(url, "create role " + role + " login");

        opened = new OpenedDatabase(withUser(url, role), role, "");

        says("DATABASE_NOT_PERMITTED", "make it the owner of the database");
        execute(url, "alter role " + role + " superuser");
        opened.works();
    }

    @Test
    void no_such_database() throws Exception {
        String url = EmbeddedPostgresql.newDatabase("fault");
        String name = "missing_" + System.nanoTime();

        opened = new OpenedDatabase(url.replaceFirst("/fault[^?]*", "/" + name), "postgres", "");

        says("DATABASE_NOT_THERE", name, "create it");
        execute(url, "create database " + name);
        opened.works();
    }

    @Test
    void down_at_the_start() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }

        opened =
                new OpenedDatabase("jdbc:postgresql://127.0.0.1:" + port + "/lottrace?password=secret", "lottrace", "");

        String sentence = says("DATABASE_UNREACHABLE", "jdbc:postgresql://127.0.0.1:" + port + "/lottrace", "start it");
        assertTrue(!sentence.contains("secret"), sentence);
    }

    @Test
    void down_later() throws Exception {
        try (Relay server = new Relay(EmbeddedPostgresql.newDatabase("fault"))) {
            opened = new OpenedDatabase(server.url(), "postgres", "");
            opened.works();

            server.goDown();

            StoreUnavailableException refused = assertThrows(StoreUnavailableException.class, opened::write);
            StringWriter logged = new StringWriter();
            refused.printStackTrace(new PrintWriter(logged));
            assertEquals(1, logged.toString().lines().count(), "whoever logs it logs one line: " + logged);
            says("DATABASE_UNREACHABLE", "does not answer");
            server.comeBack();
            opened.works();
            opened.write();
        }
    }

    /** Whoever asks while a question is not answered is told at once: many ask for health. */
    @Test
    void a_server_that_does_not_answer() throws Exception {
        try (Relay server = new Relay(EmbeddedPostgresql.newDatabase("fault"))) {
            opened = new OpenedDatabase(server.url(), "postgres", "", Map.of("connection.timeout.seconds", "20"));
            opened.works();

            server.fallSilent();
            try {
                says("DATABASE_SILENT", "has not answered for 5 seconds", "what else it works on");
                long began = System.nanoTime();
                says("DATABASE_SILENT", "has not answered for 5 seconds");
                assertTrue(System.nanoTime() - began < 2_000_000_000L, "waited for it again");
            } finally {
                server.speakAgain();
            }
            opened.works();
            opened.write();
        }
    }

    @Test
    void disk_full_and_free_again() throws Exception {
        FullDisk.register();
        opened = new OpenedDatabase("jdbc:h2:file:full:" + folder.resolve("lottrace"), "sa", "");
        opened.works();
        opened.write();

        FullDisk.isFull = true;
        try {
            String refused =
                    assertThrows(StoreUnavailableException.class, opened::write).getMessage();
            assertTrue(refused.contains("no space left"), refused);
            says("DATABASE_DISK_FULL", "no space left", "free some");
        } finally {
            FullDisk.isFull = false;
        }
        opened.works();
        opened.write();
    }

    @Test
    void another_process_has_the_file() throws Exception {
        Process other = OpenedDatabase.inAnotherProcess(file);
        try {
            opened = new OpenedDatabase(file, "sa", "");

            says("DATABASE_IN_USE", "used by another process", folder.toString());
        } finally {
            other.destroyForcibly().waitFor();
        }
        opened.works();
    }

    /** A program that is installed again in the same JVM could not open it: the one that is gone still had it. */
    @Test
    void work_that_goes_on_while_it_is_closed_leaves_no_lock_on_the_file() throws Exception {
        opened = new OpenedDatabase(file, "sa", "");
        opened.works();
        opened.beginWork();

        OpenedDatabase closed = opened;
        opened = null;
        closed.close();

        try (FileChannel channel = FileChannel.open(
                folder.resolve("db/lottrace.mv.db"), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            assertNotNull(channel.tryLock());
        }
        assertTrue(closed.log().contains("broken off connections=1"), closed.log());
    }

    /** The user who runs the tests may be the one to whom no right is refused: a file in the place of the folder stops them, too. */
    @Test
    void a_folder_that_cannot_be_written_to() throws Exception {
        Path inTheWay = Files.writeString(folder.resolve("db"), "");

        opened = new OpenedDatabase(file, "sa", "");

        says("DATABASE_READ_ONLY", "cannot be written to", "the right to write there");
        Files.delete(inTheWay);
        opened.works();
    }

    @Test
    void a_damaged_file() throws Exception {
        DriverManager.getConnection(file, "sa", "").close();
        Path damaged = folder.resolve("db/lottrace.mv.db");
        byte[] bytes = Files.readAllBytes(damaged);
        Arrays.fill(bytes, (byte) 7);
        Files.write(damaged, bytes);

        opened = new OpenedDatabase(file, "sa", "");

        says("DATABASE_DAMAGED", "is damaged", "restore the last backup");
    }

    @Test
    void tables_of_a_newer_program() throws Exception {
        new OpenedDatabase(file, "sa", "").worksThenCloses();
        execute(
                file,
                "insert into \"schema_history\" (\"installed_rank\", \"version\", \"description\", \"type\", \"script\","
                        + " \"installed_by\", \"execution_time\", \"success\") values (99, '99', 'later', 'SQL', 'V99__later.sql',"
                        + " 'sa', 1, true)");

        opened = new OpenedDatabase(file, "sa", "");

        says("DATABASE_SCHEMA_TOO_NEW", "its tables have version 99", "used by a newer LotTrace");
    }

    @Test
    void an_upgrade_without_pg_dump() throws Exception {
        DumpScript tool = new DumpScript(folder);

        opened = upgrading(LandedDatabase.V18.loadedIntoPostgresql(), tool);

        says(
                "DATABASE_BACKUP_TOOL_MISSING",
                "there is no pg_dump",
                "install PostgreSQL's client tools",
                "put backup.made.before = " + Migrations.newest());
        tool.thatWorks();
        opened.works();
    }

    @Test
    void an_upgrade_whose_backup_fails() throws Exception {
        DumpScript tool = new DumpScript(folder).that("echo server version mismatch; exit 1");

        opened = upgrading(LandedDatabase.V18.loadedIntoPostgresql(), tool);

        says("DATABASE_BACKUP_FAILED", "could not make", "server version mismatch", "put that right");
        tool.thatWorks();
        opened.works();
    }

    private OpenedDatabase upgrading(String url, DumpScript tool) {
        return new OpenedDatabase(
                url,
                "postgres",
                "",
                Map.of(
                        "pg.dump",
                        tool.path(),
                        "backup.folder",
                        folder.resolve("backup").toString()));
    }

    @Test
    void tables_of_somebody_else() throws Exception {
        new OpenedDatabase(file, "sa", "").worksThenCloses();
        execute(file, "update \"schema_history\" set \"checksum\" = 1 where \"version\" = '2'");

        opened = new OpenedDatabase(file, "sa", "");

        says("DATABASE_SCHEMA_FOREIGN", "are not those of LotTrace");
    }

    /** @return the sentence */
    private String says(String code, String... words) throws InterruptedException, IOException {
        String sentence = opened.sentenceOf(code);
        for (String word : words) {
            assertTrue(sentence.contains(word), sentence);
        }
        opened.triesAgain();
        String log = opened.log();
        assertEquals(1, log.split("code=" + code + ": ", -1).length - 1, log);
        assertTrue(log.contains(sentence), log);
        assertTrue(log.lines().noneMatch(line -> line.startsWith("\tat ")), log);
        assertEquals(1, sentence.lines().count(), sentence);
        SEEN.add(code);
        return sentence;
    }

    private static String withUser(String url, String role) {
        return url.replaceFirst("user=[^&]*", "user=" + role);
    }

    private static void execute(String url, String statement) throws SQLException {
        execute(url, url.startsWith("jdbc:h2") ? "sa" : "postgres", "", statement);
    }

    private static void execute(String url, String user, String password, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }
}
