package org.lottrace.edi.sftp.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.edi.sftp.internal.Lane;
import org.lottrace.edi.sftp.internal.outgoing.Remote;

class IncomingTest {
    private static final int MOST_QUESTIONS = 8;

    @TempDir
    Path folder;

    private TestFolders folders;
    private Path server;
    private final AtomicLong now = new AtomicLong();
    private Incoming incoming;
    private final Map<String, String> problems = new HashMap<>();

    @BeforeEach
    void a_server_with_a_folder_for_us() throws IOException {
        folders = TestFolders.in(folder);
        server = Files.createDirectories(folder.resolve("server"));
        Files.createDirectories(server.resolve("in"));
        Files.createDirectories(server.resolve("done"));
        start(Optional.empty());
    }

    private void start(Optional<String> moveTo) {
        incoming = new Incoming(Settings.local(moveTo), "in", folders, Clock.systemUTC(), now::get);
    }

    @Test
    void a_file_is_taken_when_it_is_the_same_at_two_looks_and_deleted_at_the_server() throws IOException {
        put("a.edi", "hel");
        look();
        put("a.edi", "hello END");
        look();
        assertEquals(Map.of(), lane());

        look();

        assertEquals(Map.of("a.edi", "hello END"), lane());
        assertEquals(Set.of(), at("in"));
    }

    @Test
    void a_file_is_moved_at_the_server_beside_an_older_one_of_its_name() throws IOException {
        start(Optional.of("done"));
        Files.writeString(server.resolve("done/a.edi"), "older");
        put("a.edi", "hello END");

        looks(2);

        assertEquals(Map.of("a.edi", "hello END"), lane());
        assertEquals(Set.of("a.edi", "a.edi.2"), at("done"));
        assertEquals("older", Files.readString(server.resolve("done/a.edi")));
    }

