package org.lottrace.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    @TempDir
    Path folder;

    private Path log;

    @BeforeEach
    void four_lines() throws IOException {
        log = Files.writeString(folder.resolve("karaf.log"), "one\ntwo\nthree\nfour\n");
    }

    @Test
    void prints_all_of_it() throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        new LogFile(log).print(printed);

        assertEquals("one\ntwo\nthree\nfour\n", printed.toString(StandardCharsets.UTF_8));
    }

    @Test
    @Timeout(60)
    void follows_from_the_last_lines_through_a_new_file_of_its_name() throws Exception {
        BlockingQueue<String> printed = new ArrayBlockingQueue<>(100);
        Thread follower = new Thread(() -> follow(printed), "follower");
        follower.start();
        try {
            assertEquals("three\nfour\n", printed.take());
            Files.writeString(log, "five\n", StandardOpenOption.APPEND);
            assertEquals("five\n", printed.take());
            Files.move(log, folder.resolve("karaf.log.1"));
            Files.writeString(log, "a new file, longer than the one before\n");
            assertEquals("a new file, longer than the one before\n", printed.take());
        } finally {
            follower.interrupt();
            follower.join(TimeUnit.SECONDS.toMillis(10));
        }
    }

    private void follow(BlockingQueue<String> printed) {
        try {
            new LogFile(log)
                    .follow(
                            new ByteArrayOutputStream() {
                                @Override
                                public synchronized void flush() {
                                    if (size() > 0) {
                                        printed.add(toString(StandardCharsets.UTF_8));
                                        reset();
                                    }
                                }
                            },
                            2);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (IOException broken) {
            printed.add(broken.toString());
        }
    }
}
