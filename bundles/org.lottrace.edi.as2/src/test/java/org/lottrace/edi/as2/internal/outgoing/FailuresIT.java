package org.lottrace.edi.as2.internal.outgoing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lottrace.edi.as2.internal.mime.Headers;
import org.lottrace.edi.as2.internal.peer.Documents;
import org.lottrace.edi.as2.internal.peer.HostileSignatures;
import org.lottrace.edi.as2.internal.peer.Keys;
import org.lottrace.edi.as2.internal.peer.Node;
import org.lottrace.edi.as2.internal.peer.Settings;

/** What a partner may do wrong, or the net on the way. */
class FailuresIT {
    @TempDir
    Path folder;

    private Node we;
    private Node they;
    private HttpPost real;

    @BeforeEach
    void start() throws Exception {
        we = new Node(folder.resolve("we"), new Settings());
        they = new Node(folder.resolve("they"), Settings.ofPartner());
        we.settings.url = Optional.of(they.url());
        we.restart();
        real = new HttpPost(Optional.empty(), Duration.ofSeconds(30));
        Files.write(we.folders.outbox().resolve("one.edi"), Documents.ofSize(1000));
    }

    @AfterEach
    void stop() {
        we.close();
        they.close();
    }

    private void through(Post post) throws Exception {
        we.otherPost = Optional.of(post);
        we.restart();
    }

    private String problem() throws Exception {
        return we.look().get("one.edi");
    }

    @Test
    void a_receipt_that_is_lost_on_the_way_is_asked_for_with_the_same_message_id() throws Exception {
        Set<String> ids = new HashSet<>();
        through((url, headers, body) -> {
            ids.add(headers.get("Message-ID"));
            real.send(url, headers, body);
            throw new java.io.IOException("connection reset");
        });
        assertEquals("connection reset", problem());
        assertEquals("connection reset", problem(), "it is not due, and the reason is still said");
        we.later(Duration.ofMinutes(10));
        problem();
        we.otherPost = Optional.empty();
        we.restart();
        we.later(Duration.ofMinutes(10));

        assertEquals(Map.of(), we.look());
        assertEquals(1, ids.size());
        assertEquals(1, they.documents().size());
        assertEquals(List.of("one.edi", "one.edi.receipt"), we.names("sent"));
    }

    @Test
    void what_the_partner_does_not_take_is_tried_with_longer_pauses_and_then_put_aside_with_its_reason()
            throws Exception {
        they.settings.theirs = List.of(Keys.STRANGERS.certificate());
        they.restart();
        Set<String> ids = new HashSet<>();
        through((url, headers, body) -> {
            ids.add(headers.get("Message-ID"));
            return real.send(url, headers, body);
        });
        for (int i = 0; i < 8; i++) {
            assertEquals("the partner has not taken it: processed/error: authentication-failed", problem());
            assertEquals(i + 1, ids.size(), "after a refusal the next try is another message");
            we.look();
            assertEquals(i + 1, ids.size(), "it is left alone for a while");
            we.later(Duration.ofHours(2));
        }

        assertEquals(List.of("one.edi", "one.edi.reason.txt"), we.names("dead"));
        assertTrue(Files.readString(we.own().resolve("dead/one.edi.reason.txt")).contains("authentication-failed"));
        assertEquals(1, we.outgoing().dead());
        assertEquals(List.of(), they.documents());

        they.settings.theirs = List.of(Keys.OURS.certificate());
        they.restart();
        Files.move(we.own().resolve("dead/one.edi"), we.folders.outbox().resolve("one.edi"));
        we.look();
        assertEquals(1, they.documents().size());
    }

    @Test
    void a_server_that_is_down_uses_up_no_try() throws Exception {
        we.settings.url = Optional.of(URI.create("http://127.0.0.1:1/"));
        we.restart();
        for (int i = 0; i < 10; i++) {
            assertThrows(UnreachableException.class, we::look);
            we.later(Duration.ofHours(2));
        }
        we.settings.url = Optional.of(they.url());
        we.restart();
        we.look();

        assertEquals(1, they.documents().size());
    }

    @Test
    void a_server_that_answers_an_error_is_quoted() throws Exception {
        through((url, headers, body) ->
                new Post.Answered(502, new Headers(), "proxy\r\nbroken".getBytes(StandardCharsets.US_ASCII)));

        assertEquals("the partner's server answers 502: proxy broken", problem());
    }

