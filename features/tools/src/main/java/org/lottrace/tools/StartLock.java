package org.lottrace.tools;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Held by the one that starts LotTrace in a data folder. The system takes it back when the process ends, however it ends. The file stays: who deletes it would let in one more
 * beside those that have it open.
 */
final class StartLock {
    /** Behind the process id, which others read; on Windows nobody else could read what is locked. */
    private static final long POSITION = 1L << 30;

    private final FileChannel channel;

    private StartLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws Refusal if another has it */
    static StartLock take(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isTaken(channel)) {
            channel.close();
            String process = Files.readString(file).strip();
            throw new Refusal("another ./lottrace run is at work in " + file.getParent()
                    + (process.isEmpty() ? "" : " (process " + process + ")") + ": wait until it has ended");
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)));
        return new StartLock(channel);
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(POSITION, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException byThisProcess) {
            return false;
        }
    }

    void close() throws IOException {
        channel.truncate(0);
        channel.close();
    }
}
