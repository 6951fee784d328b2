package org.lottrace.edi.as2.internal.outgoing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
                new Post.Answered(500, new Headers(), "proxy\r\nbroken".getBytes(StandardCharsets.US_ASCII)));

        assertEquals("the partner's server answers 500: proxy broken", problem());
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void a_server_that_has_no_time_uses_up_no_try(int status) throws Exception {
        Set<String> ids = new HashSet<>();
        through((url, headers, body) -> {
            ids.add(headers.get("Message-ID"));
            return new Post.Answered(status, new Headers(), new byte[0]);
        });
        for (int i = 0; i < 12; i++) {
            assertEquals("the partner's server answers " + status + ": ", problem());
            we.later(Duration.ofHours(2));
        }
        we.otherPost = Optional.empty();
        we.restart();

        assertEquals(Map.of(), we.look());
        assertEquals(1, ids.size());
        assertEquals(1, they.documents().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"7200 | 7200", "in a while | 15", "1 | 15", "999999999 | 86400"})
    void a_server_is_left_alone_for_as_long_as_it_says_and_a_day_at_most(String said, long seconds) throws Exception {
        isLeftAlone(said, seconds);
    }

    @Test
    void a_server_may_say_a_time_too() throws Exception {
        Instant time = Keys.NOW.plus(Duration.ofHours(3)).truncatedTo(ChronoUnit.SECONDS);
        isLeftAlone(
                DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC)),
                Duration.between(Keys.NOW, time).toSeconds());
    }

    private void isLeftAlone(String said, long seconds) throws Exception {
        int[] calls = {0};
        through((url, headers, body) -> {
            calls[0]++;
            return new Post.Answered(503, new Headers(Map.of("Retry-After", said)), new byte[0]);
        });
        we.look();
        we.later(Duration.ofSeconds(seconds - 1));
        we.look();
        assertEquals(1, calls[0]);
        we.later(Duration.ofSeconds(2));
        we.look();
        assertEquals(2, calls[0]);
    }

    private static Post.Answered receipt(Map<String, String> headers, String disposition, String more) {
        String text = "--b\r\nContent-Type: message/disposition-notification\r\n\r\nOriginal-Message-ID: "
                + headers.get("Message-ID") + "\r\nDisposition: automatic-action/MDN-sent-automatically; "
                + disposition + "\r\n" + more + "\r\n--b--\r\n";
        return new Post.Answered(
                200,
                new Headers(Map.of("Content-Type", "multipart/report; boundary=b")),
                text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void after_a_try_that_nobody_knows_the_end_of_the_message_keeps_its_id_whatever_the_partner_refuses()
            throws Exception {
        we.settings.receiptSigned = false;
        Set<String> ids = new HashSet<>();
        int[] calls = {0};
        through((url, headers, body) -> {
            ids.add(headers.get("Message-ID"));
            calls[0]++;
            if (calls[0] == 1) {
                throw new java.io.IOException("connection reset behind the last byte");
            }
            return receipt(headers, "processed/error: unexpected-processing-error", "");
        });
        for (int i = 0; i < 8; i++) {
            we.look();
            we.later(Duration.ofHours(2));
        }

        assertEquals(8, calls[0]);
        assertEquals(1, ids.size());
        assertEquals(List.of("one.edi", "one.edi.reason.txt"), we.names("dead"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "processed/error: duplicate-document",
                "failed/failure: Duplicate document",
                "processed/warning: duplicate-document"
            })
    void a_partner_that_says_duplicate_and_no_mic_is_a_matter_for_a_person(String disposition) throws Exception {
        we.settings.receiptSigned = false;
        int[] calls = {0};
        through((url, headers, body) -> {
            calls[0]++;
            return receipt(headers, disposition, "");
        });
        we.look();
        we.later(Duration.ofHours(2));
        we.look();

        assertEquals(1, calls[0]);
        assertEquals(List.of("one.edi", "one.edi.reason.txt"), we.names("dead"));
        assertTrue(Files.readString(we.own().resolve("dead/one.edi.reason.txt"))
                .contains("Ask the partner whether it has what we sent"));
    }

    @Test
    void a_partner_that_says_duplicate_with_our_mic_has_it() throws Exception {
        we.settings.receiptSigned = false;
        through((url, headers, body) -> receipt(
                headers,
                "processed/error: duplicate-document",
                "Received-Content-MIC: " + state("mic") + ", sha-256\r\n"));

        assertEquals(Map.of(), we.look());
        assertEquals(List.of("one.edi", "one.edi.receipt"), we.names("sent"));
    }

    private String state(String name) throws java.io.IOException {
        return org.lottrace.edi.as2.internal.message.Disk.readValues(we.own().resolve("state/one.edi"))
                .get(name);
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
    void what_another_configuration_has_claimed_is_not_sent_to_this_receiver() throws Exception {
        Files.createDirectories(we.own().resolve("sending"));
        Files.writeString(we.own().resolve("sending/other.edi"), "FOR:ZZ:OTHER x");
        we.look();

        assertEquals(List.of("other.edi", "other.edi.reason.txt"), we.names("dead"));
        assertEquals(1, they.documents().size());
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
