package org.lottrace.console.commands.internal.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileArgumentTest {
    @TempDir
    Path folder;

    @Test
    void reads_all_of_a_file() throws IOException {
        Path file = Files.write(folder.resolve("notice.edi"), new byte[] {1, 2, 3});

        assertArrayEquals(new byte[] {1, 2, 3}, FileArgument.content(file.toString()));
    }

    @Test
    void a_file_that_would_fill_the_memory_is_refused_before_it_does() throws IOException {
        Path file = folder.resolve("backup.tar");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(5_000_000_000L);
        }

        assertEquals(
                file + " is larger than 20000000 bytes; nothing was done",
                assertThrows(IllegalArgumentException.class, () -> FileArgument.content(file.toString()))
                        .getMessage());
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        String missing = folder.resolve("missing.edi").toString();

        assertTrue(assertThrows(IllegalArgumentException.class, () -> FileArgument.content(missing))
                .getMessage()
                .contains(missing));
    }
}
