package org.lottrace.edi.as2.internal.incoming;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.edi.as2.internal.cms.ContentCipher;
import org.lottrace.edi.as2.internal.cms.Digest;
import org.lottrace.edi.as2.internal.message.Receipt;
import org.lottrace.edi.as2.internal.peer.Documents;
import org.lottrace.edi.as2.internal.peer.Keys;
import org.lottrace.edi.as2.internal.peer.Node;
import org.lottrace.edi.as2.internal.peer.Sender;
import org.lottrace.edi.as2.internal.peer.Settings;

/** Each door that AS2 products leave open is shut, and whoever comes through it is told why not. */
class RefusalsIT {
    private static final byte[] DOCUMENT = Documents.x12();

    @TempDir
    Path folder;

    private Node node;

    @BeforeEach
    void start() throws Exception {
        node = new Node(folder.resolve("node"), new Settings());
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private Sender sender() throws Exception {
        return new Sender(folder.resolve("sender"), DOCUMENT);
    }

    private void refused(Sender sender, String disposition, String because) throws Exception {
        HttpResponse<byte[]> answer = sender.send(node.url());

        assertEquals(200, answer.statusCode());
        Receipt receipt = sender.receipt(answer, true);
        assertEquals(disposition, receipt.disposition());
        assertEquals(sender.headers.get("Message-ID"), receipt.messageId());
        assertEquals(Optional.empty(), receipt.mic());
        assertTrue(new String(answer.body(), StandardCharsets.US_ASCII).contains(because), new String(answer.body()));
        assertEquals(List.of(), node.documents());
        assertEquals(List.of(), node.leftOver());
    }

    @Test
    void what_is_protected_as_it_should_be_is_taken() throws Exception {
        Sender sender = sender();
        HttpResponse<byte[]> answer = sender.protectedWell().send(node.url());

        assertEquals("processed", sender.receipt(answer, true).disposition());
        assertArrayEquals(DOCUMENT, node.documents().get(0));
    }

    @Test
    void what_another_key_has_signed_is_refused_though_its_certificate_is_inside() throws Exception {
        refused(
                sender().signed(Keys.STRANGERS, Digest.SHA_256).encrypted(Keys.OURS, ContentCipher.AES_256),
                "processed/error: authentication-failed",
                "not signed with a certificate that we have of this partner");
        assertEquals(List.of("partnerLoginFailed acme"), node.audit);
    }

    @Test
    void what_is_not_signed_is_refused() throws Exception {
        refused(
                sender().encrypted(Keys.OURS, ContentCipher.AES_256),
                "processed/error: insufficient-message-security",
                "it is not signed");
    }

    @Test
    void what_is_not_encrypted_is_refused() throws Exception {
        refused(
                sender().signed(Keys.THEIRS, Digest.SHA_256),
                "processed/error: insufficient-message-security",
                "it is not encrypted");
    }

    @Test
    void what_is_neither_is_refused() throws Exception {
        refused(sender(), "processed/error: insufficient-message-security", "it is not signed");
        refused(sender().compressed(), "processed/error: insufficient-message-security", "it is not signed");
    }

    @Test
    void what_is_encrypted_for_somebody_else_is_refused() throws Exception {
        refused(
                sender().signed(Keys.THEIRS, Digest.SHA_256).encrypted(Keys.STRANGERS, ContentCipher.AES_256),
                "processed/error: decryption-failed",
                "not encrypted for the certificate that we gave");
    }

    @Test
    void what_was_changed_behind_its_signature_is_refused() throws Exception {
        node.settings.incomingEncrypted = false;
        node.restart();
        Sender sender = new Sender(folder.resolve("sender"), new byte[10_000]).signed(Keys.THEIRS, Digest.SHA_256);
        refused(sender.changed(8000), "processed/error: integrity-check-failed", "the signature does not fit");
    }

    @Test
    void what_was_changed_in_its_encryption_is_refused() throws Exception {
        Sender sender = new Sender(folder.resolve("sender"), new byte[10_000]).protectedWell();
        refused(sender.changed(8000), "processed/error: integrity-check-failed", "the signature does not fit");
        refused(sender.cutOff(100), "processed/error: decryption-failed", "it cannot be decrypted");
    }

    @Test
    void weak_algorithms_are_refused_until_the_configuration_takes_them() throws Exception {
        refused(
                sender().signed(Keys.THEIRS, Digest.SHA_1).encrypted(Keys.OURS, ContentCipher.AES_128),
                "processed/error: insufficient-message-security",
                "SHA-1, which is too weak");
        refused(
                sender().signed(Keys.THEIRS, Digest.SHA_256).encrypted(Keys.OURS, ContentCipher.TRIPLE_DES),
                "processed/error: insufficient-message-security",
                "3DES, which is too weak");

        node.settings.takesWeak = true;
        node.restart();
        sender().signed(Keys.THEIRS, Digest.SHA_1)
                .encrypted(Keys.OURS, ContentCipher.TRIPLE_DES)
                .send(node.url());

        assertEquals(1, node.documents().size());
    }

    @Test
    void a_digest_that_nobody_should_use_is_refused_as_mic() throws Exception {
        refused(
                sender().protectedWell()
                        .with(
                                "Disposition-Notification-Options",
                                "signed-receipt-protocol=required, pkcs7-signature; signed-receipt-micalg=required, md5"),
                "failed/failure: unsupported MIC-algorithms",
                "ask for sha-256");
    }

    @Test
    void layers_that_come_twice_are_refused() throws Exception {
        refused(
                sender().protectedWell().encrypted(Keys.OURS, ContentCipher.AES_256),
                "failed/failure: unsupported format",
                "encrypted twice");
        refused(
                sender().compressed()
                        .compressed()
                        .signed(Keys.THEIRS, Digest.SHA_256)
                        .encrypted(Keys.OURS, ContentCipher.AES_256),
                "failed/failure: unsupported format",
                "compressed twice");
    }

    @Test
    void an_empty_document_is_refused() throws Exception {
        refused(
                new Sender(folder.resolve("sender"), new byte[0]).protectedWell(),
                "processed/error: unexpected-processing-error",
                "the document is empty");
    }

    @Test
    void a_stranger_is_refused_before_anything_is_read() throws Exception {
        for (Sender sender : List.of(
                sender().protectedWell().with("AS2-From", "STRANGER"),
                sender().protectedWell().with("AS2-To", "lottrace"),
                sender().protectedWell().without("AS2-From"))) {
            HttpResponse<byte[]> answer = sender.send(node.url());

            assertEquals(403, answer.statusCode());
            assertTrue(new String(answer.body()).contains("no partners that are known here"));
        }
        assertEquals(List.of(), node.documents());
        assertTrue(node.audit.contains("partnerLoginFailed STRANGER"), node.audit.toString());
    }

    @Test
    void while_partners_are_not_ready_everybody_is_asked_to_come_again_and_nobody_is_blamed() throws Exception {
        As2Partner wrong = (As2Partner) java.lang.reflect.Proxy.newProxyInstance(
                As2Partner.class.getClassLoader(),
                new Class<?>[] {As2Partner.class},
                (proxy, method, none) -> method.getName().equals("isBetween") ? (Object) true : Optional.empty());
        for (List<As2Partner> partners : List.of(List.<As2Partner>of(), List.of(wrong))) {
            node.servlet.partners(partners);
            HttpResponse<byte[]> answer = sender().protectedWell().send(node.url());

            assertEquals(503, answer.statusCode());
            assertEquals("60", answer.headers().firstValue("Retry-After").orElse(""));
        }
        assertEquals(List.of(), node.audit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<has space@x>"})
    void without_a_message_id_nothing_is_taken(String id) throws Exception {
        Sender sender = sender().protectedWell().without("Message-ID");
        if (!id.isEmpty()) {
            sender.with("Message-ID", id);
        }

        assertEquals(400, sender.send(node.url()).statusCode());
        assertEquals(List.of(), node.documents());
    }

    @Test
    void nobody_makes_us_post_to_an_address_of_his_choice() throws Exception {
        AtomicInteger called = new AtomicInteger();
        com.sun.net.httpserver.HttpServer victim =
                com.sun.net.httpserver.HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        victim.createContext("/", exchange -> {
            called.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        victim.start();
        try {
            String address = "http://127.0.0.1:" + victim.getAddress().getPort() + "/";
            for (Optional<URI> agreed :
                    List.of(Optional.<URI>empty(), Optional.of(URI.create("http://127.0.0.1:9/other")))) {
                node.settings.incomingReceiptUrl = agreed;
                node.restart();
                HttpResponse<byte[]> answer = sender().protectedWell()
                        .with("Receipt-Delivery-Option", address)
                        .send(node.url());

                assertEquals(403, answer.statusCode());
                assertTrue(new String(answer.body()).contains("Receipt-Delivery-Option names another address"));
                node.look();
            }
        } catch (org.lottrace.edi.as2.internal.outgoing.UnreachableException nothingMayBeTried) {
            throw new AssertionError(nothingMayBeTried);
        } finally {
            victim.stop(0);
        }
        assertEquals(0, called.get());
        assertEquals(List.of(), node.documents());
    }

    @Test
    void a_repeat_gets_the_same_receipt_and_is_not_taken_twice() throws Exception {
        Sender sender = sender().protectedWell();
        HttpResponse<byte[]> first = sender.send(node.url());
        HttpResponse<byte[]> second = sender.send(node.url());
        node.restart();
        HttpResponse<byte[]> third = sender.send(node.url());

        assertArrayEquals(first.body(), second.body());
        assertArrayEquals(first.body(), third.body());
        assertEquals(1, node.documents().size());
    }

    @Test
    void another_document_with_an_id_that_was_there_is_refused_and_said_in_the_audit_log() throws Exception {
        Sender first = sender().protectedWell();
        first.send(node.url());
        node.restart();
        Sender second = new Sender(folder.resolve("sender"), Documents.edifact())
                .protectedWell()
                .with("Message-ID", first.headers.get("Message-ID"));
        HttpResponse<byte[]> answer = second.send(node.url());

        Receipt receipt = second.receipt(answer, true);
        assertEquals("processed/error: duplicate-document", receipt.disposition());
        assertTrue(new String(answer.body()).contains("send this one with a new Message-ID"));
        assertEquals(List.of("partnerLogin acme", "partnerLoginFailed acme"), node.audit);
        assertEquals(
                400,
                second.without("Disposition-Notification-To").send(node.url()).statusCode());
        assertEquals(1, node.documents().size());
        assertArrayEquals(DOCUMENT, node.documents().get(0));
    }

    @Test
    void what_somebody_has_captured_and_sends_with_other_ids_is_not_taken_again() throws Exception {
        Sender sender = sender().protectedWell();
        sender.send(node.url());
        node.restart();
        for (int i = 0; i < 3; i++) {
            sender.with("Message-ID", "<captured" + i + "@x>");
            Receipt receipt = sender.receipt(sender.send(node.url()), true);

            assertEquals("processed/warning: duplicate-document", receipt.disposition());
            assertEquals("<captured" + i + "@x>", receipt.messageId());
        }
        assertEquals(1, node.documents().size());
        assertEquals(List.of("partnerLogin acme"), node.audit);
    }

    @Test
    void when_the_lane_is_full_nothing_more_is_taken_until_there_is_room() throws Exception {
        node.settings.quota = 20_000;
        node.restart();
        for (int i = 0; i < 4; i++) {
            new Sender(folder.resolve("sender"), Documents.ofSize(1000 + i))
                    .protectedWell()
                    .send(node.url());
        }
        assertEquals(4, node.documents().size());
        Sender more = new Sender(folder.resolve("sender"), Documents.ofSize(5000)).protectedWell();
        HttpResponse<byte[]> answer = more.send(node.url());

        assertEquals(503, answer.statusCode());
        assertEquals("60", answer.headers().firstValue("Retry-After").orElse(""));
        assertTrue(new String(answer.body()).contains("20000 bytes may lie there at a time"));
        assertEquals(4, node.documents().size());
        assertEquals(List.of(), node.leftOver());
        try (var lane = Files.list(node.folders.inbox().resolve("acme"))) {
            Files.delete(lane.findFirst().orElseThrow());
        }
        assertEquals("processed", more.receipt(more.send(node.url()), true).disposition());
    }

    @Test
    void what_was_refused_may_come_again_with_the_same_id() throws Exception {
        Sender wrong = sender().encrypted(Keys.OURS, ContentCipher.AES_256);
        wrong.send(node.url());
        Sender right = sender().protectedWell().with("Message-ID", wrong.headers.get("Message-ID"));

        assertEquals("processed", right.receipt(right.send(node.url())).disposition());
        assertEquals(1, node.documents().size());
    }

    @Test
    void who_wants_no_receipt_is_told_by_the_status() throws Exception {
        HttpResponse<byte[]> taken =
                sender().protectedWell().without("Disposition-Notification-To").send(node.url());
        HttpResponse<byte[]> refused =
                sender().without("Disposition-Notification-To").send(node.url());

        assertEquals(200, taken.statusCode());
        assertEquals(0, taken.body().length);
        assertEquals(400, refused.statusCode());
        assertTrue(new String(refused.body()).startsWith("Not taken: it is not signed"));
        assertEquals(1, node.documents().size());
    }

    @Test
    void what_is_too_large_is_refused_announced_or_not_and_when_it_grows() throws Exception {
        node.settings.largest = 1024 * 1024;
        node.restart();
        byte[] large = Documents.ofSize(4_000_000);
        HttpResponse<byte[]> announced =
                new Sender(folder.resolve("sender"), large).protectedWell().send(node.url());

        assertEquals(413, announced.statusCode());
        refused(
                new Sender(folder.resolve("sender"), new byte[40_000_000])
                        .signed(Keys.THEIRS, Digest.SHA_256)
                        .compressed()
                        .encrypted(Keys.OURS, ContentCipher.AES_256),
                "processed/error: decompression-failed",
                "more than is taken");
        refused(
                new Sender(folder.resolve("sender"), new byte[1_200_000]).protectedWell(),
                "processed/error: unexpected-processing-error",
                "1048576 are taken");
    }

    @Test
    void a_receipt_that_the_partner_has_not_signed_proves_nothing() throws Exception {
        Sender sender = sender();
        HttpResponse<byte[]> answer = Sender.send(
                node.url(),
                java.util.Map.of(
                        "AS2-From", "PARTNER",
                        "AS2-To", "LOTTRACE",
                        "Message-ID", "<1@x>",
                        "Content-Type", "multipart/report; report-type=disposition-notification; boundary=b"),
                ("--b\r\nContent-Type: message/disposition-notification\r\n\r\nOriginal-Message-ID: <1@lottrace>\r\n"
                                + "Disposition: automatic-action/MDN-sent-automatically; processed\r\n\r\n--b--\r\n")
                        .getBytes(StandardCharsets.US_ASCII));

        assertEquals(403, answer.statusCode());
        assertTrue(new String(answer.body()).contains("receipt is not signed"));
        assertEquals("PARTNER", sender.headers.get("AS2-From"));
    }
}
