package org.lottrace.it.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.lottrace.it.endtoend.LotTraceProcess.Outcome;
import org.lottrace.persistence.testing.EmbeddedPostgresql;
import org.lottrace.persistence.testing.Relay;

/**
 * What an administrator is told when something is wrong with the database, fault by fault: {@code run}, {@code status}, health and the log say the same one sentence, the log once and
 * without a stack trace. When it is put right, LotTrace goes on without a restart, and the {@code run} that waited says so. What else can be wrong is in the
 * table of the bundle persistence.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DatabaseFaultsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOT_YET = "Not healthy yet; it goes on when this is put right:";

    private static LotTraceProcess lottrace;
    private static String server;
    private static Relay relay;
    private static Path smallDisk;

    @BeforeAll
    static void nothing_runs_yet() throws IOException {
        lottrace = new LotTraceProcess("faults");
        server = EmbeddedPostgresql.newDatabase("faults");
        relay = new Relay(server);
    }

    @AfterAll
    static void stop() throws Exception {
        lottrace.close();
        relay.close();
        if (smallDisk != null) {
            OtherProgram.succeeds("umount", smallDisk.toString());
        }
    }

    @Test
    @Order(1)
    void down_at_the_start() throws Exception {
        relay.goDown();
        Files.createDirectories(lottrace.data("karaf/etc"));
        configure(relay.url(), "postgres", "");

        isTold("DATABASE_UNREACHABLE", "does not answer", relay::comeBack);
    }

    @Test
    @Order(2)
    void down_later() throws Exception {
        relay.goDown();

        isTold("DATABASE_UNREACHABLE", "does not answer", relay::comeBack);
    }

    /** Packets are lost on their way, or its disk hangs: it takes what is sent, and that is all. */
    @Test
    @Order(2)
    void silent() throws Exception {
        relay.fallSilent();

        isTold("DATABASE_SILENT", "has not answered for 5 seconds", relay::speakAgain);
    }

    @Test
    @Order(3)
    void wrong_password() throws Exception {
        String file = h2("locked/lottrace");
        opens(file, "sa", "right");

        configure(file, "sa", "wrong");

        isTold("DATABASE_PASSWORD_REFUSED", "refuses the user \"sa\"", () -> configure(file, "sa", "right"));
    }

    @Test
    @Order(4)
    void tables_of_a_newer_program() throws Exception {
        String url = EmbeddedPostgresql.newDatabase("newer");
        opens(url, "postgres", "");
        opens(relay.url(), "postgres", "");
        execute(
                url,
                "insert into schema_history (installed_rank, version, description, type, script, installed_by, execution_time,"
                        + " success) values (9999, '9999', 'later', 'SQL', 'V9999__later.sql', 'postgres', 1, true)");

        configure(url, "postgres", "");

        isTold(
                "DATABASE_SCHEMA_TOO_NEW",
                "was last used by a newer LotTrace",
                () -> execute(url, "delete from schema_history where version = '9999'"));
    }

    /** A server with a full disk sends this code; to have one, a trigger sends it. */
    @Test
    @Order(5)
    void the_disk_of_the_server_is_full() throws Exception {
        opens(relay.url(), "postgres", "");
        execute(
                server,
                "create function is_full() returns trigger language plpgsql as $$ begin raise exception using errcode ="
                        + " '53100', message = 'could not extend file \"base/1\": No space left on device'; end $$");

        execute(server, "create trigger is_full before insert or update on lease execute function is_full()");

        isTold("DATABASE_DISK_FULL", "there is no space left", () -> execute(server, "drop trigger is_full on lease"));
    }

    /** A small disk of its own, which only some users may make. */
    @Test
    @Order(5)
    void the_disk_of_an_embedded_database_is_full() throws Exception {
        Path disk = Files.createDirectory(lottrace.data("small-disk"));
        assumeTrue(
                new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=64m", "none", disk.toString())
                                .start()
                                .waitFor()
                        == 0,
                "this user may not make a disk");
        smallDisk = disk;
        opens("jdbc:h2:file:" + disk.resolve("lottrace"), "sa", "");

        Path filling = fill(disk);

        isTold("DATABASE_DISK_FULL", "there is no space left", () -> Files.delete(filling));
        opens(relay.url(), "postgres", "");
    }

    private static Path fill(Path disk) throws IOException {
        Path filling = disk.resolve("filling");
        byte[] zeros = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filling)) {
            while (true) {
                out.write(zeros);
            }
        } catch (IOException full) {
            assertTrue(String.valueOf(full.getMessage()).contains("No space left"), full.toString());
        }
        return filling;
    }

    /** The user who runs the tests may be one to whom no right is refused: a file in the place of the folder stops them, too. */
    @Test
    @Order(6)
    void a_folder_that_cannot_be_written_to() throws Exception {
        Path inTheWay = Files.writeString(lottrace.data("locked-folder"), "");

        configure(h2("locked-folder/lottrace"), "sa", "");

        isTold("DATABASE_READ_ONLY", "cannot be written to", () -> Files.delete(inTheWay));
    }

    /** This one is not over by itself: the file is put aside and the backup restored, as the sentence says. */
    @Test
    @Order(7)
    void a_damaged_file() throws Exception {
        opens(h2("damaged/lottrace"), "sa", "");
        Path backup = lottrace.data("before.zip");
        assertEquals(0, lottrace.script("backup", backup.toString()).status());
        opens(relay.url(), "postgres", "");
        Path file = lottrace.data("damaged/lottrace.mv.db");
        damage(file);

        configure(h2("damaged/lottrace"), "sa", "");

        isTold("DATABASE_DAMAGED", "is damaged", () -> {
            assertEquals(0, lottrace.script("stop").status());
            Files.move(file, lottrace.data("damaged/aside"), StandardCopyOption.ATOMIC_MOVE);
            Outcome restored = lottrace.script("restore", backup.toString());
            assertEquals(0, restored.status(), restored.output());
        });
        assertEquals(0, lottrace.script("shell", "lot:verify").status());
    }

    /** @param mending what an administrator does; a {@code run} that has ended by it is begun anew */
    private static void isTold(String code, String words, Mending mending) throws Exception {
        Path log = lottrace.data("karaf/data/log/karaf.log");
        int logged = Files.exists(log) ? Files.readString(log).length() : 0;
        Waiting.until(
                code, () -> !isRunning() || lottrace.script("status").output().contains(words));

        Process run = lottrace.startWithoutSampleCompany();
        BufferedReader output = run.inputReader(StandardCharsets.UTF_8);
        String sentence = saidBy(output);
        assertTrue(sentence.startsWith("database: ") && sentence.contains(words), sentence);
        Outcome status = lottrace.script("status");
        assertEquals(1, status.status(), status.output());
        assertEquals(List.of("  " + sentence), status.output().lines().skip(1).toList(), "status");
        assertEquals(503, lottrace.statusOfHealth());
        assertEquals(sentence, "database: " + health());

        String meanwhile = Files.readString(log).substring(logged);
        assertTrue(meanwhile.lines().noneMatch(text -> text.startsWith("\tat ")), meanwhile);

        mending.mend();

        String rest = output.lines().collect(Collectors.joining("\n"));
        if (run.waitFor() != 0) {
            assertTrue(rest.contains("Karaf ended while starting"), rest);
            Outcome again = lottrace.runWithoutSampleCompany();
            assertEquals(0, again.status(), again.output());
        } else {
            assertTrue(rest.contains("LotTrace is healthy."), rest);
            assertTrue(!rest.contains(NOT_YET) || rest.contains("database: the database is being opened"), rest);
        }
        assertEquals(0, lottrace.script("status").status());
        String since = Files.readString(log).substring(logged);
        String line = "database fault code=" + code + ": " + sentence.substring("database: ".length());
        assertEquals(1, since.split(Pattern.quote(line), -1).length - 1, since);
        assertEquals(1, since.split("database fault code=", -1).length - 1, since);
    }

    private interface Mending {
        void mend() throws Exception;
    }

    /** @return what {@code run} names as the one cause */
    private static String saidBy(BufferedReader output) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            if (line.equals(NOT_YET)) {
                return output.readLine().strip();
            }
        }
        throw new AssertionError("run named no cause: " + said);
    }

    /** @return what the check of the database says */
    private static String health() throws Exception {
        String answer = lottrace.script("shell", "lottrace:health --json").output();
        JsonNode checks = JSON.readTree(answer).get("checks");
        return StreamSupport.stream(checks.spliterator(), false)
                .filter(check -> check.get("name").asText().equals("database"))
                .flatMap(check -> StreamSupport.stream(check.get("messages").spliterator(), false))
                .map(JsonNode::asText)
                .collect(Collectors.joining("; "));
    }

    private static boolean isRunning() throws Exception {
        return lottrace.script("status").status() != 3;
    }

    /** Has it open another database; comes back when that is in use. */
    private static void opens(String url, String user, String password) throws Exception {
        Path log = lottrace.data("karaf/data/log/karaf.log");
        int logged = Files.readString(log).length();
        configure(url, user, password);
        Waiting.until(url, () -> Files.readString(log)
                .substring(logged)
                .contains("database is open database=" + url.replaceFirst("[?].*", "")));
        Waiting.until("health", () -> lottrace.script("status").status() == 0);
    }

    private static String h2(String path) {
        return "jdbc:h2:file:" + lottrace.data(path);
    }

    private static void configure(String url, String user, String password) throws IOException {
        LotTraceProcess.replace(
                lottrace.configuration("org.lottrace.persistence"),
                "url = " + url + "\nuser = " + user + "\npassword = " + password + "\n");
    }

    private static void execute(String url, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    private static void damage(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.write(new byte[(int) bytes.length()]);
        }
    }
}
