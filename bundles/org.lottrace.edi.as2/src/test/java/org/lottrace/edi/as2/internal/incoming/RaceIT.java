package org.lottrace.edi.as2.internal.incoming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lottrace.edi.as2.internal.peer.Documents;
import org.lottrace.edi.as2.internal.peer.Node;
import org.lottrace.edi.as2.internal.peer.Sender;
import org.lottrace.edi.as2.internal.peer.Settings;
import org.lottrace.edi.as2.internal.peer.SmallHeap;

/** Many messages at a time, and large ones with little memory. */
class RaceIT {
    private static final int AT_A_TIME = 8;
    private static final int ROUNDS = 3;

    @TempDir
    Path folder;

    @Test
    void of_the_same_message_at_two_nodes_at_the_same_time_one_is_taken_and_all_get_its_receipt() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
        try (Node first = new Node(folder.resolve("shared"), new Settings());
                Node second = new Node(folder.resolve("shared"), new Settings())) {
            for (int round = 1; round <= ROUNDS; round++) {
                Sender sender = new Sender(folder.resolve("sender"), Documents.ofSize(1000 + round)).protectedWell();
                CountDownLatch start = new CountDownLatch(1);
                List<Future<HttpResponse<byte[]>>> answers = new ArrayList<>();
                for (int i = 0; i < AT_A_TIME; i++) {
                    Node node = i % 2 == 0 ? first : second;
                    answers.add(threads.submit(() -> {
                        start.await();
                        return sender.send(node.url());
                    }));
                }
                start.countDown();
                Set<String> said = new HashSet<>();
                for (Future<HttpResponse<byte[]>> answer : answers) {
                    assertEquals(200, answer.get().statusCode());
                    said.add(new String(answer.get().body(), StandardCharsets.ISO_8859_1));
                }

                assertEquals(1, said.size());
                assertEquals(round, first.documents().size());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void fifty_megabytes_pass_through_a_heap_of_forty() throws Exception {
        Path output = folder.resolve("output");
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx40m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeap.class.getName(),
                        folder.resolve("small").toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertTrue(program.waitFor(120, TimeUnit.SECONDS), "it has ended");
        } finally {
            program.destroyForcibly();
        }
        assertEquals(0, program.exitValue(), Files.readString(output));
    }
}
