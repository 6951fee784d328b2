package org.lottrace.edi.as2.internal.incoming;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.edi.as2.internal.cms.ContentCipher;
import org.lottrace.edi.as2.internal.cms.Digest;
import org.lottrace.edi.as2.internal.mime.Headers;
import org.lottrace.edi.as2.internal.outgoing.Post;
import org.lottrace.edi.as2.internal.peer.Documents;
import org.lottrace.edi.as2.internal.peer.Keys;
import org.lottrace.edi.as2.internal.peer.Node;
import org.lottrace.edi.as2.internal.peer.Sender;
import org.lottrace.edi.as2.internal.peer.Settings;

/** The partner signs, encrypts and checks with openssl: not a line of it is ours. */
class OpenSslIT {
    private static final byte[] DOCUMENT = Documents.ofSize(20_000);

    @TempDir
    Path folder;

    private Optional<Node> started = Optional.empty();
    private Node node;

    @BeforeEach
    void start() throws Exception {
        Assumptions.assumeTrue(isThere(), "there is no openssl");
        node = new Node(folder.resolve("node"), new Settings());
        started = Optional.of(node);
        node.settings.takesWeak = true;
        node.restart();
        Keys.keyFile(Keys.THEIRS, folder.resolve("their.key"));
        Keys.certificateFile(Keys.THEIRS, folder.resolve("their.crt"));
        Keys.certificateFile(Keys.OURS, folder.resolve("our.crt"));
    }

    @AfterEach
    void stop() {
        started.ifPresent(Node::close);
    }

