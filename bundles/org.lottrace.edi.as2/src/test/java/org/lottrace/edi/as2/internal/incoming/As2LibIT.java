package org.lottrace.edi.as2.internal.incoming;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.edi.as2.internal.cms.ContentCipher;
import org.lottrace.edi.as2.internal.cms.Digest;
import org.lottrace.edi.as2.internal.message.Receipt;
import org.lottrace.edi.as2.internal.message.Unwrapped;
import org.lottrace.edi.as2.internal.message.Unwrapping;
import org.lottrace.edi.as2.internal.message.WorkFiles;
import org.lottrace.edi.as2.internal.mime.Entity;
import org.lottrace.edi.as2.internal.mime.Headers;
import org.lottrace.edi.as2.internal.mime.Slice;
import org.lottrace.edi.as2.internal.partner.PartnerSettings.Compression;
import org.lottrace.edi.as2.internal.partner.PartnerSettings.ReceiptKind;
import org.lottrace.edi.as2.internal.peer.As2Lib;
import org.lottrace.edi.as2.internal.peer.Documents;
import org.lottrace.edi.as2.internal.peer.Keys;
import org.lottrace.edi.as2.internal.peer.MatrixRow;
import org.lottrace.edi.as2.internal.peer.MatrixRow.Wanted;
import org.lottrace.edi.as2.internal.peer.Node;
import org.lottrace.edi.as2.internal.peer.Settings;

/** To and from as2-lib, in every way. */
class As2LibIT {
    /** 50 megabytes with {@code -Dit.whole=true}; the same size goes from one LotTrace to another in every build. */
    private static final int LARGE = Boolean.getBoolean("it.whole") ? 50_000_000 : 10_000_000;

    @TempDir
    static Path folder;

    private static Node node;
    private static As2Lib partner;
    private static HttpServer receipts;
    private static final List<Receipt> RECEIVED = new CopyOnWriteArrayList<>();
    private static int number;

    @BeforeAll
    static void start() throws Exception {
        node = new Node(folder, new Settings());
        partner = new As2Lib();
        receipts = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        receipts.createContext("/", exchange -> {
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
            try (WorkFiles work = new WorkFiles(folder.resolve("receipts"))) {
                Path file = work.next();
                Files.write(file, exchange.getRequestBody().readAllBytes());
                Unwrapped unwrapped = new Unwrapping(Keys.THEIRS, List.of(Keys.OURS.certificate()), true, 1_000_000)
                        .unwrap(new Entity(new Headers(headers), Slice.of(file), Slice.of(file)), work);
                RECEIVED.add(Receipt.read(unwrapped.content()));
                exchange.sendResponseHeaders(unwrapped.isSigned() ? 200 : 500, -1);
            }
            exchange.close();
        });
        receipts.start();
    }

    @AfterAll
    static void stop() throws Exception {
        node.close();
        partner.close();
        receipts.stop(0);
    }

    static Stream<MatrixRow> rows() {
        return MatrixRow.rows().stream();
    }

