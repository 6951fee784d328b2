package org.lottrace.edi.as2.internal.incoming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.edi.as2.internal.cms.ContentCipher;
import org.lottrace.edi.as2.internal.cms.Digest;
import org.lottrace.edi.as2.internal.peer.Documents;
import org.lottrace.edi.as2.internal.peer.HostileSignatures;
import org.lottrace.edi.as2.internal.peer.Keys;
import org.lottrace.edi.as2.internal.peer.Node;
import org.lottrace.edi.as2.internal.peer.Sender;
import org.lottrace.edi.as2.internal.peer.Settings;

/** Whoever knows the names of two partners may send anything: it is answered, costs little, and what comes next is taken. */
class HostileBodiesIT {
    private static final String ENVELOPED = "application/pkcs7-mime; smime-type=enveloped-data";
    private static final String COMPRESSED = "application/pkcs7-mime; smime-type=compressed-data";
    private static final String SIGNED = "multipart/signed; boundary=b";
    private static final int MEGABYTE = 1024 * 1024;

    @TempDir
    static Path folder;

    private static Node node;

    @BeforeAll
    static void start() throws Exception {
        node = new Node(folder.resolve("node"), new Settings());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void is_refused_and_told(String what, String type, byte[] body) throws Exception {
        Map<String, String> headers = new HashMap<>(Map.of(
                "AS2-From",
                "PARTNER",
                "AS2-To",
                "LOTTRACE",
                "Message-ID",
                "<" + what.hashCode() + "@hostile>",
                "Content-Type",
                type));
        HttpResponse<byte[]> told = Sender.send(node.url(), headers, body);
        headers.put("Disposition-Notification-To", "x@example.com");
        HttpResponse<byte[]> receipt = Sender.send(node.url(), headers, body);

        assertEquals(400, told.statusCode(), new String(told.body()));
        assertTrue(new String(told.body()).startsWith("Not taken: "), new String(told.body()));
        assertEquals(200, receipt.statusCode());
        assertTrue(new Sender(folder.resolve("sender"), body)
                .receipt(receipt)
                .disposition()
                .matches("(processed/error|failed/failure): .+"));
        assertEquals(List.of(), node.leftOver());
    }

    static Stream<Arguments> bodies() throws Exception {
        List<Arguments> bodies = new ArrayList<>();
        for (String type : List.of(ENVELOPED, COMPRESSED, SIGNED, "text/plain", "no type at all")) {
            bodies.add(arguments("nothing as " + type, type, new byte[0]));
            bodies.add(arguments("six bytes as " + type, type, "\r\n\r\nab".getBytes(StandardCharsets.US_ASCII)));
            bodies.add(arguments("noise as " + type, type, Documents.ofSize(100_000)));
        }
        for (String type : List.of(ENVELOPED, COMPRESSED)) {
            bodies.add(arguments("six bytes that claim two gigabytes as " + type, type, hex("30847fffffff")));
            bodies.add(arguments("six bytes of a huge string as " + type, type, hex("04847fffffff")));
            bodies.add(arguments("a length of five bytes as " + type, type, hex("3085ffffffffff00")));
            bodies.add(arguments("a length below zero as " + type, type, hex("3084ffffffff0202")));
            bodies.add(arguments("depth without end as " + type, type, repeated("3080", 200_000)));
            bodies.add(arguments("ends without beginning as " + type, type, new byte[1000]));
            bodies.add(arguments("a tag without end as " + type, type, repeated("ff", 1000)));
            bodies.add(arguments("megabytes in front of the content as " + type, type, heads()));
            bodies.add(arguments("a huge recipient as " + type, type, recipient()));
            byte[] right = type.equals(ENVELOPED)
                    ? bytes(new Sender(folder.resolve("sender"), Documents.x12()).protectedWell())
                    : bytes(new Sender(folder.resolve("sender"), Documents.x12()).compressed());
            for (int length : new int[] {1, 10, 50, right.length / 2, right.length - 40}) {
                bodies.add(arguments(length + " bytes of a good one as " + type, type, Arrays.copyOf(right, length)));
            }
        }
        bodies.add(arguments("no last boundary", SIGNED, text("--b\r\n\r\nx\r\n--b\r\n\r\ny")));
        bodies.add(arguments("one part", SIGNED, text("--b\r\n\r\nx\r\n--b--\r\n")));
        bodies.add(arguments("three parts", SIGNED, text("--b\r\n\r\nx\r\n--b\r\n\r\ny\r\n--b\r\n\r\nz\r\n--b--\r\n")));
        bodies.add(arguments("a hundred thousand parts", SIGNED, text("--b\r\n\r\n".repeat(100_000) + "--b--")));
        bodies.add(arguments("a signature of six bytes", SIGNED, signed(hex("30847fffffff"))));
        bodies.add(arguments("a signature that is nested", SIGNED, signed(repeated("3080", 100_000))));
        bodies.add(arguments("a signature of a megabyte", SIGNED, signed(new byte[MEGABYTE])));
        bodies.add(arguments("a signature that is none", SIGNED, signed(hex("3003020101"))));
        bodies.add(arguments("a part with headers of megabytes", SIGNED, text("--b\r\n" + "X: y\r\n".repeat(500_000))));
        bodies.add(arguments("a part with one long header", SIGNED, text("--b\r\nX: " + "y".repeat(3 * MEGABYTE))));
        bodies.add(
                arguments("a boundary that is too long", "multipart/signed; boundary=" + "b".repeat(400), text("--b")));
        bodies.add(arguments("no boundary", "multipart/signed", text("--b")));
        bodies.add(arguments("quotes without end", "multipart/signed; boundary=\"" + "\\".repeat(1000), text("--b")));
        bodies.add(arguments("nested multiparts", "multipart/mixed; boundary=b0", nested()));
        return bodies.stream();
    }

    @ParameterizedTest
    @CsvSource({
        "1500000000, it is signed with another algorithm than RSA",
        "33, it is signed with another algorithm than RSA",
        "-1, it is signed with another algorithm than RSA",
        "32, the signature does not fit the content"
    })
    void a_salt_that_is_longer_than_the_digest_is_refused_before_room_is_made_for_it(long salt, String because)
            throws Exception {
        assertTrue(told(HostileSignatures.salted(salt)).startsWith("Not taken: " + because));
    }

    @Test
    void a_signature_with_another_digest_than_the_content_is_refused() throws Exception {
        assertTrue(told(HostileSignatures.ofTwoDigests()).contains("the same for content and signature"));
    }

    @ParameterizedTest
    @CsvSource({
        "18000, a set has more than 50 elements",
        "49, a set has more than 50 elements",
        "48, the signature does not fit the content"
    })
    void more_than_fifty_signed_attributes_are_refused_before_they_are_sorted(int more, String because)
            throws Exception {
        long start = System.nanoTime();
        String told = told(HostileSignatures.withAttributes(more));

        assertTrue(told.contains(because), told);
        assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(10), "it takes no time");
    }