    private static boolean isThere() throws InterruptedException {
        try {
            return new ProcessBuilder("openssl", "version").start().waitFor() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    private void openssl(String... words) throws Exception {
        String[] command = new String[words.length + 1];
        command[0] = "openssl";
        System.arraycopy(words, 0, command, 1, words.length);
        Path output = folder.resolve("openssl.out");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), () -> {
            try {
                return List.of(command) + ": " + Files.readString(output);
            } catch (IOException e) {
                return e.toString();
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"sha256,aes-256-cbc", "sha1,des3", "sha512,aes-128-cbc", "sha384,aes-192-cbc"})
    void what_openssl_signs_and_encrypts_is_taken_and_it_verifies_our_receipt(String digest, String cipher)
            throws Exception {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(ascii("Content-Type: application/edi-x12\r\nContent-Transfer-Encoding: binary\r\n\r\n"));
        content.write(DOCUMENT);
        Files.write(folder.resolve("content"), content.toByteArray());
        openssl(
                "cms",
                "-sign",
                "-binary",
                "-md",
                digest,
                "-in",
                "content",
                "-signer",
                "their.crt",
                "-inkey",
                "their.key",
                "-outform",
                "DER",
                "-out",
                "signature");
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.write(ascii("Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; micalg=" + digest
                + "; boundary=\"xyz\"\r\n\r\n--xyz\r\n"));
        signed.write(content.toByteArray());
        signed.write(ascii("\r\n--xyz\r\nContent-Type: application/pkcs7-signature\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n"));
        signed.write(Base64.getMimeEncoder().encode(Files.readAllBytes(folder.resolve("signature"))));
        signed.write(ascii("\r\n--xyz--\r\n"));
        Files.write(folder.resolve("signed"), signed.toByteArray());
        openssl(
                "cms",
                "-encrypt",
                "-binary",
                "-" + cipher,
                "-in",
                "signed",
                "-outform",
                "DER",
                "-out",
                "encrypted",
                "our.crt");

        HttpResponse<byte[]> answer = Sender.send(
                node.url(),
                Map.of(
                        "AS2-From", "PARTNER",
                        "AS2-To", "LOTTRACE",
                        "Message-ID", "<1@openssl>",
                        "Content-Type", "application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m",
                        "Disposition-Notification-To", "edi@partner.example",
                        "Disposition-Notification-Options",
                                "signed-receipt-protocol=required, pkcs7-signature; signed-receipt-micalg=required, sha256"),
                Files.readAllBytes(folder.resolve("encrypted")));

        assertEquals(200, answer.statusCode());
        assertArrayEquals(DOCUMENT, node.documents().get(0));
        Path receipt = Files.write(
                folder.resolve("receipt"),
                concat(
                        ascii("Content-Type: "
                                + answer.headers().firstValue("Content-Type").orElseThrow() + "\r\n\r\n"),
                        answer.body()));
        openssl(
                "cms",
                "-verify",
                "-in",
                receipt.toString(),
                "-CAfile",
                "our.crt",
                "-certfile",
                "our.crt",
                "-nointern",
                "-purpose",
                "any",
                "-out",
                "report");
        String report = Files.readString(folder.resolve("report"), StandardCharsets.ISO_8859_1);
        assertTrue(report.contains("Disposition: automatic-action/MDN-sent-automatically; processed\r\n"), report);
        assertTrue(report.contains("Original-Message-ID: <1@openssl>"), report);
        String mic = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(content.toByteArray()));
        assertTrue(report.contains("Received-Content-MIC: " + mic + ", sha256"), report);
    }

    @Test
    void openssl_decrypts_and_verifies_what_we_send_and_its_receipt_convinces_us() throws Exception {
        for (ContentCipher cipher : ContentCipher.values()) {
            for (Digest digest : List.of(Digest.SHA_1, Digest.SHA_256)) {
                node.settings.encrypt = Optional.of(cipher);
                node.settings.sign = Optional.of(digest);
                node.settings.url = Optional.of(node.url());
                node.otherPost = Optional.of((url, headers, body) -> {
                    try {
                        return openSslPartner(headers, body.bytes(1_000_000, "it"), digest);
                    } catch (IOException | RuntimeException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new IOException(e);
                    }
                });
                node.restart();
                String name = cipher.word() + digest.word() + ".edi";
                Files.write(node.folders.outbox().resolve(name), DOCUMENT);

                assertEquals(Map.of(), node.look());
                assertTrue(node.names("sent").contains(name + ".receipt"), name);
            }
        }
    }

    private Post.Answered openSslPartner(Map<String, String> headers, byte[] body, Digest digest) throws Exception {
        Files.write(folder.resolve("in"), body);
        openssl(
                "cms",
                "-decrypt",
                "-binary",
                "-inform",
                "DER",
                "-in",
                "in",
                "-recip",
                "their.crt",
                "-inkey",
                "their.key",
                "-out",
                "in.signed");
        byte[] signed = Files.readAllBytes(folder.resolve("in.signed"));
        String text = new String(signed, StandardCharsets.ISO_8859_1);
        String boundary = "\r\n--" + text.replaceAll("(?s).*?boundary=\"([^\"]+)\".*", "$1");
        int first = text.indexOf(boundary) + boundary.length() + 2;
        int second = text.indexOf(boundary, first);
        Files.write(folder.resolve("in.content"), Arrays.copyOfRange(signed, first, second));
        String signature = text.substring(text.indexOf("\r\n\r\n", second), text.indexOf(boundary, second + 1));
        Files.write(folder.resolve("in.signature"), Base64.getMimeDecoder().decode(signature.strip()));
        openssl(
                "cms",
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-in",
                "in.signature",
                "-content",
                "in.content",
                "-CAfile",
                "our.crt",
                "-certfile",
                "our.crt",
                "-nointern",
                "-purpose",
                "any",
                "-out",
                "in.verified");
        byte[] content = Files.readAllBytes(folder.resolve("in.verified"));
        String verified = new String(content, StandardCharsets.ISO_8859_1);
        assertArrayEquals(DOCUMENT, Arrays.copyOfRange(content, verified.indexOf("\r\n\r\n") + 4, content.length));
        String mic = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance(digest.word()).digest(content));
        Files.write(
                folder.resolve("mdn"),
                ascii("Content-Type: multipart/report; report-type=disposition-notification; boundary=r\r\n\r\n"
                        + "--r\r\nContent-Type: text/plain\r\n\r\nok\r\n"
                        + "--r\r\nContent-Type: message/disposition-notification\r\n\r\n"
                        + "Reporting-UA: openssl\r\nOriginal-Message-ID: " + headers.get("Message-ID")
                        + "\r\nDisposition: automatic-action/MDN-sent-automatically; processed\r\n"
                        + "Received-Content-MIC: " + mic + ", " + digest.word() + "\r\n\r\n--r--\r\n"));
        openssl(
                "cms",
                "-sign",
                "-binary",
                "-md",
                "sha256",
                "-in",
                "mdn",
                "-signer",
                "their.crt",
                "-inkey",
                "their.key",
                "-outform",
                "DER",
                "-out",
                "mdn.signature");
        Map<String, String> answer = new HashMap<>();
        answer.put(
                "content-type",
                "multipart/signed; boundary=s; protocol=\"application/pkcs7-signature\"; micalg=sha256");
        return new Post.Answered(
                200,
                new Headers(answer),
                concat(
                        ascii("--s\r\n"),
                        Files.readAllBytes(folder.resolve("mdn")),
                        ascii("\r\n--s\r\nContent-Type: application/pkcs7-signature\r\n\r\n"),
                        Files.readAllBytes(folder.resolve("mdn.signature")),
                        ascii("\r\n--s--\r\n")));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
