package org.lottrace.edi.sftp.internal.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JailTest {
    private static final Set<OpenOption> ANEW =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
    private static final int LARGEST = 100;

    @TempDir
    Path folder;

    private final Object older = new Object();
    private final Object newer = new Object();
    private Jail jail;
    private Path file;

    @BeforeEach
    void a_home() throws IOException {
        jail = new Jail(folder.resolve("home"), LARGEST, 1_000_000);
        jail.create();
        file = jail.in().resolve("a.edi");
    }

    @Test
    void a_session_that_breaks_off_in_a_write_leaves_a_file_that_can_be_taken_and_gone_on_with() throws IOException {
        MeteredChannel channel = jail.open(file, ANEW, older);
        channel.write(bytes("hello"));
        Thread.currentThread().interrupt();
        assertThrows(ClosedByInterruptException.class, () -> channel.write(bytes("lost")));
        assertTrue(Thread.interrupted());
        assertThrows(ClosedChannelException.class, () -> channel.write(bytes("queued")));

        channel.close();

        assertTrue(jail.claim(file), "nobody writes to it");
        assertEquals("hello", Files.readString(file));
    }

    @Test
    void a_session_whose_file_another_has_begun_anew_writes_no_more_and_is_told() throws IOException {
        MeteredChannel stale = jail.open(file, ANEW, older);
        stale.write(bytes("old"));
        MeteredChannel good = jail.open(file, ANEW, newer);
        good.write(bytes("good"));

        assertThrows(AccessDeniedException.class, () -> stale.write(bytes("old")));
        assertThrows(AccessDeniedException.class, () -> jail.openForSize(file, ANEW, older));
        good.close();
        assertThrows(AccessDeniedException.class, () -> stale.write(bytes("old")));
        assertTrue(assertThrows(AccessDeniedException.class, stale::close)
                .getMessage()
                .contains("another session"));

        assertEquals("good", Files.readString(file));
    }

    @Test
    void a_session_that_was_refused_deletes_at_its_end_no_file_that_another_has_finished() throws IOException {
        MeteredChannel stale = jail.open(file, ANEW, older);
        assertThrows(IOException.class, () -> stale.write(ByteBuffer.allocate(LARGEST + 1)));
        MeteredChannel good = jail.open(file, ANEW, newer);
        good.write(bytes("good"));
        good.close();

        assertThrows(AccessDeniedException.class, stale::close);

        assertEquals("good", Files.readString(file));
    }

    @Test
    void a_session_that_sets_the_size_of_the_file_it_writes_goes_on_writing() throws IOException {
        MeteredChannel channel = jail.open(file, ANEW, older);
        channel.write(bytes("hello"));
        try (MeteredChannel size = jail.openForSize(file, Set.of(StandardOpenOption.WRITE), older)) {
            size.truncate(4);
        }
        assertFalse(jail.claim(file));

        channel.position(4).write(bytes(" END"));
        channel.close();

        assertEquals("hell END", Files.readString(file));
    }

    @Test
    void what_the_system_writes_in_pieces_is_written_whole() throws IOException {
        jail.open(file, ANEW, older);
        MeteredChannel channel =
                new MeteredChannel(new PieceChannel(FileChannel.open(file, ANEW)), jail, file, older, true);

        assertEquals(9, channel.write(bytes("hello END")));
        channel.close();

        assertEquals("hello END", Files.readString(file));
    }

    @Test
    void a_file_of_which_a_part_finds_no_room_on_the_disk_is_deleted() throws IOException {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "there is no full disk");
        jail.open(file, ANEW, older);
        MeteredChannel channel =
                new MeteredChannel(FileChannel.open(full, StandardOpenOption.WRITE), jail, file, older, true);

        assertThrows(IOException.class, () -> channel.write(bytes("hello")));
        assertTrue(assertThrows(IOException.class, () -> channel.write(bytes(" END")))
                .getMessage()
                .contains("bring it again"));
        closeWhatCannotBeForced(channel);

        assertTrue(Files.notExists(file));
        assertTrue(jail.claim(file));
    }

    private static void closeWhatCannotBeForced(MeteredChannel channel) {
        try {
            channel.close();
        } catch (IOException expected) {
            assertFalse(channel.isOpen());
        }
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
