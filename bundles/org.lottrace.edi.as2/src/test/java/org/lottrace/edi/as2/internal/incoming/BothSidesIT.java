package org.lottrace.edi.as2.internal.incoming;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lottrace.edi.as2.internal.cms.Digest;
import org.lottrace.edi.as2.internal.mime.Headers;
import org.lottrace.edi.as2.internal.outgoing.Post;
import org.lottrace.edi.as2.internal.partner.PartnerSettings.Compression;
import org.lottrace.edi.as2.internal.partner.PartnerSettings.ReceiptKind;
import org.lottrace.edi.as2.internal.peer.Documents;
import org.lottrace.edi.as2.internal.peer.Node;
import org.lottrace.edi.as2.internal.peer.Settings;

/** Two LotTraces send to each other. */
class BothSidesIT {
    @TempDir
    Path folder;

    private Node we;
    private Node they;

    @BeforeEach
    void start() throws Exception {
        we = new Node(folder.resolve("we"), new Settings());
        they = new Node(folder.resolve("they"), Settings.ofPartner());
        we.settings.url = Optional.of(they.url());
        they.settings.url = Optional.of(we.url());
        we.restart();
        they.restart();
    }

    @AfterEach
    void stop() {
        we.close();
        they.close();
    }

    @Test
    void a_file_of_the_outbox_comes_into_the_lane_of_the_other_byte_by_byte() throws Exception {
        byte[] document = Documents.ofSize(100_000);
        Files.write(we.folders.outbox().resolve("one.edi"), document);

        assertEquals(Map.of(), we.look());

        assertArrayEquals(document, they.documents().get(0));
        assertEquals(1, they.documents().size());
        assertEquals(List.of("one.edi", "one.edi.receipt"), we.names("sent"));
        assertEquals(List.of(), we.names("state"));
        assertEquals(List.of("partnerLogin acme"), they.audit);
        assertEquals(List.of(), they.leftOver());
    }

    @Test
    void what_is_compressed_before_it_is_signed_or_behind_arrives_with_the_right_mic() throws Exception {
        int number = 0;
        for (Compression compression : Compression.values()) {
            for (Optional<Digest> sign : List.of(Optional.of(Digest.SHA_512), Optional.<Digest>empty())) {
                we.settings.compression = compression;
                we.settings.sign = sign;
                they.settings.incomingSigned = sign.isPresent();
                we.restart();
                they.restart();
                number++;
                Files.write(we.folders.outbox().resolve(number + ".edi"), Documents.ofSize(1000 + number));

                assertEquals(Map.of(), we.look());
                assertEquals(number, they.documents().size());
                assertEquals(2 * number, we.names("sent").size());
            }
        }
    }

    @Test
    void an_asynchronous_receipt_ends_the_waiting() throws Exception {
        we.settings.receipt = ReceiptKind.ASYNCHRONOUS;
        we.settings.receiptUrl = Optional.of(we.url());
        they.settings.incomingReceiptUrl = Optional.of(we.url());
        we.restart();
        they.restart();
        Files.write(we.folders.outbox().resolve("one.edi"), Documents.ofSize(1000));

        we.look();
        assertEquals(1, they.documents().size());
        assertEquals(List.of("one.edi"), we.names("sending"));
        assertEquals(Map.of(), they.look());
        we.look();

        assertEquals(List.of("one.edi", "one.edi.receipt"), we.names("sent"));
    }

    @Test
    void an_asynchronous_receipt_without_signature_ends_the_waiting_if_that_was_agreed_on() throws Exception {
        we.settings.receipt = ReceiptKind.ASYNCHRONOUS;
        we.settings.receiptSigned = false;
        we.settings.receiptUrl = Optional.of(we.url());
        they.settings.incomingReceiptUrl = Optional.of(we.url());
        we.restart();
        they.restart();
        Files.write(we.folders.outbox().resolve("one.edi"), Documents.ofSize(1000));

        we.look();
        assertEquals(Map.of(), they.look());
        assertEquals(Map.of(), we.look());

        assertEquals(List.of("one.edi", "one.edi.receipt"), we.names("sent"));
        assertTrue(Files.readString(we.own().resolve("sent/one.edi.receipt")).startsWith("Content-Type: multipart/"));
    }

    @Test
    void an_asynchronous_receipt_that_cannot_be_read_fails_its_file_and_no_other() throws Exception {
        we.settings.receipt = ReceiptKind.ASYNCHRONOUS;
        we.settings.receiptUrl = Optional.of(we.url());
        they.settings.incomingReceiptUrl = Optional.of(we.url());
        we.restart();
        they.restart();
        Files.write(we.folders.outbox().resolve("one.edi"), Documents.ofSize(1000));
        we.look();
        they.look();
        Path answer = we.own().resolve("answers").resolve(we.names("answers").get(0));
        Files.writeString(answer, "--no headers");
        Files.write(we.folders.outbox().resolve("two.edi"), Documents.ofSize(1001));

        String problem = we.look().get("one.edi");
        assertTrue(problem.startsWith("the receipt proves nothing: "), problem);
        assertEquals(2, they.documents().size());
        assertEquals(List.of(), we.names("answers"));
        we.later(Duration.ofMinutes(10));
        we.look();
        they.look();
        we.look();
        assertEquals(List.of("one.edi", "one.edi.receipt", "two.edi", "two.edi.receipt"), we.names("sent"));
    }

    @Test
    void what_is_lost_of_asynchronous_receipts_is_asked_for_again_and_nothing_is_taken_twice() throws Exception {
        we.settings.receipt = ReceiptKind.ASYNCHRONOUS;
        we.settings.receiptUrl = Optional.of(we.url());
        they.settings.incomingReceiptUrl = Optional.of(we.url());
        we.restart();
        they.restart();
        Files.write(we.folders.outbox().resolve("one.edi"), Documents.ofSize(1000));
        we.look();
        try (var waiting = Files.list(they.folders.inbox().resolve(".as2/acme/receipts"))) {
            Files.delete(waiting.findFirst().orElseThrow());
        }

        we.later(Duration.ofMinutes(31));
        assertEquals(Map.of("one.edi", "no receipt came within 30 minutes"), we.look());
        we.later(Duration.ofMinutes(5));
        we.look();
        they.look();
        we.look();

        assertEquals(List.of("one.edi", "one.edi.receipt"), we.names("sent"));
        assertEquals(1, they.documents().size());
        assertTrue(they.names("dead").isEmpty());
    }

    @Test
    void a_refusal_comes_asynchronously_too_and_waits_until_it_is_taken() throws Exception {
        we.settings.receipt = ReceiptKind.ASYNCHRONOUS;
        we.settings.receiptUrl = Optional.of(we.url());
        we.settings.encrypt = Optional.empty();
        they.settings.incomingReceiptUrl = Optional.of(we.url());
        we.restart();
        they.restart();
        Files.write(we.folders.outbox().resolve("one.edi"), Documents.ofSize(1000));
        we.look();
        assertEquals(List.of(), they.documents());

        int[] calls = {0};
        they.otherPost = Optional.of((url, headers, body) -> {
            calls[0]++;
            return new Post.Answered(503, new Headers(), new byte[0]);
        });
        they.restart();
        assertEquals(1, they.look().size());
        they.look();
        assertEquals(1, calls[0], "it is left alone for a while");
        they.otherPost = Optional.empty();
        they.restart();
        assertEquals(Map.of(), they.look());

        assertEquals(
                Map.of("one.edi", "the partner has not taken it: processed/error: insufficient-message-security"),
                we.look());
    }
}