    @Test
    void an_answer_without_receipt_proves_nothing() throws Exception {
        through((url, headers, body) -> new Post.Answered(
                200, new Headers(Map.of("Content-Type", "text/html")), "hello".getBytes(StandardCharsets.US_ASCII)));

        assertTrue(problem().startsWith("the receipt proves nothing: it is not signed"));
        assertEquals(List.of(), we.names("sent"));
    }

    @Test
    void a_receipt_that_another_key_has_signed_proves_nothing() throws Exception {
        they.settings.own = Keys.STRANGERS;
        they.restart();
        we.settings.encrypt = Optional.empty();
        they.settings.incomingEncrypted = false;
        they.restart();
        we.restart();

        assertTrue(
                problem().startsWith("the receipt proves nothing: it is not signed with a certificate that we have"));
    }

    @Test
    void a_receipt_whose_signature_would_take_all_memory_is_refused_before_it_is_verified() throws Exception {
        byte[] body = HostileSignatures.multipart(HostileSignatures.salted(1_500_000_000));
        through((url, headers, sent) ->
                new Post.Answered(200, new Headers(Map.of("Content-Type", "multipart/signed; boundary=b")), body));

        String problem = problem();
        assertTrue(problem.startsWith("the receipt proves nothing: it is signed with another algorithm"), problem);
    }

    @Test
    void a_receipt_of_another_message_proves_nothing() throws Exception {
        through((url, headers, body) -> {
            Map<String, String> other = new java.util.HashMap<>(headers);
            other.put("Message-ID", "<other@x>");
            return real.send(url, other, body);
        });

        assertEquals("the receipt is one of another message: <other@x>", problem());
    }

    @Test
    void a_mic_of_something_else_is_a_matter_for_a_person() throws Exception {
        Files.write(folder.resolve("other.edi"), Documents.ofSize(2000));
        through((url, headers, body) -> {
            try (var files = new org.lottrace.edi.as2.internal.message.WorkFiles(folder.resolve("other"))) {
                return real.send(
                        url,
                        headers,
                        new Wrapping(we.built())
                                .wrap(folder.resolve("other.edi"), headers.get("Message-ID"), files)
                                .body());
            }
        });
        we.settings.sign = Optional.empty();
        they.settings.incomingSigned = false;
        we.restart();
        they.restart();
        we.look();

        assertEquals(List.of("one.edi", "one.edi.reason.txt"), we.names("dead"));
        assertTrue(Files.readString(we.own().resolve("dead/one.edi.reason.txt"))
                .contains("the partner has taken something else than we sent"));
    }

    @Test
    void what_was_sent_is_not_sent_again_when_it_is_written_again() throws Exception {
        we.look();
        Files.write(we.folders.outbox().resolve("one.edi"), Documents.ofSize(1000));
        we.look();
        Files.write(we.folders.outbox().resolve("one.edi"), Documents.ofSize(1001));
        we.look();

        assertEquals(2, they.documents().size());
    }

    @Test
    void files_for_others_stay_in_the_outbox() throws Exception {
        Files.writeString(we.folders.outbox().resolve("other.edi"), "FOR:ZZ:OTHER x");
        we.look();

        assertTrue(Files.exists(we.folders.outbox().resolve("other.edi")));
        assertEquals(1, they.documents().size());
    }

    @Test
    void a_server_that_hangs_and_one_that_answers_without_end_are_given_up() throws Exception {
        com.sun.net.httpserver.HttpServer server =
                com.sun.net.httpserver.HttpServer.create(new java.net.InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(java.util.concurrent.Executors.newCachedThreadPool());
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                for (int i = 0; i < 1000; i++) {
                    body.write(new byte[100_000]);
                }
            }
        });
        java.util.concurrent.CountDownLatch over = new java.util.concurrent.CountDownLatch(1);
        server.createContext("/hanging", exchange -> {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort();
            we.settings.url = Optional.of(URI.create(address + "/endless"));
            we.restart();
            assertTrue(problem().contains("the answer has more than 1048576 bytes"));

            we.settings.url = Optional.of(URI.create(address + "/hanging"));
            we.settings.timeout = Duration.ofSeconds(1);
            we.restart();
            we.later(Duration.ofHours(1));
            String hung = problem();
            assertTrue(hung.contains("timed out") || hung.contains("no answer within 1 seconds"), hung);
        } finally {
            over.countDown();
            server.stop(0);
            ((java.util.concurrent.ExecutorService) server.getExecutor()).shutdownNow();
        }
    }
}
