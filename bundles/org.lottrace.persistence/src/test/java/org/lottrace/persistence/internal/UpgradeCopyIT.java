package org.lottrace.persistence.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.util.DriverDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lottrace.persistence.testing.LandedDatabase;

/** The database of the last version that landed, in a file, as an administrator has it when a newer program starts. */
class UpgradeCopyIT {
    private static final String VERSION = "select \"version\" from \"schema_history\" order by \"installed_rank\" desc";

    @TempDir
    Path folder;

    private String url;
    private Path file;
    private Path copy;

    @BeforeEach
    void an_older_database() {
        url = "jdbc:h2:file:" + folder.resolve("lottrace") + ";TRACE_LEVEL_FILE=0";
        file = folder.resolve("lottrace.mv.db");
        copy = folder.resolve("lottrace-before-" + Migrations.newest() + ".mv.db");
        LandedDatabase.V18.loadedInto(url);
    }

    @Test
    void its_file_is_copied_before_its_tables_are_upgraded() throws Exception {
        new OpenedDatabase(url, "sa", "").worksThenCloses();

        assertEquals(Migrations.newest(), text(url, VERSION));
        assertEquals(List.of(copy, file), files());
        assertEquals("18", text(urlOfTheCopy(), VERSION));
        long made = Files.size(copy);
        new OpenedDatabase(url, "sa", "").worksThenCloses();
        assertEquals(made, Files.size(copy), "once");
    }

    @Test
    void an_upgrade_that_was_killed_begins_again_from_the_copy() throws Exception {
        String facts = text(url, "select count(*) from recall_fact");
        assertTrue(Integer.parseInt(facts) > 0);
        new UpgradeCopy(file).beforeOpening(source());
        execute("drop table recall_fact"); // it was killed while making it anew

        new OpenedDatabase(url, "sa", "").worksThenCloses();

        assertEquals(Migrations.newest(), text(url, VERSION));
        assertEquals(facts, text(url, "select count(*) from recall_fact"));
        assertEquals(List.of(copy, file), files());
    }

    @Test
    void a_copy_that_came_to_no_end_is_made_again() throws Exception {
        Files.writeString(copy.resolveSibling(copy.getFileName() + ".part"), "half");

        new OpenedDatabase(url, "sa", "").worksThenCloses();

        assertEquals("18", text(urlOfTheCopy(), VERSION));
        assertEquals(List.of(copy, file), files());
    }

    private String urlOfTheCopy() {
        return "jdbc:h2:file:" + copy.toString().replace(".mv.db", "") + ";TRACE_LEVEL_FILE=0";
    }

    private DataSource source() {
        return new DriverDataSource(url, null, new Properties(), "sa", "");
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static String text(String url, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }
}
