package org.lottrace.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lottrace.persistence.internal.Migrations;

/** What the script does with the embedded database while nothing runs; the running one is tried in the distribution. */
class DatabaseCopiesTest {
    private static final String SHIPPED = """
            # a comment
            url = jdbc:h2:file:${lottrace.data:-${karaf.base}/lottrace}/db/lottrace;DB_CLOSE_ON_EXIT=FALSE
            user = sa
            password =
            """;

    @TempDir
    Path folder;

    private Path home;
    private Path data;

    @BeforeEach
    void a_distribution() throws IOException {
        home = folder.resolve("program");
        data = folder.resolve("data");
        for (String part : List.of("bin", "etc", "lib", "system")) {
            Files.createDirectories(home.resolve(part));
        }
        Files.writeString(home.resolve("etc/org.lottrace.persistence.cfg"), SHIPPED);
    }

    @Test
    void the_database_is_the_one_that_the_configuration_names() throws Exception {
        assertEquals(
                "jdbc:h2:file:" + data + "/db/lottrace;DB_CLOSE_ON_EXIT=FALSE",
                DatabaseSettings.of(settings()).url());
        Files.createDirectories(data.resolve("karaf/etc"));
        Files.writeString(
                data.resolve("karaf/etc/org.lottrace.persistence.cfg"),
                "url = jdbc:postgresql://db/lottrace\nuser = me\npassword = a:b=c\n");

        assertEquals(
                "jdbc:postgresql://db/lottrace", DatabaseSettings.of(settings()).url());
        assertEquals("a:b=c", DatabaseSettings.of(settings()).password());
    }

    @Test
    void a_lost_database_comes_back_from_its_backup_on_a_machine_that_never_ran() throws Exception {
        Path backup = folder.resolve("backup.zip");
        Migrations.run("jdbc:h2:file:" + data.resolve("db/lottrace"), "sa", "", "20");
        Called made = call("backup", backup.toString());
        assertEquals(0, made.status(), made.errors());
        assertTrue(made.output().contains("the ledger ends at position 0 with hash "), made.output());
        Path moved = folder.resolve("another machine");
        data = moved;

        Called restored = call("restore", backup.toString());

        assertEquals(0, restored.status(), restored.errors());
        assertTrue(Files.exists(data.resolve("db/lottrace.mv.db")));
        assertTrue(Files.exists(data.resolve("sample-company.loaded")), "or it would be loaded into this company");
        assertSays("there is a database already", "restore", backup.toString());
    }

    @Test
    void what_cannot_be_is_refused_in_a_sentence() throws Exception {
        Path text = Files.writeString(folder.resolve("text"), "hello");

        assertSays(
                "there is no database to back up",
                "backup",
                folder.resolve("b.zip").toString());
        assertSays("name a new file", "backup", text.toString());
        assertSays("there is no folder", "backup", folder.resolve("no/b.zip").toString());
        assertSays("is no backup of LotTrace", "restore", text.toString());
        assertSays("there is no file", "restore", folder.resolve("missing").toString());
        assertSays("an empty PostgreSQL database", "move-database");
    }

    private void assertSays(String words, String... arguments) throws Exception {
        Called refused = call(arguments);
        assertEquals(1, refused.status());
        assertTrue(refused.errors().contains(words), refused.errors());
        assertEquals(1, refused.errors().lines().count(), refused.errors());
    }

    private record Called(int status, String output, String errors) {}

    private Settings settings() {
        return Settings.of(Map.of("LOTTRACE_DATA", data.toString()), home, folder);
    }

    private Called call(String... arguments) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int status = LotTrace.run(
                settings(),
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8));
        return new Called(status, out.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
    }
}
