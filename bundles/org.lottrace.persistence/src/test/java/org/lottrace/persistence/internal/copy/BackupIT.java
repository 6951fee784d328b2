package org.lottrace.persistence.internal.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lottrace.api.backup.BackupContents;
import org.lottrace.api.lot.Lot;
import org.lottrace.persistence.internal.FullDisk;
import org.lottrace.persistence.internal.Migrations;
import org.lottrace.persistence.internal.Vendor;
import org.lottrace.persistence.internal.copy.Copies.Access;
import org.lottrace.persistence.testing.EmbeddedPostgresql;
import org.lottrace.persistence.testing.LandedDatabase;
import org.lottrace.persistence.testing.TestDatabase;

/** A database with all that a company has: what comes back is what was there, row by row, whichever database it came from. */
class BackupIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"H2, H2", "H2, POSTGRESQL", "POSTGRESQL, H2", "POSTGRESQL, POSTGRESQL"})
    void a_restored_database_is_the_one_that_was_backed_up(Vendor from, Vendor into) throws Exception {
        Access source = company(from);
        Path backup = folder.resolve("backup.zip");

        BackupContents made = Copies.backUp(source, backup);
        Access target = into == Vendor.H2 ? file("restored") : server();
        BackupContents restored = Copies.restore(backup, target);

        assertTrue(made.rows() > 500 && made.ledgerPosition() > 10, made.toString());
        assertEquals(made, restored);
        assertEquals(sums(source), sums(target));
        assertEquals(made, Copies.backUp(target, folder.resolve("again.zip")));
        goesOn(target);
    }

    /** Its sequence goes on behind every id that is in use. */
    private static void goesOn(Access restored) {
        TestDatabase database = new TestDatabase(restored.url(), restored.user());
        database.unitOfWork().run(() -> {
            Lot last = database.lots().after(Optional.empty(), 1).get(0);
            database.lots()
                    .insert(aLot("AFTER-THE-RESTORE")
                            .of(last.key().item())
                            .from(last.key().issuer())
                            .build());
        });
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void what_others_write_meanwhile_is_in_it_whole_or_not_at_all(Vendor vendor) throws Exception {
        Access source = company(vendor);
        try (Connection connection = source.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("update ledger_head set head_position = 1000");
        }
        AtomicBoolean enough = new AtomicBoolean();
        // the head is moved with each lease, in one transaction
        CompletableFuture<Integer> others = CompletableFuture.supplyAsync(() -> pairs(source, enough));
        try {
            for (int i = 0; i < 5; i++) {
                Path backup = folder.resolve("backup" + i + ".zip");
                BackupContents made = Copies.backUp(source, backup);
                assertEquals(
                        made.ledgerPosition(),
                        Files.readString(entry(backup, "lease"))
                                        .lines()
                                        .filter(line -> line.contains("pair"))
                                        .count()
                                + 1_000,
                        "heads and leases of one moment");
            }
        } finally {
            enough.set(true);
        }
        assertTrue(others.join() > 0);
    }

    private static int pairs(Access source, AtomicBoolean enough) {
        try (Connection connection = source.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            int pairs = 0;
            while (!enough.get() || pairs == 0) {
                statement.execute("update ledger_head set head_position = head_position + 1");
                statement.execute("insert into lease (lease_name, owner, token, until_at) values ('pair" + pairs
                        + "', 'x', 0, current_timestamp)");
                connection.commit();
                pairs++;
            }
            return pairs;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_backup_of_older_tables_is_restored_as_it_was_and_upgraded_when_it_is_opened() {
        Access old = file("old");
        Migrations.run(old.url(), old.user(), old.password(), "18");
        Path backup = folder.resolve("backup.zip");
        assertEquals("18", Copies.backUp(old, backup).schema());

        Copies.restore(backup, file("restored"));

        new TestDatabase(file("restored").url(), "sa");
        assertNotEquals(
                "18",
                Copies.backUp(file("restored"), folder.resolve("upgraded.zip")).schema());
    }

    @Test
    void nothing_is_written_over() throws Exception {
        Access here = file("here");
        new TestDatabase(here.url(), here.user());
        Access server = company(Vendor.POSTGRESQL);
        Path backup = folder.resolve("backup.zip");
        Copies.backUp(server, backup);
        byte[] before = Files.readAllBytes(backup);

        assertSays("there is a database already: ", () -> Copies.restore(backup, here));
        assertSays("name an empty database", () -> Copies.restore(backup, server));
        assertSays("exists; name a new file", () -> Copies.backUp(server, backup));

        assertEquals(-1, Arrays.mismatch(before, Files.readAllBytes(backup)));
        assertEquals(sums(server), sums(server));
    }

    @Test
    void what_is_no_backup_or_a_damaged_one_leaves_nothing_behind() throws Exception {
        Path backup = folder.resolve("backup.zip");
        Copies.backUp(company(Vendor.H2), backup);
        byte[] whole = Files.readAllBytes(backup);
        Path text = Files.writeString(folder.resolve("text"), "hello");
        Path half = Files.write(folder.resolve("half"), Arrays.copyOf(whole, whole.length / 2));
        Path other = Files.write(folder.resolve("other.zip"), whole);
        String rows = Files.readString(entry(other, "trace_event"));
        replace(other, "trace_event", rows.replaceFirst("RECEI", "RECEJ").replaceFirst("HOLD", "HOLE"));
        assertNotEquals(rows, Files.readString(entry(other, "trace_event")));
        Path newer = Files.write(folder.resolve("newer.zip"), whole);
        replace(newer, "manifest", Files.readString(entry(newer, "manifest")).replaceFirst("schema=.*", "schema=99"));
        Access file = file("target");
        Access server = server();

        for (Access target : List.of(file, server)) {
            assertSays("there is no file", () -> Copies.restore(folder.resolve("missing"), target));
            assertSays("is no backup of LotTrace", () -> Copies.restore(text, target));
            assertSays("is no backup of LotTrace", () -> Copies.restore(half, target));
            assertSays("the table trace_event is not what was backed up", () -> Copies.restore(other, target));
            assertSays("made by a newer LotTrace", () -> Copies.restore(newer, target));
        }

        try (Stream<Path> left = Files.list(folder)) {
            assertFalse(left.anyMatch(path -> path.getFileName().toString().startsWith("target")));
        }
        assertEquals(Copies.contents(backup), Copies.restore(backup, server)); // it is empty as before
        assertEquals(Copies.contents(backup), Copies.restore(backup, file));
    }

    @Test
    void a_full_disk_leaves_nothing_behind() throws Exception {
        Path backup = folder.resolve("backup.zip");
        Access source = company(Vendor.H2);
        Copies.backUp(source, backup);
        FullDisk.register();
        Access full = new Access("jdbc:h2:file:full:" + folder.resolve("target"), "sa", "");
        Map<String, String> before = sums(source);

        FullDisk.isFull = true;
        try {
            assertSays("there is no space left", () -> Copies.restore(backup, full));
        } finally {
            FullDisk.isFull = false;
        }

        assertEquals(before, sums(source));
        try (Stream<Path> left = Files.list(folder)) {
            assertFalse(left.anyMatch(path -> path.getFileName().toString().equals("target.mv.db")));
        }
    }

    private static void assertSays(String words, Executable executable) {
        RefusedCopyException refused = assertThrows(RefusedCopyException.class, executable);
        assertTrue(refused.getMessage().contains(words), refused.getMessage());
        assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
    }

    private Access company(Vendor vendor) throws IOException {
        Path seed = folder.resolve("seed.zip");
        if (Files.notExists(seed)) {
            TestDatabase upgraded = LandedDatabase.V18.upgradedOnPostgresql();
            Copies.backUp(new Access(upgraded.url(), "postgres", ""), seed);
        }
        Access company = vendor == Vendor.H2 ? file("company") : server();
        Copies.restore(seed, company);
        return company;
    }

    private Access file(String name) {
        return new Access("jdbc:h2:file:" + folder.resolve(name), "sa", "");
    }

    private static Access server() {
        return new Access(EmbeddedPostgresql.newDatabase("backup"), "postgres", "");
    }

    private static Map<String, String> sums(Access access) throws SQLException, IOException {
        Map<String, String> sums = new TreeMap<>();
        try (Connection connection = access.connect()) {
            connection.setAutoCommit(false);
            for (Table table : Table.parentsFirst(connection)) {
                sums.put(
                        table.name(),
                        BackupFile.read(connection, table, line -> {}).toString());
            }
        }
        return sums;
    }

    private Path entry(Path zip, String name) throws IOException {
        try (FileSystem inside = FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), Map.of())) {
            Path out = folder.resolve("entry-" + System.nanoTime());
            return Files.copy(inside.getPath(name), out);
        }
    }

    private static void replace(Path zip, String name, String text) throws IOException {
        try (FileSystem inside = FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), Map.of())) {
            Files.writeString(inside.getPath(name), text);
        }
    }
}
