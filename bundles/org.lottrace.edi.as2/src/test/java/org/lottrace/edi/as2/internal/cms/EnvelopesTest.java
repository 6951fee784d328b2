package org.lottrace.edi.as2.internal.cms;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lottrace.edi.as2.internal.mime.Entity;
import org.lottrace.edi.as2.internal.mime.Headers;
import org.lottrace.edi.as2.internal.mime.Slice;
import org.lottrace.edi.as2.internal.peer.Documents;
import org.lottrace.edi.as2.internal.peer.Keys;
import org.lottrace.edi.as2.internal.peer.Sender;

/** What our own disk does is not told as the sender's fault. */
class EnvelopesTest {
    private static final Path FULL = Path.of("/dev/full");
    private static final long MOST = 10_000_000;

    @TempDir
    Path folder;

    private interface Work {
        void on(Entity entity) throws IOException;
    }

    private void isOurs(Sender sender, Work work) throws Exception {
        Path file = Files.write(folder.resolve("body"), sender.body());
        Slice body = Slice.of(file);
        Entity entity = new Entity(new Headers(Map.of("Content-Type", "application/pkcs7-mime")), body, body);

        IOException told = assertThrows(IOException.class, () -> work.on(entity));
        assertFalse(told instanceof ProtectionException, told.toString());
        assertTrue(told.getMessage().startsWith("our disk cannot be written to: "), told.toString());
    }

    private Sender sender() throws Exception {
        return new Sender(folder.resolve("sender"), Documents.x12());
    }

    @Test
    void a_disk_that_is_full_while_decrypting_is_our_own_failure() throws Exception {
        assumeTrue(Files.exists(FULL), "only Linux has a disk that is always full");
        isOurs(sender().protectedWell(), entity -> Envelopes.decrypt(entity, FULL, Keys.OURS, false, MOST));
    }

    @Test
    void a_disk_that_is_full_while_expanding_is_our_own_failure() throws Exception {
        assumeTrue(Files.exists(FULL), "only Linux has a disk that is always full");
        isOurs(sender().compressed(), entity -> Envelopes.expand(entity, FULL, MOST));
    }

    @Test
    void a_folder_that_is_gone_is_our_own_failure() throws Exception {
        Path gone = folder.resolve("gone/file");
        isOurs(sender().protectedWell(), entity -> Envelopes.decrypt(entity, gone, Keys.OURS, false, MOST));
        isOurs(sender().compressed(), entity -> Envelopes.expand(entity, gone, MOST));
    }
}
