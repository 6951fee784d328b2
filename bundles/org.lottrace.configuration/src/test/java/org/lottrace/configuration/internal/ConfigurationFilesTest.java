package org.lottrace.configuration.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** Over real files; {@code ConfigurationsChangedAtOnceIT} does the same on a running LotTrace. */
class ConfigurationFilesTest {
    private static final String PID = "org.lottrace.overview";
    private static final int TIMES = 50;
    private static final BooleanSupplier TAKEN = () -> true;

    @TempDir
    private Path etc;

    private final FakeFileInstall fileInstall = new FakeFileInstall();
    private Path file;
    private ConfigurationFiles files;

    @BeforeEach
    void aFile() throws IOException {
        file = etc.resolve(PID + ".cfg");
        Files.writeString(file, "# days on the road\nroad.days = 6\n");
        fileInstall.read(file.toFile());
        files = files(fileInstall);
    }

    @Test
    void file_and_service_say_what_was_set() throws IOException {
        assertEquals(Optional.empty(), files.set(PID, "road.days", "7", TAKEN));

        assertEquals("# days on the road\nroad.days = 7\n", Files.readString(file));
        assertEquals("7", fileInstall.service().get("road.days"));
    }

    @Test
    void nothing_is_the_default() throws IOException {
        files.set(PID, "road.days", "", TAKEN);

        assertEquals("# days on the road\n", Files.readString(file));
        assertEquals(null, fileInstall.service().get("road.days"));
    }

    @Test
    void a_part_without_a_file_gets_one() throws IOException {
        fileInstall.gone(file.toFile());
        Files.delete(file);

        assertEquals(Optional.empty(), files.set(PID, "road.days", "8", TAKEN));

        assertEquals("road.days = 8\n", Files.readString(file));
    }

    @Test
    void of_changes_at_once_none_is_lost() throws Exception {
        List<Callable<Object>> two = Stream.of("left.", "right.")
                .<Callable<Object>>map(side -> () -> {
                    for (int i = 0; i < TIMES; i++) {
                        assertEquals(Optional.empty(), files.set(PID, side + i, "set", TAKEN));
                    }
                    return side;
                })
                .toList();
        atOnce(two);

        assertEquals(2 * TIMES + 1, read(file).size());
        Dictionary<String, Object> service = fileInstall.service();
        read(file).forEach((key, value) -> assertEquals(value, service.get(key)));
    }

    @Test
    void whoever_reads_meanwhile_never_sees_an_empty_or_half_a_file() throws Exception {
        files.set(PID, "note", "x".repeat(20_000), TAKEN);
        AtomicBoolean isOver = new AtomicBoolean();
        List<Integer> lengths = new ArrayList<>();
        Callable<Object> reading = () -> {
            while (!isOver.get()) {
                lengths.add(Files.readString(file).length());
            }
            return lengths;
        };
        Callable<Object> writing = () -> {
            for (int i = 10; i < 10 + TIMES; i++) {
                files.set(PID, "road.days", String.valueOf(i), TAKEN);
            }
            isOver.set(true);
            return lengths;
        };
        atOnce(List.of(reading, writing));

        assertTrue(lengths.stream().allMatch(length -> length > 20_000), lengths::toString);
    }

    @Test
    void what_file_install_makes_of_it_counts_and_is_taken_back() throws IOException {
        FakeFileInstall another = new FakeFileInstall();
        ConfigurationFiles reading = files(new FileInstall() {
            @Override
            public boolean isThere() {
                return true;
            }

            @Override
            public void read(File changed) throws IOException {
                another.read(changed);
                fileInstall.read(changed);
                fileInstall.change("share", "\\server");
            }

            @Override
            public void gone(File gone) {
                fileInstall.gone(gone);
            }
        });

        Optional<String> why = reading.set(PID, "share", "\\\\server", TAKEN);

        assertTrue(why.orElseThrow().contains(file.toString()), why.get());
        assertEquals("# days on the road\nroad.days = 6\n", Files.readString(file));
        assertEquals(null, another.service().get("share"));
    }

