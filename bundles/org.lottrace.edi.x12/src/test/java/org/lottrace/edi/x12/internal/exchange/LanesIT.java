package org.lottrace.edi.x12.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lottrace.api.lease.Leases;
import org.lottrace.api.violation.Violation;
import org.lottrace.company.TestCompany;
import org.lottrace.folder.FileHandler;
import org.lottrace.folder.FolderSettings;
import org.lottrace.folder.WatchedFolder;
import org.lottrace.persistence.testing.TestDatabase;

class LanesIT {
    private static final Leases LEASES = TestCompany.on(TestDatabase.h2()).service(Leases.class);
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private static final String BIG = "big".repeat((int) SizedTurns.LARGE / 2);

    private final AtomicInteger held = new AtomicInteger();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private Path inbox;

    @BeforeEach
    void an_inbox_with_a_folder_for_each_of_two_partners() throws IOException {
        inbox = Files.createDirectories(folder.resolve("inbox"));
        Files.createDirectories(inbox.resolve("acme"));
        Files.createDirectories(inbox.resolve("delta"));
        Files.createDirectories(folder.resolve("archive"));
        Files.createDirectories(folder.resolve("rejected"));
    }

    @Test
    void a_big_file_of_one_partner_does_not_hold_up_the_other() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            Lanes lanes = new Lanes(inbox, this::watched, threads);
            Files.writeString(inbox.resolve("acme/1-big.edi"), "big");
            Files.writeString(inbox.resolve("acme/2-small.edi"), "small");
            lookUntil(lanes, begun);

            Files.writeString(inbox.resolve("delta/small.edi"), "small");
            long end = System.nanoTime() + DEADLINE.toNanos();
            while (!taken.contains("small.edi") && System.nanoTime() < end) {
                lanes.look();
                Thread.onSpinWait();
            }
            assertEquals(List.of("small.edi"), taken, "of the lane that is held up nothing is taken out of its turn");

