package org.lottrace.it.karaf.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that never returns, as Pax Exam's when the container cannot come up. */
class StartWatchTest {
    private static final Duration SECONDS = Duration.ofSeconds(30);
    private static final String MISSING =
            "Error resolving artifact org.ops4j.pax.exam:pax-exam-inject:jar:4.14.0: [Could not find artifact]";

    @TempDir
    Path folder;

    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void release() {
        end.countDown();
    }

    @Test
    void returns_when_the_container_is_up() {
        assertTimeoutPreemptively(SECONDS, () -> new StartWatch(folder).await(() -> "up"));
    }

    @Test
    void ends_with_the_artifact_that_the_log_names() {
        assertTrue(failure(() -> {
                    log("INFO | starting", "ERROR | BootFeatures | " + MISSING);
                    end.await();
                    return null;
                })
                .getMessage()
                .contains("pax-exam-inject:jar:4.14.0"));
    }

    @Test
    void ends_the_process_of_a_container_that_cannot_come_up() throws IOException {
        Process[] container = new Process[1];

        failure(() -> {
            container[0] = java("-cp", System.getProperty("java.class.path"), Endless.class.getName());
            container[0].getInputStream().read();
            log(MISSING);
            end.await();
            return null;
        });

        assertTimeoutPreemptively(SECONDS, () -> container[0].waitFor());
        assertFalse(container[0].isAlive());
    }

    @Test
    void ends_with_the_process_of_the_container() {
        assertEquals(
                "The process of Karaf has ended while it started; see " + folder,
                failure(() -> {
                            java("-cp", System.getProperty("java.class.path"), Endless.class.getName(), "short")
                                    .getInputStream()
                                    .read();
                            end.await();
                            return null;
                        })
                        .getMessage());
    }

    @Test
    void a_log_of_an_earlier_run_says_nothing() throws IOException {
        Path old = log(MISSING);
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(60)));

        assertTimeoutPreemptively(SECONDS, () -> new StartWatch(folder).await(() -> "up"));
    }

    @Test
    void a_log_counts_though_the_clock_of_its_files_is_behind_ours() {
        assertTrue(failure(() -> {
                    Files.setLastModifiedTime(
                            log(MISSING), FileTime.from(Instant.now().minusSeconds(60)));
                    end.await();
                    return null;
                })
                .getMessage()
                .contains("pax-exam-inject:jar:4.14.0"));
    }

    @Test
    void files_that_vanish_while_it_looks_are_no_failure() {
        assertTimeoutPreemptively(SECONDS, () -> new StartWatch(folder).await(() -> {
            Path cache = Files.createDirectories(folder.resolve("run/data/cache"));
            Instant end = Instant.now().plusSeconds(3);
            while (Instant.now().isBefore(end)) {
                for (int i = 0; i < 500; i++) {
                    Files.createFile(cache.resolve("bundle" + i + ".tmp"));
                }
                for (int i = 499; i >= 0; i--) {
                    Files.delete(cache.resolve("bundle" + i + ".tmp"));
                }
            }
            return "up";
        }));
    }

    @Test
    void a_start_that_fails_keeps_its_reason() {
        IOException reason = new IOException("no such archive");

        assertSame(
                reason,
                failure(() -> {
                            throw reason;
                        })
                        .getCause());
    }

    private IllegalStateException failure(Callable<?> start) {
        return assertTimeoutPreemptively(
                SECONDS, () -> assertThrows(IllegalStateException.class, () -> new StartWatch(folder).await(start)));
    }

    private Path log(String... lines) throws IOException {
        Path log = folder.resolve("run/data/log/karaf.log");
        Files.createDirectories(log.getParent());
        return Files.write(log, java.util.List.of(lines));
    }

    private static Process java(String... arguments) throws IOException {
        var command = new java.util.ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(java.util.List.of(arguments));
        return new ProcessBuilder(command).start();
    }

    /** Says that it is there, and stays until it is ended; with an argument, only until it has been seen for a second. */
    static final class Endless {
        private Endless() {}

        public static void main(String[] arguments) throws InterruptedException {
            System.out.println("here");
            if (arguments.length == 0) {
                new CountDownLatch(1).await();
            }
            new CountDownLatch(1).await(1, java.util.concurrent.TimeUnit.SECONDS);
        }
    }
}
