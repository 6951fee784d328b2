package org.lottrace.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.lease.Leases;
import org.lottrace.api.transaction.StoreUnavailableException;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.TestDatabase;

class WatchedFolderIT {
    private static final int LARGEST = 100;
    private static final TestDatabase DATABASE = TestDatabase.h2();
    private static final Leases LEASES = TestCompany.on(DATABASE).service(Leases.class);
    private static final int LOOKS_OF_ALL_TRIES = 1 << Tries.MOST;

    @TempDir
    Path folder;

    private FolderSettings settings;
    private WatchedFolder watched;
    private final List<String> taken = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private Function<String, List<Violation>> answer = text -> List.of();
    private Predicate<String> complete = text -> true;

    @BeforeEach
    void an_empty_folder() throws IOException {
        watch(folder.resolve("archive"));
    }

    private void watch(Path archive) throws IOException {
        settings = new FolderSettings(
                folder.resolve("inbox"),
                archive,
                folder.resolve("rejected"),
                LARGEST,
                new FolderSettings.Words("test inbox", "test.file", "applied", "line"));
        settings.create();
        watched = new WatchedFolder(settings, new Handler(), LEASES);
    }

    @Test
    void a_file_is_taken_when_it_is_the_same_at_two_looks() throws IOException {
        drop("a.txt", "hel");
        watched.look();
        drop("a.txt", "hello");
        watched.look();
        assertEquals(List.of(), taken);

        watched.look();

        assertEquals(List.of("a.txt hello"), taken);
        assertEquals(List.of("a.txt"), names("archive"));
    }

    @Test
    void a_link_is_not_followed() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(settings.inbox().resolve("a.txt"), secret);
        drop("b.txt", "good");

        look();
        look();

