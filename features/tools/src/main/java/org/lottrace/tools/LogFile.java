package org.lottrace.tools;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/** A log that grows, and that gives its name to a new file when it has grown large. */
final class LogFile {
    private static final int BLOCK = 64 * 1024;
    private static final long LOOK_EVERY_MILLISECONDS = 200;

    private final Path file;

    LogFile(Path file) {
        this.file = file;
    }

    void print(OutputStream out) throws IOException {
        Files.copy(file, out);
        out.flush();
    }

    /** Prints the end of it, then what comes. Ends with the process. */
    void follow(OutputStream out, int lines) throws IOException, InterruptedException {
        long position = startOfTheLast(lines);
        while (true) {
            Object name = identity();
            try (SeekableByteChannel log = Files.newByteChannel(file)) {
                log.position(position);
                do {
                    printRest(log, out);
                    TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLISECONDS);
                } while (identity().equals(name) && log.size() >= log.position());
                printRest(log, out);
            }
            position = 0;
        }
    }

    /** Between two files there is none for a moment. */
    private Object identity() throws IOException, InterruptedException {
        while (Files.notExists(file)) {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLISECONDS);
        }
        Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        return key == null ? file : key;
    }

    private static void printRest(SeekableByteChannel log, OutputStream out) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        while (log.read(block) > 0) {
            out.write(block.array(), 0, block.position());
            block.clear();
        }
        out.flush();
    }

    /** @return where the last lines begin, as far as one block shows them */
    long startOfTheLast(int lines) throws IOException {
        try (SeekableByteChannel log = Files.newByteChannel(file)) {
            long from = Math.max(0, log.size() - BLOCK);
            log.position(from);
            ByteBuffer end = ByteBuffer.allocate(BLOCK);
            int index = Math.max(0, log.read(end));
            int left = lines + 1;
            while (index > 0 && left > 0) {
                index--;
                if (end.get(index) == '\n') {
                    left--;
                }
            }
            return from + (left == 0 ? index + 1 : index);
        }
    }
}