    private static URI receiptsAt() {
        return URI.create("http://127.0.0.1:" + receipts.getAddress().getPort() + "/");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void what_it_sends_is_taken_byte_by_byte_and_our_receipt_convinces_it(MatrixRow row) throws Exception {
        node.settings.takesWeak = true;
        node.settings.incomingSigned = row.sign().isPresent();
        node.settings.incomingEncrypted = row.encrypt().isPresent();
        node.settings.incomingReceiptUrl = Optional.of(receiptsAt());
        node.restart();
        int before = node.documents().size();
        RECEIVED.clear();
        byte[] document = numbered(row.document().bytes(), before);

        String said = partner.send(
                document, node.url(), row.sign(), row.encrypt(), row.isCompressed(), row.receipt(), receiptsAt());

        assertEquals(before + 1, node.documents().size());
        assertEquals(
                1,
                node.documents().stream()
                        .filter(one -> java.util.Arrays.equals(one, document))
                        .limit(1)
                        .count());
        if (row.receipt() == Wanted.NONE) {
            assertEquals("wants none", said);
            assertEquals(List.of(), RECEIVED);
        } else if (row.isLater()) {
            assertEquals("waits", said);
            node.settings.url = Optional.empty();
            assertEquals(Map.of(), node.look());
            assertEquals(1, RECEIVED.size());
            assertEquals("processed", RECEIVED.get(0).disposition());
        } else {
            assertEquals("automatic-action/MDN-sent-automatically; processed, MIC matches", said);
        }
    }

    /** The same signed within the same second has the same signature, and is a repeat. */
    private static byte[] numbered(byte[] document, int number) {
        byte[] other = java.util.Arrays.copyOf(document, document.length + 1);
        other[document.length] = (byte) number;
        return other;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void what_we_send_it_takes_byte_by_byte_and_its_receipt_convinces_us(MatrixRow row) throws Exception {
        node.settings.takesWeak = true;
        node.settings.url = Optional.of(partner.url());
        node.settings.sign = row.sign();
        node.settings.encrypt = row.encrypt();
        node.settings.compression = row.isCompressed() ? Compression.AFTER_SIGNING : Compression.NONE;
        node.settings.receipt = ReceiptKind.valueOf(row.receipt().name());
        node.settings.receiptUrl = row.isLater() ? Optional.of(node.url()) : Optional.empty();
        node.restart();
        number++;
        String name = number + ".edi";
        byte[] document = document(row);
        Files.write(node.folders.outbox().resolve(name), document);
        partner.documents.clear();
        partner.isProtected = row.sign().isPresent() || row.encrypt().isPresent() || row.isCompressed();

        Map<String, String> problems = node.look();
        for (int i = 0; i < 100 && row.isLater() && !Files.exists(node.own().resolve("sent/" + name)); i++) {
            Thread.sleep(20);
            problems = node.look();
        }

        assertEquals(Map.of(), problems);
        assertArrayEquals(document, partner.documents.get(0));
        assertEquals(1, partner.documents.size());
        assertTrue(Files.exists(node.own().resolve("sent/" + name)));
        Path receipt = node.own().resolve("sent/" + name + ".receipt");
        assertEquals(row.receipt() != Wanted.NONE, Files.exists(receipt) && Files.size(receipt) > 0);
    }

    /** The outbox knows only files of these tests' own kind. */
    private static byte[] document(MatrixRow row) {
        byte[] document = row.document().bytes();
        byte[] beginning = "FOR:ZZ:ACME ".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] whole = java.util.Arrays.copyOf(beginning, beginning.length + document.length);
        System.arraycopy(document, 0, whole, beginning.length, document.length);
        return whole;
    }

    @Test
    void a_large_document_goes_and_comes() throws Exception {
        node.settings.largest = 60L * 1024 * 1024;
        node.settings.incomingSigned = true;
        node.settings.incomingEncrypted = true;
        node.settings.sign = Optional.of(Digest.SHA_256);
        node.settings.encrypt = Optional.of(ContentCipher.AES_256);
        node.settings.compression = Compression.NONE;
        node.settings.receipt = ReceiptKind.SYNCHRONOUS;
        node.settings.receiptUrl = Optional.empty();
        node.settings.url = Optional.of(partner.url());
        node.restart();
        byte[] document = Documents.ofSize(LARGE);

        assertEquals(
                "automatic-action/MDN-sent-automatically; processed, MIC matches",
                partner.send(
                        document,
                        node.url(),
                        Optional.of(Digest.SHA_256),
                        Optional.of(ContentCipher.AES_256),
                        false,
                        Wanted.SYNCHRONOUS,
                        receiptsAt()));
        Path taken;
        try (Stream<Path> files = Files.list(node.folders.inbox().resolve("acme"))) {
            taken = files.filter(file -> file.toFile().length() == LARGE)
                    .findFirst()
                    .orElseThrow();
        }
        assertArrayEquals(document, Files.readAllBytes(taken));
        Files.delete(taken);

        partner.documents.clear();
        partner.isProtected = true;
        Files.write(node.folders.outbox().resolve("large.edi"), document);
        assertEquals(Map.of(), node.look());
        assertArrayEquals(document, partner.documents.get(0));
    }
}