            released.countDown();
            while (taken.size() < 3 && System.nanoTime() < end) {
                lanes.look();
                Thread.onSpinWait();
            }
            assertEquals(List.of("small.edi", "1-big.edi", "2-small.edi"), taken);
        } finally {
            released.countDown();
            threads.shutdown();
            assertTrue(threads.awaitTermination(DEADLINE.toSeconds(), TimeUnit.SECONDS));
        }
    }

    @Test
    void big_files_of_all_other_partners_do_not_hold_up_a_small_one() throws Exception {
        FileHandler inTurn = new SizedTurns(new Held(), 1);
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            Lanes lanes = new Lanes(inbox, (lane, files) -> watched(lane, files, inTurn), threads);
            Files.createDirectories(inbox.resolve("fresh"));
            Files.writeString(inbox.resolve("acme/1-big.edi"), BIG);
            Files.writeString(inbox.resolve("delta/2-big.edi"), BIG);
            lookUntil(lanes, begun);

            Files.writeString(inbox.resolve("fresh/small.edi"), "small");
            lookUntilTaken(lanes, 1);
            assertEquals(List.of("small.edi"), taken);
            assertEquals(1, held.get(), "one big file at a time is in memory");

            released.countDown();
            lookUntilTaken(lanes, 3);
            assertEquals(Set.of("small.edi", "1-big.edi", "2-big.edi"), Set.copyOf(taken));
        } finally {
            released.countDown();
            threads.shutdown();
            assertTrue(threads.awaitTermination(DEADLINE.toSeconds(), TimeUnit.SECONDS));
        }
    }

    private void lookUntilTaken(Lanes lanes, int number) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (taken.size() < number && System.nanoTime() < end) {
            lanes.look();
            Thread.onSpinWait();
        }
    }

    /** As when the machine gives no thread any more. */
    @Test
    void a_lane_for_which_there_was_no_thread_is_looked_into_the_next_time() throws Exception {
        released.countDown();
        AtomicInteger asked = new AtomicInteger();
        Lanes lanes = new Lanes(inbox, this::watched, work -> {
            if (asked.getAndIncrement() == 0) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            work.run();
        });
        Files.writeString(inbox.resolve("small.edi"), "small");

        assertThrows(OutOfMemoryError.class, lanes::look);
        lookUntilTaken(lanes, 1);

        assertEquals(List.of("small.edi"), taken);
    }

    @Test
    void a_folder_that_is_made_later_is_a_lane_and_a_link_is_none() throws IOException {
        released.countDown();
        Lanes lanes = new Lanes(inbox, this::watched, Runnable::run);
        lanes.look();
        Files.createDirectories(inbox.resolve("fresh"));
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.createSymbolicLink(inbox.resolve("link"), elsewhere);
        Files.writeString(inbox.resolve("fresh/a.edi"), "small");
        Files.writeString(elsewhere.resolve("b.edi"), "small");

        lanes.look();
        lanes.look();

        assertEquals(List.of("a.edi"), taken);
    }

    private static void lookUntil(Lanes lanes, CountDownLatch latch) throws InterruptedException {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (!latch.await(5, TimeUnit.MILLISECONDS) && System.nanoTime() < end) {
            lanes.look();
        }
        assertEquals(0, latch.getCount());
    }

    @Test
    void a_big_file_in_the_inbox_does_not_hold_up_those_of_other_senders() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            Lanes lanes = new Lanes(inbox, (lane, files) -> watched(lane, files, new Held()), threads);
            Files.writeString(inbox.resolve("1-big.edi"), from("ACME"));
            Files.writeString(inbox.resolve("2-small.edi"), from("ACME"));
            lookUntil(lanes, begun);

            Files.writeString(inbox.resolve("3-small.edi"), from("DELTA"));
            Files.writeString(inbox.resolve("4-small.edi"), "UNB+UNOA:1+FRESH:ZZ+LOTTRACE:ZZ+260302:0915+1'");
            Files.writeString(inbox.resolve("5-small.edi"), "nobody says who sent it");
            lookUntilTaken(lanes, 3);
            assertEquals(Set.of("3-small.edi", "4-small.edi", "5-small.edi"), Set.copyOf(taken));

            released.countDown();
            lookUntilTaken(lanes, 5);
            assertEquals(
                    List.of("1-big.edi", "2-small.edi"), taken.subList(3, 5), "those of one sender in their order");
        } finally {
            released.countDown();
            threads.shutdown();
            assertTrue(threads.awaitTermination(DEADLINE.toSeconds(), TimeUnit.SECONDS));
        }
    }

    @Test
    void a_small_file_is_taken_however_many_partners_wait_with_big_ones() throws Exception {
        FileHandler inTurn = new SizedTurns(new Held(), 1);
        int partners = 3 * SizedTurns.MOST_WAITING;
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(0, 2 * SizedTurns.MOST_WAITING, 1, TimeUnit.SECONDS, new SynchronousQueue<>());
        try {
            Lanes lanes = new Lanes(inbox, (lane, files) -> watched(lane, files, inTurn), threads);
            for (int i = 0; i < partners; i++) {
                Files.writeString(
                        Files.createDirectories(inbox.resolve("big" + i)).resolve("big" + i + ".edi"), BIG);
            }
            lookUntil(lanes, begun);
            Files.writeString(Files.createDirectories(inbox.resolve("small")).resolve("small.edi"), "small");
            long end = System.nanoTime() + DEADLINE.toNanos();
            while (taken.isEmpty() && System.nanoTime() < end) {
                lanes.look();
                Thread.onSpinWait();
            }

            assertEquals(List.of("small.edi"), taken);
            assertEquals(1, held.get());
            released.countDown();
            lookUntilTaken(lanes, partners + 1);
            assertEquals(partners + 1, taken.size(), "nobody is forgotten");
        } finally {
            released.countDown();
            threads.shutdown();
            assertTrue(threads.awaitTermination(DEADLINE.toSeconds(), TimeUnit.SECONDS));
        }
    }

    private static String from(String sender) {
        return "ISA*00*          *00*          *ZZ*" + sender
                + "*ZZ*LOTTRACE       *260302*0915*U*00401*000000001*0*P*>~";
    }

    private WatchedFolder watched(Lanes.Lane lane, Predicate<Path> files) {
        return watched(lane, files, new Held());
    }

    private WatchedFolder watched(Lanes.Lane lane, Predicate<Path> files, FileHandler handler) {
        FolderSettings settings = new FolderSettings(
                lane.folder(),
                folder.resolve("archive"),
                folder.resolve("rejected"),
                BIG.length(),
                new FolderSettings.Words("test inbox", "test.file", "applied", "line"));
        return new WatchedFolder(settings, handler, LEASES, lane.part(), files);
    }

    private final class Held implements FileHandler {
        @Override
        public List<Violation> take(String name, byte[] content, boolean archived, Runnable proof) {
            if (name.contains("big")) {
                held.incrementAndGet();
                begun.countDown();
                try {
                    assertTrue(released.await(DEADLINE.toSeconds(), TimeUnit.SECONDS));
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            taken.add(name);
            return List.of();
        }
    }
}