    @Test
    void an_empty_file_of_a_part_that_is_set_is_not_written() throws IOException {
        Files.writeString(file, "");

        Optional<String> why = files.set(PID, "road.days", "7", TAKEN);

        assertTrue(why.orElseThrow().contains("is empty"), why.get());
        assertEquals("", Files.readString(file));
        assertEquals("6", fileInstall.service().get("road.days"));
    }

    @Test
    void values_with_types_are_left_to_whoever_writes_the_file() throws IOException {
        Files.writeString(file, "road.days = I\"6\"\n");

        assertTrue(files.set(PID, "road.days", "7", TAKEN).orElseThrow().contains("types"));
        assertEquals("road.days = I\"6\"\n", Files.readString(file));
    }

    @Test
    void a_file_keeps_its_rights_and_none_is_left_beside_it() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        files.set(PID, "password", "secret", TAKEN);

        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        try (Stream<Path> all = Files.list(etc)) {
            assertEquals(List.of(file), all.toList());
        }
    }

    @Test
    void each_change_is_later_than_the_one_before() throws IOException {
        for (int i = 0; i < TIMES; i++) {
            long before = Files.getLastModifiedTime(file).toMillis();
            files.set(PID, "road.days", String.valueOf(i % 10), TAKEN);

            assertTrue(Files.getLastModifiedTime(file).toMillis() > before);
        }
    }

    @Test
    void what_a_part_does_not_take_is_as_before_in_file_and_service() throws IOException {
        assertTrue(files.set(PID, "road.days", "7", () -> {
                    assertEquals("7", fileInstall.service().get("road.days"));
                    return false;
                })
                .isPresent());

        assertEquals("# days on the road\nroad.days = 6\n", Files.readString(file));
        assertEquals("6", fileInstall.service().get("road.days"));
    }

    @Test
    void a_file_that_was_made_for_what_is_not_taken_is_no_more() throws IOException {
        fileInstall.gone(file.toFile());
        Files.delete(file);

        assertTrue(files.set(PID, "road.days", "8", () -> false).isPresent());

        assertTrue(Files.notExists(file));
        assertEquals(null, fileInstall.service().get("road.days"));
    }

    @Test
    void a_copy_of_a_data_folder_changes_its_own_file_and_not_that_of_the_original(@TempDir Path original)
            throws IOException {
        Path other = Files.copy(file, original.resolve(file.getFileName()));
        fileInstall.read(other.toFile());

        assertEquals(Optional.empty(), files.set(PID, "road.days", "7", TAKEN));

        assertEquals("# days on the road\nroad.days = 7\n", Files.readString(file));
        assertEquals("# days on the road\nroad.days = 6\n", Files.readString(other));
    }

    @Test
    void what_came_of_a_file_in_another_folder_alone_stays_there(@TempDir Path deploy) throws IOException {
        Path other = Files.move(file, deploy.resolve(file.getFileName()));
        fileInstall.read(other.toFile());

        files.set(PID, "road.days", "7", TAKEN);

        assertEquals("# days on the road\nroad.days = 7\n", Files.readString(other));
        assertTrue(Files.notExists(file));
    }

    @Test
    void what_is_deleted_is_gone_from_both() throws IOException {
        files.delete(PID);

        assertTrue(Files.notExists(file));
        assertTrue(fileInstall.service().isEmpty());
    }

    private static Properties read(Path file) throws IOException {
        Properties read = new Properties();
        read.load(Files.newBufferedReader(file, StandardCharsets.ISO_8859_1));
        return read;
    }

    private static void atOnce(List<Callable<Object>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            for (Future<Object> each : threads.invokeAll(work)) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private ConfigurationFiles files(FileInstall with) {
        Configuration configuration = ConfigurationsServiceTest.fake(
                Configuration.class, Map.of("getProperties", ignored -> fileInstall.service()));
        return new ConfigurationFiles(
                ConfigurationsServiceTest.fake(
                        BundleContext.class,
                        Map.of(
                                "getProperty",
                                given -> "felix.fileinstall.dir".equals(given[0]) ? etc.toString() : null)),
                ConfigurationsServiceTest.fake(
                        ConfigurationAdmin.class, Map.of("getConfiguration", ignored -> configuration)),
                with);
    }
}
