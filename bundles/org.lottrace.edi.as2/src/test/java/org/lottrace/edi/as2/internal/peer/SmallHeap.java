package org.lottrace.edi.as2.internal.peer;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.lottrace.edi.as2.internal.partner.PartnerSettings.Compression;

/** A program with little memory: sends a large document from one LotTrace to another, both in this process. */
public final class SmallHeap {
    private static final int PIECES = 50;
    private static final int MEGABYTE = 1024 * 1024;

    private SmallHeap() {}

    /** Ends with 0 when the document has come as it was. */
    public static void main(String[] folders) throws Exception {
        Path folder = Path.of(folders[0]);
        Settings our = new Settings();
        our.compression = Compression.AFTER_SIGNING;
        our.largest = (PIECES + 1L) * MEGABYTE;
        Settings their = Settings.ofPartner();
        their.largest = our.largest;
        boolean isSame;
        try (Node we = new Node(folder.resolve("we"), our);
                Node they = new Node(folder.resolve("they"), their)) {
            our.url = Optional.of(they.url());
            we.restart();
            Path document = folder.resolve("document");
            Random random = new Random(3);
            byte[] piece = new byte[MEGABYTE];
            try (OutputStream bytes = Files.newOutputStream(document)) {
                bytes.write("FOR:ZZ:ACME ".getBytes(StandardCharsets.US_ASCII));
                for (int i = 0; i < PIECES; i++) {
                    random.nextBytes(piece);
                    bytes.write(piece);
                }
            }
            Files.copy(document, we.folders.outbox().resolve("large.edi"));
            Map<String, String> problems = we.look();
            try (Stream<Path> taken = Files.list(they.folders.inbox().resolve("acme"))) {
                isSame = problems.isEmpty()
                        && Files.mismatch(document, taken.findFirst().orElseThrow()) < 0;
            }
        }
        System.exit(isSame ? 0 : 1);
    }
}
