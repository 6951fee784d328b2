package org.lottrace.it.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.lottrace.it.endtoend.LotTraceProcess.Outcome;
import org.lottrace.persistence.testing.EmbeddedPostgresql;

/** The way of an administrator who has the archive alone: HTTPS, backup, PostgreSQL, a newer version, a database that is away, restore. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NewcomerIT {
    private static LotTraceProcess lottrace;
    private static Path backup;
    private static String told;
    private static JsonNode head;

    @TempDir
    static Path anywhere;

    @BeforeAll
    static void the_archive_is_unpacked_and_run_with_https() throws Exception {
        lottrace = LotTraceProcess.unpackedIn(unpackedIn("first"));
        Outcome run = lottrace.runByHttps();
        assertEquals(0, run.status(), run.output());
        assertTrue(run.output().contains(" https://127.0.0.1:" + lottrace.httpsPort() + "/"), run.output());
        backup = lottrace.data("backup.zip");
    }

    @AfterAll
    static void stop() throws IOException {
        lottrace.close();
    }

    @Test
    @Order(1)
    void it_is_backed_up_while_it_runs_and_restored_when_it_was_lost() throws Exception {
        head = lottrace.shell("lot:events --limit 1");
        told = told(succeeds("backup", backup.toString()));
        refuses("stop it first", "restore", backup.toString());
        succeeds("stop");
        refuses("nothing is written over it", "restore", backup.toString());
        Files.delete(lottrace.data("db/lottrace.mv.db"));

        Outcome restored = succeeds("restore", backup.toString());

        assertEquals(told, told(restored));
    }

    @Test
    @Order(2)
    void it_moves_to_postgresql_with_every_row() throws Exception {
        succeeds("run");
        refuses("stop it first", "move-database");
        succeeds("stop");
        refuses("put url, user and password of an empty PostgreSQL database into", "move-database");
        configure(EmbeddedPostgresql.newDatabase("moved"), "postgres");

        Outcome moved = succeeds("move-database");

        assertEquals(ledger(told), ledger(told(moved)));
        refuses("name an empty database", "move-database");
        assertTrue(Files.exists(lottrace.data("db/lottrace.mv.db")));
    }

    /** Unpacked beside the first, and started with its data folder: what was edited is kept. */
    @Test
    @Order(3)
    void a_newer_version_goes_on_with_what_is_there() throws Exception {
        lottrace = lottrace.upgradedBy(unpackedIn("second"));
        Files.writeString(lottrace.data("karaf/.unpacked"), "an earlier version");

        succeeds("run");

        succeeds("shell", "lot:verify");
        assertEquals(head, lottrace.shell("lot:events --limit 1"));
        assertTrue(Files.readString(lottrace.configuration("org.lottrace.persistence"))
                .contains("/moved"));
    }

    @Test
    @Order(4)
    void a_database_that_is_away_is_the_one_cause_and_over_without_a_restart() throws Exception {
        Path configuration = lottrace.configuration("org.lottrace.persistence");
        String right = Files.readString(configuration);

        configure("jdbc:postgresql://127.0.0.1:1/away", "postgres");

        String cause = "database: the database jdbc:postgresql://127.0.0.1:1/away does not answer (Connection refused)";
        Waiting.until("the cause", () -> lottrace.script("status").output().contains(cause));
        Outcome status = lottrace.script("status");
        assertEquals(1, status.status());
        assertEquals(2, status.output().lines().count(), status.output());
        LotTraceProcess.replace(configuration, right);
        Waiting.until("health", () -> lottrace.script("status").status() == 0);
        String log = Files.readString(lottrace.data("karaf/data/log/karaf.log"));
        assertEquals(2, log.split("database fault code=DATABASE_UNREACHABLE", -1).length, "once");
        assertFalse(log.contains("HikariPool$PoolInitializationException"));
    }

    @Test
    @Order(5)
    void what_was_backed_up_on_the_new_database_is_restored_into_another() throws Exception {
        Path newer = lottrace.data("newer.zip");
        String kept = told(succeeds("backup", newer.toString()));
        succeeds("stop");
        configure(EmbeddedPostgresql.newDatabase("restored"), "postgres");

        assertEquals(kept, told(succeeds("restore", newer.toString())));

        succeeds("run");
        succeeds("shell", "lot:verify");
        assertEquals(head, lottrace.shell("lot:events --limit 1"));
    }

    /** @return the folder of the program */
    private static Path unpackedIn(String name) throws IOException, InterruptedException {
        Path folder = Files.createDirectory(anywhere.resolve(name));
        Path built = Path.of(System.getProperty("it.checkout"), "features/distribution/target");
        try (Stream<Path> files = Files.list(built)) {
            Path archive = files.filter(file -> file.toString().endsWith(".tar.gz"))
                    .findFirst()
                    .orElseThrow();
            OtherProgram.succeeds("tar", "-xzf", archive.toString(), "-C", folder.toString(), "--strip-components=1");
        }
        return folder;
    }

    private static void configure(String url, String user) throws IOException {
        Path configuration = lottrace.configuration("org.lottrace.persistence");
        LotTraceProcess.replace(
                configuration,
                Files.readString(configuration)
                        .replaceAll("(?m)^url = .*$", "url = " + url)
                        .replaceAll("(?m)^user = .*$", "user = " + user));
    }

    private static Outcome succeeds(String... arguments) throws Exception {
        Outcome outcome = lottrace.script(arguments);
        assertEquals(0, outcome.status(), outcome.output());
        return outcome;
    }

    private static void refuses(String words, String... arguments) throws Exception {
        Outcome outcome = lottrace.script(arguments);
        assertEquals(1, outcome.status(), outcome.output());
        assertTrue(outcome.output().contains(words), outcome.output());
        assertEquals(1, outcome.output().lines().count(), outcome.output());
    }

    /** @return rows, tables, position and hash */
    private static String told(Outcome outcome) {
        return outcome.output().lines().findFirst().orElseThrow().replaceFirst(".*: ", "");
    }

    /** Rows of leases may have come since. */
    private static String ledger(String told) {
        return told.substring(told.indexOf("the ledger ends"));
    }
}