        assertEquals(List.of("b.txt good"), taken);
        assertEquals(List.of("a.txt"), names("inbox"));
        assertEquals("secret", Files.readString(secret));
    }

    @Test
    void a_name_that_leaves_no_room_for_an_ending_is_shortened() throws IOException {
        String longest = "x".repeat(251) + ".edi";
        answer = text -> List.of(new Violation("WRONG", ViolationPath.WHOLE, "wrong"));
        drop(longest, "one");

        look();

        String shortened = "x".repeat(196) + ".edi";
        assertEquals(List.of(shortened, shortened + ".report.txt"), names("rejected"));
        assertEquals(List.of(), names("inbox"));
    }

    @Test
    void a_file_whose_end_has_not_come_is_left_to_its_sender_for_a_while() throws IOException {
        AtomicLong time = new AtomicLong();
        watchPatiently(Duration.ofMinutes(2), time);
        drop("slow.txt", "unfinished");
        drop("whole.txt", "whole END");

        look();
        time.addAndGet(Duration.ofSeconds(119).toNanos());
        look();
        assertEquals(List.of("whole.txt whole END"), taken);

        append("slow.txt", " END");
        look();
        assertEquals(List.of("whole.txt whole END", "slow.txt unfinished END"), taken);
    }

    @Test
    void a_file_whose_end_never_comes_is_taken_as_it_is() throws IOException {
        AtomicLong time = new AtomicLong();
        watchPatiently(Duration.ofMinutes(2), time);
        drop("slow.txt", "unfinished");
        look();

        time.addAndGet(Duration.ofSeconds(120).toNanos());
        look();

        assertEquals(List.of("slow.txt unfinished"), taken);
        assertEquals(List.of("slow.txt"), names("archive"));
    }

    private void watchPatiently(Duration patience, AtomicLong time) {
        FolderSettings patient = new FolderSettings(
                settings.inbox(), settings.archive(), settings.rejected(), LARGEST, patience, settings.words());
        watched = new WatchedFolder(patient, new Handler(), LEASES, time::get);
        complete = text -> text.endsWith("END");
    }

    @Test
    void a_file_that_was_written_to_while_it_was_read_stays_and_is_taken_again() throws IOException {
        answer = text -> {
            if (text.equals("one,")) {
                append("a.txt", "two");
            }
            return List.of();
        };
        drop("a.txt", "one,");

        look();
        assertEquals(List.of("a.txt"), names("inbox"));

        look();
        assertEquals(List.of("a.txt one,", "a.txt one,two"), taken);
        assertEquals("one,two", Files.readString(settings.archive().resolve("a.txt")));
    }

    @Test
    void what_was_refused_because_its_end_was_not_there_yet_is_not_set_aside() throws IOException {
        answer = text -> {
            if (text.equals("one,")) {
                append("a.txt", "two");
                return List.of(new Violation("CUT_OFF", ViolationPath.of(PathStep.row(1)), "the end is missing"));
            }
            return List.of();
        };
        drop("a.txt", "one,");

        look();
        look();

        assertEquals(List.of(), names("rejected"));
        assertEquals(List.of("a.txt"), names("archive"));
    }

    @Test
    void a_file_with_problems_is_set_aside_with_all_of_them() throws IOException {
        answer = text -> List.of(
                new Violation("WRONG", ViolationPath.of(PathStep.row(3)), "it is wrong"),
                new Violation("BAD", ViolationPath.WHOLE, "it is bad"));
        drop("a.txt", "x");
        look();
        drop("a.txt", "y");
        look();

        assertEquals(List.of("a.txt", "a.txt.2", "a.txt.2.report.txt", "a.txt.report.txt"), names("rejected"));
        assertEquals(
                List.of("a.txt", "a.txt.2"),
                watched.setAside().stream()
                        .map(file -> file.getFileName().toString())
                        .toList());
        assertEquals("""
                a.txt was set aside. Nothing of it was applied.
                2 problems (line, code, what is wrong):

                line 3\tWRONG\tit is wrong
                file\tBAD\tit is bad
                """, Files.readString(settings.rejected().resolve("a.txt.report.txt")));
    }

    @Test
    void a_file_that_is_too_large_is_set_aside_unread_and_the_next_one_is_taken() throws IOException {
        drop("a.txt", "x".repeat(LARGEST + 1));
        drop("b.txt", "x".repeat(LARGEST));

        look();

        assertEquals(List.of("b.txt " + "x".repeat(LARGEST)), taken);
        assertEquals(List.of("a.txt FILE_TOO_LARGE"), refused);
        assertTrue(Files.readString(settings.rejected().resolve("a.txt.report.txt"))
                .contains("FILE_TOO_LARGE\tthe file has 101 bytes and was not read; at most 100 are."));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_file_that_breaks_its_handler_is_tried_with_growing_patience_then_set_aside(boolean error)
            throws IOException {
        answer = text -> {
            if (text.equals("poison")) {
                throwing(error);
            }
            return List.of();
        };
        drop("a.txt", "poison");
        drop("b.txt", "good");

        look();
        assertEquals(List.of("b.txt"), names("archive"));
        for (int i = 0; i < LOOKS_OF_ALL_TRIES; i++) {
            watched.look();
        }

        assertEquals(Tries.MOST, taken.stream().filter("a.txt poison"::equals).count());
        assertEquals(List.of("a.txt FILE_NOT_TAKEN"), refused);
        assertEquals(List.of("a.txt", "a.txt.report.txt"), names("rejected"));
        assertTrue(Files.readString(settings.rejected().resolve("a.txt.report.txt"))
                .contains("handler broke"));
    }

    private static void throwing(boolean error) {
        if (error) {
            throw new StackOverflowError("handler broke");
        }
        throw new IllegalStateException("handler broke");
    }

    @Test
    void without_a_database_and_as_long_as_the_handler_says_not_now_a_file_waits_at_every_look() throws IOException {
        answer = text -> {
            if (taken.size() <= LOOKS_OF_ALL_TRIES / 2) {
                throw new NotNowException("start the other bundle");
            }
            throw new StoreUnavailableException("no database", new IOException());
        };
        drop("a.txt", "x");
        watched.look();
        for (int i = 0; i < LOOKS_OF_ALL_TRIES; i++) {
            watched.look();
        }
        assertEquals(LOOKS_OF_ALL_TRIES, taken.size());

        answer = text -> List.of();
        watched.look();

        assertEquals(List.of("a.txt"), names("archive"));
    }

    @Test
    void a_file_that_cannot_be_moved_is_not_set_aside_however_often_it_was_taken() throws IOException {
        Files.delete(settings.archive());
        Files.createFile(settings.archive());
        drop("a.txt", "x");
        for (int i = 0; i < LOOKS_OF_ALL_TRIES; i++) {
            watched.look();
        }
        assertEquals(List.of("a.txt"), names("inbox"));

        Files.delete(settings.archive());
        settings.create();
        watched.look();

        assertEquals(List.of("a.txt"), names("archive"));
        assertEquals(List.of(), names("rejected"));
    }

    @Test
    void a_look_ends_when_the_thread_is_interrupted_and_the_next_one_goes_on() throws IOException {
        answer = text -> {
            Thread.currentThread().interrupt();
            return List.of();
        };
        drop("a.txt", "1");
        drop("b.txt", "2");

        look();
        assertTrue(Thread.interrupted());
        assertEquals(List.of("a.txt 1"), taken);

        watched.look();
        assertTrue(Thread.interrupted());
        assertEquals(List.of("a.txt", "b.txt"), names("archive"));
    }

    @Test
    void half_written_names_are_left_alone() throws IOException {
        drop(".a.txt", "x");
        drop("a.tmp", "x");
        drop("a.part", "x");
        Files.createDirectory(settings.inbox().resolve("folder"));

        look();

        assertEquals(List.of(), taken);
    }

    /** Only where the machine has a second file system that can be written to. */
    @Test
    void the_archive_may_lie_on_another_file_system() throws IOException {
        Path memory = Path.of("/dev/shm");
        Assumptions.assumeTrue(
                Files.isWritable(memory) && !Files.getFileStore(memory).equals(Files.getFileStore(folder)));
        Path archive = Files.createTempDirectory(memory, "lottrace-archive");
        try {
            watch(archive);
            drop("a.txt", "x");
            FileTime written = Files.getLastModifiedTime(settings.inbox().resolve("a.txt"));

            look();

            assertEquals("x", Files.readString(archive.resolve("a.txt")));
            assertEquals(
                    written.toMillis(),
                    Files.getLastModifiedTime(archive.resolve("a.txt")).toMillis());
            assertFalse(Files.exists(settings.inbox().resolve("a.txt")));
        } finally {
            Files.deleteIfExists(archive.resolve("a.txt"));
            Files.delete(archive);
        }
    }

    @Test
    void while_another_node_takes_a_file_this_one_takes_none() throws IOException {
        drop("a.txt", "one");
        WatchedFolder other = new WatchedFolder(settings, new Handler(), LEASES);
        other.look();
        answer = text -> {
            answer = never -> List.of();
            look();
            return List.of();
        };

        other.look();

        assertEquals(List.of("a.txt one"), taken);
        assertEquals(List.of("a.txt"), names("archive"));
    }

    @Test
    void what_was_done_with_a_file_is_not_kept_when_another_node_took_the_folder_over() throws IOException {
        drop("a.txt", "one");
        answer = text -> {
            answer = next -> List.of();
            LEASES.seize("folder/" + identity(), Turn.LASTS);
            return List.of();
        };

        look();

        assertEquals(List.of(), names("archive"));
        LEASES.release(LEASES.seize("folder/" + identity(), Turn.LASTS));
        look();
        assertEquals(List.of("a.txt one", "a.txt one"), taken);
        assertEquals(List.of("a.txt"), names("archive"));
    }

    @Test
    void two_folders_are_looked_into_beside_each_other() throws IOException {
        drop("a.txt", "one");
        FolderSettings own = new FolderSettings(
                folder.resolve("inbox2"),
                folder.resolve("archive2"),
                folder.resolve("rejected2"),
                LARGEST,
                settings.words());
        own.create();
        Files.writeString(own.inbox().resolve("b.txt"), "two");
        WatchedFolder other = new WatchedFolder(own, new Handler(), LEASES);
        answer = text -> {
            answer = next -> List.of();
            other.look();
            other.look();
            return List.of();
        };

        look();

        assertEquals(List.of("a.txt one", "b.txt two"), taken);
    }

    private String identity() {
        try {
            return Files.readString(settings.inbox().resolve(".lottrace-folder"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Handler implements FileHandler {
        @Override
        public boolean isComplete(byte[] content) {
            return complete.test(new String(content, StandardCharsets.UTF_8));
        }

        @Override
        public List<Violation> take(String name, byte[] content, boolean archived, Runnable proof) {
            String text = new String(content, StandardCharsets.UTF_8);
            taken.add(name + " " + text);
            List<Violation> problems = answer.apply(text);
            DATABASE.unitOfWork().run(proof);
            return problems;
        }

        @Override
        public void refused(String name, Violation why) {
            refused.add(name + " " + why.code());
        }
    }

    /** A file is seen at the first look and taken at the second. */
    private void look() {
        watched.look();
        watched.look();
    }

    private void drop(String name, String content) throws IOException {
        Files.writeString(settings.inbox().resolve(name), content);
    }

    private void append(String name, String content) {
        try {
            Files.writeString(settings.inbox().resolve(name), content, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> names(String place) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(place))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}
