package org.lottrace.edi.as2.internal.outgoing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lottrace.edi.as2.internal.cms.Digest;
import org.lottrace.edi.as2.internal.peer.Documents;
import org.lottrace.edi.as2.internal.peer.Keys;
import org.lottrace.edi.as2.internal.peer.Node;
import org.lottrace.edi.as2.internal.peer.Sender;
import org.lottrace.edi.as2.internal.peer.Settings;

/** Documents and receipts to a partner do not wait for each other. */
class LooksIT {
    private static final String NOWHERE = "http://127.0.0.1:1/";

    @TempDir
    Path folder;

    private Node we;
    private Node they;

    @BeforeEach
    void start() throws Exception {
        we = new Node(folder.resolve("we"), new Settings());
        they = new Node(folder.resolve("they"), Settings.ofPartner());
        we.settings.url = Optional.of(they.url());
        we.settings.incomingReceiptUrl = Optional.of(URI.create(NOWHERE));
        we.restart();
    }

    @AfterEach
    void stop() {
        we.close();
        they.close();
    }

    private HttpResponse<byte[]> junk(int number) throws Exception {
        return Sender.send(
                we.url(),
                Map.of(
                        "AS2-From",
                        "PARTNER",
                        "AS2-To",
                        "LOTTRACE",
                        "Message-ID",
                        "<" + number + "@x>",
                        "Disposition-Notification-To",
                        "x",
                        "Receipt-Delivery-Option",
                        NOWHERE),
                "junk".getBytes(StandardCharsets.US_ASCII));
    }

    private Path receipts() {
        return we.folders.inbox().resolve(".as2/acme/receipts");
    }

    private int waiting() throws Exception {
        try (Stream<Path> files = Files.list(receipts())) {
            return (int) files.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void receipts_that_cannot_be_delivered_do_not_stop_documents() throws Exception {
        assertEquals(200, junk(1).statusCode());
        we.looks().look();
        for (int i = 0; i < 3; i++) {
            Files.write(we.folders.outbox().resolve(i + ".edi"), Documents.ofSize(1000 + i));
            we.later(Duration.ofSeconds(15));

            assertEquals(Duration.ofSeconds(15), we.looks().look());
            assertEquals(i + 1, they.documents().size());
            assertTrue(we.looks().error().orElseThrow().contains("127.0.0.1:1 cannot be reached"));
        }
    }

    @Test
    void documents_that_cannot_be_delivered_do_not_stop_receipts() throws Exception {
        we.settings.url = Optional.of(URI.create(NOWHERE));
        we.settings.incomingReceiptUrl = Optional.of(they.url());
        we.restart();
        Files.write(we.folders.outbox().resolve("one.edi"), Documents.ofSize(1000));
        for (int i = 0; i < 3; i++) {
            we.looks().look();
            new Sender(folder.resolve("sender"), Documents.ofSize(1000 + i))
                    .protectedWell()
                    .with("Receipt-Delivery-Option", they.url().toString())
                    .send(we.url());
            assertEquals(1, waiting());
            we.later(Duration.ofSeconds(15));
            we.looks().look();

            assertEquals(0, waiting());
            assertTrue(we.looks().error().orElseThrow().contains("127.0.0.1:1 cannot be reached"));
        }
    }

    @Test
    void of_refusals_of_what_proves_nothing_few_wait_and_who_proves_something_is_told() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertEquals(200, junk(i).statusCode());
        }
        HttpResponse<byte[]> more = junk(20);
        assertEquals(400, more.statusCode());
        assertTrue(new String(more.body(), StandardCharsets.US_ASCII).startsWith("Not taken: it is not signed"));
        assertEquals(20, waiting());

        Sender partner = new Sender(folder.resolve("sender"), Documents.x12())
                .signed(Keys.THEIRS, Digest.SHA_256)
                .with("Receipt-Delivery-Option", NOWHERE);
        assertEquals(200, partner.send(we.url()).statusCode());
        assertEquals(21, waiting());
    }

    @Test
    void receipts_that_nobody_tries_any_more_are_deleted_after_a_month() throws Exception {
        Path dead = Files.createDirectories(receipts().resolve("dead"));
        Path old = Files.writeString(dead.resolve("old"), "x");
        Files.setLastModifiedTime(old, FileTime.from(Keys.NOW.minus(Duration.ofDays(31))));
        Path young = Files.writeString(dead.resolve("young"), "x");
        Files.setLastModifiedTime(young, FileTime.from(Keys.NOW.minus(Duration.ofDays(29))));
        we.restart();

        assertTrue(Files.notExists(old));
        assertTrue(Files.exists(young));
    }
}