    private static String told(byte[] signature) throws Exception {
        Map<String, String> headers = Map.of(
                "AS2-From",
                "PARTNER",
                "AS2-To",
                "LOTTRACE",
                "Message-ID",
                "<signature@hostile>",
                "Content-Type",
                SIGNED);
        HttpResponse<byte[]> answer = Sender.send(node.url(), headers, HostileSignatures.multipart(signature));

        assertEquals(400, answer.statusCode());
        return new String(answer.body(), StandardCharsets.US_ASCII);
    }

    private static byte[] heads() {
        // SEQUENCE, OID, [0], SEQUENCE, INTEGER, SET without end: a million recipients
        return concat(hex("308006092a864886f70d010703a08030800201003180"), repeated("30020500", MEGABYTE));
    }

    private static byte[] recipient() {
        return concat(hex("308006092a864886f70d010703a080308002010031800484004c4b40"), new byte[100]);
    }

    private static byte[] signed(byte[] signature) {
        return concat(
                text("--b\r\n\r\nx\r\n--b\r\nContent-Type: application/pkcs7-signature\r\n\r\n"),
                signature,
                text("\r\n--b--\r\n"));
    }

    private static byte[] nested() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append("--b")
                    .append(i)
                    .append("\r\nContent-Type: multipart/mixed; boundary=b")
                    .append(i + 1)
                    .append("\r\n\r\n");
        }
        return text(text.toString());
    }

    private static byte[] bytes(Sender sender) throws Exception {
        return sender.body();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static byte[] repeated(String digits, int times) {
        return hex(String.join("", Collections.nCopies(times, digits)));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] concat(byte[]... parts) {
        byte[] whole =
                new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }

    @Test
    void a_message_that_was_changed_anywhere_is_never_taken_as_another_and_ends_nothing() throws Exception {
        byte[] document = Documents.x12();
        Sender sender = new Sender(folder.resolve("changes"), document).protectedWell();
        byte[] right = sender.body();
        Random random = new Random(1);
        for (int i = 0; i < 150; i++) {
            byte[] wrong = right.clone();
            for (int j = 0; j <= i % 3; j++) {
                wrong[random.nextInt(i % 2 == 0 ? 200 : wrong.length)] = (byte) random.nextInt(256);
            }
            Map<String, String> headers = new HashMap<>(sender.headers);
            headers.put("Content-Type", ENVELOPED);
            headers.put("Message-ID", "<" + i + "@changed>");

            assertEquals(200, Sender.send(node.url(), headers, wrong).statusCode());
        }
        for (byte[] taken : node.documents()) {
            assertTrue(Arrays.equals(document, taken), "what was taken is what was signed");
        }
        assertTrue(sender.receipt(sender.send(node.url())).isProcessed());
    }

    @Test
    void forty_megabytes_of_zeros_in_forty_kilobytes_are_not_unpacked() throws Exception {
        Sender bomb = new Sender(folder.resolve("bomb"), new byte[40 * MEGABYTE])
                .compressed()
                .signed(Keys.THEIRS, Digest.SHA_256)
                .encrypted(Keys.OURS, ContentCipher.AES_256);

        assertEquals(
                "processed/error: decompression-failed",
                bomb.receipt(bomb.send(node.url())).disposition());
        assertEquals(List.of(), node.leftOver());
    }

    @Test
    void headers_of_megabytes_are_refused_by_the_server() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", node.url().getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream to = socket.getOutputStream();
            to.write(text("POST /lottrace-as2 HTTP/1.1\r\nHost: x\r\nAS2-From: PARTNER\r\nAS2-To: LOTTRACE\r\nX: "));
            try {
                for (int i = 0; i < 100; i++) {
                    to.write(text("y".repeat(MEGABYTE / 20)));
                }
            } catch (java.net.SocketException closedMeanwhile) {
                return;
            }
            InputStream answer = socket.getInputStream();
            assertEquals("HTTP/1.1 431", new String(answer.readNBytes(12), StandardCharsets.US_ASCII));
        }
    }

    @Test
    void who_goes_before_the_end_leaves_nothing_behind() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", node.url().getPort())) {
            socket.getOutputStream()
                    .write(
                            text(
                                    "POST /lottrace-as2 HTTP/1.1\r\nHost: x\r\nAS2-From: PARTNER\r\nAS2-To: LOTTRACE\r\n"
                                            + "Message-ID: <gone@x>\r\nContent-Type: text/plain\r\nContent-Length: 1000000\r\n\r\nabc"));
            socket.shutdownOutput();
            assertEquals("HTTP/1.1 400", new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII));
        }
        assertEquals(List.of(), node.leftOver());
    }

    @Test
    void who_keeps_all_places_of_an_address_busy_keeps_out_no_other_address_and_his_own_only_for_so_long()
            throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                Socket socket = new Socket("127.0.0.1", node.url().getPort());
                slow.add(socket);
                socket.getOutputStream()
                        .write(
                                text(
                                        "POST /lottrace-as2 HTTP/1.1\r\nHost: x\r\nAS2-From: PARTNER\r\nAS2-To: LOTTRACE\r\n"
                                                + "Message-ID: <slow@x>\r\nContent-Type: text/plain\r\nContent-Length: 1000\r\n\r\nabc"));
            }
            Sender sender = new Sender(folder.resolve("busy"), Documents.x12()).protectedWell();
            HttpResponse<byte[]> answer = sender.send(node.url());
            for (int i = 0; i < 100 && answer.statusCode() != 503; i++) {
                answer = sender.send(node.url());
            }
            assertEquals(503, answer.statusCode());
            assertEquals("60", answer.headers().firstValue("Retry-After").orElse(""));
            try (Socket other = new Socket()) {
                other.bind(new InetSocketAddress("127.0.0.2", 0));
                other.connect(new InetSocketAddress("127.0.0.1", node.url().getPort()));
                other.getOutputStream()
                        .write(text(
                                "POST /lottrace-as2 HTTP/1.1\r\nHost: x\r\nAS2-From: PARTNER\r\nAS2-To: LOTTRACE\r\n"
                                        + "Content-Length: 0\r\n\r\n"));
                assertEquals(
                        "HTTP/1.1 400", new String(other.getInputStream().readNBytes(12), StandardCharsets.US_ASCII));
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        Sender sender = new Sender(folder.resolve("busy"), Documents.x12()).protectedWell();
        HttpResponse<byte[]> answer = sender.send(node.url());
        for (int i = 0; i < 100 && answer.statusCode() != 200; i++) {
            Thread.sleep(20);
            answer = sender.send(node.url());
        }
        assertEquals("processed", sender.receipt(answer).disposition());
    }
}