    @Test
    void a_file_whose_end_has_not_come_stays_at_the_server_until_its_time_is_over() throws IOException {
        put("a.edi", "hello");
        looks(5);
        assertEquals(Map.of(), lane());
        assertEquals(Set.of("a.edi"), at("in"));

        now.addAndGet(Duration.ofMinutes(2).toNanos());
        look();

        assertEquals(
                Map.of("a.edi", "hello"), lane(), "taken as it is, and refused by the exchange for what is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {".hidden.edi", "a.part", "a.tmp"})
    void what_is_being_written_is_left_alone(String name) throws IOException {
        put(name, "hello END");

        looks(3);

        assertEquals(Map.of(), lane());
        assertEquals(Map.of(), problems);
    }

    @Test
    void a_link_at_the_server_is_not_followed() throws IOException {
        Files.writeString(server.resolve("secret"), "secret END");
        Files.createSymbolicLink(server.resolve("in/a.edi"), server.resolve("secret"));

        looks(3);

        assertEquals(Map.of(), lane());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../evil.edi", "/etc/evil.edi", "a\\evil.edi", "a\nevil.edi", "\u0000evil.edi"})
    void a_name_that_leads_elsewhere_is_refused_and_said(String name) throws IOException {
        Remote lying = new LyingRemote(new FolderRemote(server), name, "evil END".length());

        incoming.look(lying, problems);
        incoming.look(lying, problems);

        assertEquals(1, problems.size());
        assertTrue(problems.values().iterator().next().contains("name that cannot be used"), problems::toString);
        try (Stream<Path> files = Files.walk(folder)) {
            assertEquals(
                    0,
                    files.filter(file -> file.toString().endsWith("evil.edi")).count());
        }
    }

    @Test
    void a_file_that_is_too_large_stays_and_is_said() throws IOException {
        Remote lying = new LyingRemote(new FolderRemote(server), "big.edi", 200_000_001);

        incoming.look(lying, problems);

        assertTrue(problems.get("big.edi").contains("largest.file.megabytes"), problems::toString);
    }

    @Test
    void what_was_taken_and_cannot_be_removed_is_not_taken_again() throws IOException {
        put("a.edi", "hello END");
        FolderRemote stubborn = new FolderRemote(server).refusing("remove");
        for (int i = 0; i < 20; i++) {
            incoming.look(stubborn, problems);
            emptyLane();
        }

        assertEquals(1, consumed.size());
        assertTrue(problems.get("a.edi").startsWith("was taken and cannot be removed"), problems::toString);
    }

    @Test
    void another_file_of_the_same_name_gets_a_number_in_the_lane() throws IOException {
        put("a.edi", "one END");
        looks(2);
        put("a.edi", "two END");
        looks(2);

        assertEquals(Map.of("a.edi", "one END", "a.edi.2", "two END"), lane());
    }

    static Stream<Arguments> kills() {
        return IntStream.range(0, MOST_QUESTIONS).boxed().flatMap(at -> Stream.of(true, false)
                .flatMap(lost -> Stream.of(true, false).map(moved -> Arguments.of(at, lost, moved))));
    }

    /** Killed at each step, and everything in memory is gone: while the file lies in the lane nothing is doubled. */
    @ParameterizedTest
    @MethodSource("kills")
    void a_kill_loses_nothing_and_doubles_nothing(int at, boolean isAnswerLost, boolean isMoved) throws IOException {
        Optional<String> moveTo = isMoved ? Optional.of("done") : Optional.empty();
        start(moveTo);
        put("a.edi", "hello END");
        killAt(at, isAnswerLost);

        start(moveTo);
        looks(3);

        assertEquals(Map.of("a.edi", "hello END"), lane());
        assertEquals(Set.of(), at("in"));
        assertEquals(isMoved ? Set.of("a.edi") : Set.of(), at("done"));
        assertEquals(List.of(), temporaries());
    }

    /** Killed at each step, and the file is taken out of the lane meanwhile: a second one is the same, a duplicate for the exchange. */
    @ParameterizedTest
    @MethodSource("kills")
    void after_a_kill_a_file_may_come_again_as_it_was(int at, boolean isAnswerLost, boolean isMoved)
            throws IOException {
        put("a.edi", "hello END");
        killAt(at, isAnswerLost);
        emptyLane();

        start(Optional.empty());
        looks(3);
        emptyLane();

        assertEquals(Set.of("hello END"), new TreeSet<>(consumed));
        assertTrue(consumed.size() <= 2, consumed::toString);
        assertEquals(Set.of(), at("in"));
    }

    private void killAt(int question, boolean isAnswerLost) throws IOException {
        FolderRemote killed = new FolderRemote(server).killedAt(question, isAnswerLost);
        boolean isOver = false;
        for (int i = 0; i < MOST_QUESTIONS && !isOver; i++) {
            try {
                incoming.look(killed, problems);
            } catch (IOException expected) {
                isOver = true;
            }
        }
        assertTrue(isOver && killed.isKilled(), "the kill must come");
    }

    @Test
    void two_that_take_themselves_for_the_only_one_download_beside_each_other() {
        assertNotEquals(
                new Lane(folder, "acme", Clock.systemUTC()).temporary(),
                new Lane(folder, "acme", Clock.systemUTC()).temporary());
    }

    @Test
    void what_a_start_left_behind_more_than_a_day_ago_is_deleted_and_what_another_node_is_writing_is_not()
            throws IOException {
        Path lane = Files.createDirectories(folders.inbox().resolve("acme"));
        Path left = Files.writeString(lane.resolve(".sftp-acme-earlier.tmp"), "half");
        Files.setLastModifiedTime(
                left, FileTime.from(Clock.systemUTC().instant().minus(Duration.ofDays(2))));
        Path others = Files.writeString(lane.resolve(".sftp-acme-other.tmp"), "half");
        put("a.edi", "hello END");

        looks(2);

        assertEquals(List.of(others), temporaries());
        assertEquals(Map.of("a.edi", "hello END"), lane());
    }

    @Test
    void a_lost_connection_is_thrown_and_not_taken_for_a_problem_of_the_file() throws IOException {
        put("a.edi", "hello END");
        look();

        assertThrows(IOException.class, () -> incoming.look(new FolderRemote(server).killedAt(1, false), problems));
        assertEquals(Map.of(), problems);
    }

    private final List<String> consumed = new ArrayList<>();

    private void emptyLane() throws IOException {
        for (String name : lane().keySet()) {
            consumed.add(lane().get(name));
            Files.delete(folders.inbox().resolve("acme").resolve(name));
        }
    }

    private void look() throws IOException {
        incoming.look(new FolderRemote(server), problems);
    }

    private void looks(int times) throws IOException {
        for (int i = 0; i < times; i++) {
            look();
        }
    }

    private void put(String name, String text) throws IOException {
        Path file = Files.write(server.resolve("in").resolve(name), text.getBytes(StandardCharsets.UTF_8));
        Files.setLastModifiedTime(file, FileTime.fromMillis(text.hashCode() & 0xffffffL));
    }

    private Map<String, String> lane() throws IOException {
        Map<String, String> files = new TreeMap<>();
        Path lane = folders.inbox().resolve("acme");
        if (Files.exists(lane)) {
            try (Stream<Path> inside = Files.list(lane)) {
                for (Path file : inside.filter(
                                path -> !path.getFileName().toString().startsWith("."))
                        .toList()) {
                    files.put(file.getFileName().toString(), Files.readString(file));
                }
            }
        }
        return files;
    }

    private List<Path> temporaries() throws IOException {
        try (Stream<Path> inside = Files.list(folders.inbox().resolve("acme"))) {
            return inside.filter(path -> path.getFileName().toString().startsWith("."))
                    .toList();
        }
    }

    private Set<String> at(String remote) throws IOException {
        try (Stream<Path> inside = Files.list(server.resolve(remote))) {
            return new TreeSet<>(
                    inside.map(path -> path.getFileName().toString()).toList());
        }
    }
}
