package org.lottrace.edi.sftp.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.edi.sftp.internal.outgoing.FileTries;
import org.lottrace.edi.sftp.internal.outgoing.Outgoing;

class OutgoingTest {
    private static final String NAME = "856-ACME-000000001.edi";
    private static final String CONTENT = "FOR:ZZ:ACME hello END";
    private static final int MOST_QUESTIONS = 3;

    @TempDir
    Path folder;

    private TestFolders folders;
    private Path server;
    private Outgoing outgoing;
    private final Map<String, String> problems = new HashMap<>();
    private final List<String> read = new ArrayList<>();

    @BeforeEach
    void a_server_with_a_folder_for_our_files() throws IOException {
        folders = TestFolders.in(folder);
        server = Files.createDirectories(folder.resolve("server"));
        Files.createDirectories(server.resolve("out"));
        start();
    }

    private void start() {
        outgoing = new Outgoing("acme", Set.of(Settings.RECEIVER), "acme", "out", folders);
    }

    @Test
    void a_file_for_the_partner_goes_to_its_server_and_one_for_another_stays() throws IOException {
        write(NAME, CONTENT);
        write("856-OTHER-000000002.edi", "FOR:ZZ:OTHER hello END");

        look();

        assertEquals(Set.of(NAME), files(server.resolve("out")));
        assertEquals(CONTENT, Files.readString(server.resolve("out").resolve(NAME)));
        assertEquals(Set.of("856-OTHER-000000002.edi"), files(folders.outbox()));
        assertEquals(Set.of(NAME), files(folders.outbox().resolve("acme/sent")));
    }

    @Test
    void a_file_that_was_sent_and_is_written_again_after_a_crash_is_not_sent_again() throws IOException {
        write(NAME, CONTENT);
        look();
        partnerReads();

        write(NAME, CONTENT);
        look();

        assertEquals(List.of(CONTENT), read);
        assertEquals(Set.of(), files(server.resolve("out")));
        assertEquals(Set.of(), files(folders.outbox()));
    }

    @Test
    void a_file_that_the_server_refuses_is_tried_again_and_then_set_aside_with_the_reason() throws IOException {
        write(NAME, CONTENT);
        FolderRemote full = new FolderRemote(server).refusing("upload");
        int looks = 0;
        while (outgoing.dead() == 0 && looks++ < 1000) {
            outgoing.look(full, problems);
        }

        assertEquals(Set.of(NAME, NAME + ".reason.txt"), files(folders.outbox().resolve("acme/dead")));
        assertTrue(Files.readString(folders.outbox().resolve("acme/dead/" + NAME + ".reason.txt"))
                .contains("no upload"));
        assertTrue(looks > FileTries.MOST, "with longer and longer pauses, not " + looks);
        assertEquals(1, outgoing.dead());

        Files.move(
                folders.outbox().resolve("acme/dead").resolve(NAME),
                folders.outbox().resolve(NAME));
        look();
        assertEquals(Set.of(NAME), files(server.resolve("out")));
    }

    @Test
    void a_file_of_that_name_at_the_server_is_not_replaced() throws IOException {
        Files.writeString(server.resolve("out").resolve(NAME), "another");
        write(NAME, CONTENT);

        look();

        assertEquals("another", Files.readString(server.resolve("out").resolve(NAME)));
        assertEquals(Set.of(NAME), problems.keySet());
    }

    @Test
    void a_file_whose_new_name_was_refused_is_not_taken_for_sent_when_the_partner_tidies_up() throws IOException {
        Files.writeString(server.resolve("out").resolve(NAME), "another");
        write(NAME, CONTENT);
        look();
        Files.delete(server.resolve("out").resolve(NAME));
        Files.deleteIfExists(server.resolve("out").resolve(NAME + ".part"));

        for (int i = 0; i < 3; i++) {
            look();
        }
        partnerReads();

        assertEquals(List.of(CONTENT), read);
    }

    @Test
    void a_file_whose_new_name_is_refused_for_good_is_set_aside() throws IOException {
        write(NAME, CONTENT);
        FolderRemote stubborn = new FolderRemote(server).refusing("rename");
        for (int i = 0; i < 1000 && outgoing.dead() == 0; i++) {
            outgoing.look(stubborn, problems);
        }

        assertEquals(Set.of(NAME, NAME + ".reason.txt"), files(folders.outbox().resolve("acme/dead")));
        assertEquals(Set.of(), files(folders.outbox()));
        assertEquals(Set.of(), files(folders.outbox().resolve("acme/sending")));
    }

    static Stream<Arguments> kills() {
        return IntStream.range(0, MOST_QUESTIONS).boxed().flatMap(at -> Stream.of(true, false)
                .flatMap(lost -> Stream.of(true, false).map(reads -> Arguments.of(at, lost, reads))));
    }

    /** Killed at each step, everything in memory gone; the partner reads meanwhile, or does not. */
    @ParameterizedTest
    @MethodSource("kills")
    void a_kill_loses_nothing_and_doubles_nothing(int at, boolean isAnswerLost, boolean partnerReadsMeanwhile)
            throws IOException {
        write(NAME, CONTENT);
        FolderRemote killed = new FolderRemote(server).killedAt(at, isAnswerLost);
        boolean isOver = false;
        try {
            outgoing.look(killed, problems);
        } catch (IOException expected) {
            isOver = true;
        }
        assertTrue(isOver && killed.isKilled(), "the kill must come");
        if (partnerReadsMeanwhile) {
            partnerReads();
        }

        start();
        look();
        look();
        partnerReads();

        assertEquals(List.of(CONTENT), read);
        assertEquals(Set.of(), files(server.resolve("out")));
        assertEquals(Set.of(), files(folders.outbox()));
        assertEquals(Set.of(), files(folders.outbox().resolve("acme/sending")));
        assertEquals(Set.of(NAME), files(folders.outbox().resolve("acme/sent")));
    }

    /** A server that has lost what it had not written to its disk. */
    @Test
    void a_temporary_file_that_is_too_short_after_a_kill_is_uploaded_again() throws IOException {
        write(NAME, CONTENT);
        try {
            outgoing.look(new FolderRemote(server).killedAt(2, false), problems);
        } catch (IOException expected) {
            Files.writeString(server.resolve("out").resolve(NAME + ".part"), "FOR");
        }

        start();
        look();
        partnerReads();

        assertEquals(List.of(CONTENT), read);
    }

    /** Takes away what it can see as whole. */
    private void partnerReads() throws IOException {
        for (String name : files(server.resolve("out"))) {
            if (!name.endsWith(".part")) {
                read.add(Files.readString(server.resolve("out").resolve(name)));
                Files.delete(server.resolve("out").resolve(name));
            }
        }
    }

    private void look() throws IOException {
        outgoing.look(new FolderRemote(server), problems);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folders.outbox().resolve(name), text);
    }

    private static Set<String> files(Path of) throws IOException {
        try (Stream<Path> inside = Files.list(of)) {
            return new TreeSet<>(inside.filter(Files::isRegularFile)
                    .map(path -> path.getFileName().toString())
                    .toList());
        }
    }
}
