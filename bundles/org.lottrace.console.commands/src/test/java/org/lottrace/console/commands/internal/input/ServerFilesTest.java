package org.lottrace.console.commands.internal.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerFilesTest {
    @TempDir
    Path server;

    private Path folder;

    @BeforeEach
    void a_server_with_a_password() throws IOException {
        folder = server.resolve("files");
        System.setProperty(ServerFiles.FOLDER, folder.toString());
        Files.writeString(server.resolve("password"), "secret");
    }

    @AfterEach
    void no_server() {
        System.clearProperty(ServerFiles.FOLDER);
    }

    @Test
    void reads_all_of_a_file() throws IOException {
        file("notice.edi", 1, 2, 3);

        assertArrayEquals(new byte[] {1, 2, 3}, ServerFiles.content("notice.edi"));
        assertArrayEquals(
                new byte[] {1, 2, 3},
                ServerFiles.content(folder.resolve("notice.edi").toString()));
    }

    @Test
    void a_long_file_is_there_when_it_is_whole_and_is_not_written_over() throws IOException {
        assertEquals("said", ServerFiles.write("journal.csv", out -> writing(out, "one")));
        assertEquals("one", Files.readString(folder.resolve("journal.csv")));

        assertEquals(
                folder.toRealPath().resolve("journal.csv") + " exists; name a new file",
                refused(() -> ServerFiles.write("journal.csv", out -> writing(out, "two"))));
        assertEquals("one", Files.readString(folder.resolve("journal.csv")));
        assertEquals(List.of("journal.csv"), ServerFiles.names());
    }

    @Test
    void what_fails_half_way_leaves_no_file() {
        assertThrows(
                IllegalStateException.class,
                () -> ServerFiles.write("journal.csv", out -> {
                    writing(out, "one");
                    throw new IllegalStateException("the books stand still");
                }));

        assertEquals(List.of(), ServerFiles.names());
    }

    private static String writing(OutputStream out, String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            return "said";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_file_that_would_fill_the_memory_is_refused_before_it_does() throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(file("backup.tar").toFile(), "rw")) {
            sparse.setLength(5_000_000_000L);
        }

        assertEquals(
                "backup.tar is larger than 20000000 bytes; nothing was done",
                refused(() -> ServerFiles.content("backup.tar")));
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertTrue(refused(() -> ServerFiles.content("missing.edi")).contains("missing.edi"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../password", "a/../../password", "/etc/hostname", "link"})
    void no_file_elsewhere_is_read(String name) throws IOException {
        file("notice.edi");
        Files.createSymbolicLink(folder.resolve("link"), server.resolve("password"));
        Files.createDirectories(folder.resolve("a"));

        String reason = refused(() -> ServerFiles.content(name));

        assertTrue(reason.startsWith(name + " is not in " + folder), reason);
    }

    @Test
    void a_new_file_is_written_and_an_old_one_is_kept() throws IOException {
        file("case.pdf", 1);

        assertTrue(refused(() -> ServerFiles.write("case.pdf", new byte[] {2})).contains("exists; name a new file"));
        Path written = ServerFiles.write("case2.pdf", new byte[] {2});
        assertEquals(folder.resolve("case2.pdf").toRealPath(), written);

        assertArrayEquals(new byte[] {1}, Files.readAllBytes(folder.resolve("case.pdf")));
        assertArrayEquals(new byte[] {2}, Files.readAllBytes(folder.resolve("case2.pdf")));
        assertEquals(List.of("case.pdf", "case2.pdf"), ServerFiles.names());
    }

    @Test
    void no_file_is_written_elsewhere() throws IOException {
        assertTrue(refused(() -> ServerFiles.write("../run.sh", new byte[] {2})).startsWith("../run.sh is not in "));
        Files.createSymbolicLink(folder.resolve("out"), server);
        assertTrue(
                refused(() -> ServerFiles.write("out/run.sh", new byte[] {2})).startsWith("out/run.sh is not in "));

        assertFalse(Files.exists(server.resolve("run.sh")));
    }

    private Path file(String name, int... content) throws IOException {
        Files.createDirectories(folder);
        byte[] bytes = new byte[content.length];
        for (int i = 0; i < content.length; i++) {
            bytes[i] = (byte) content[i];
        }
        return Files.write(folder.resolve(name), bytes);
    }

    private static String refused(Runnable what) {
        return assertThrows(IllegalArgumentException.class, what::run).getMessage();
    }
}
