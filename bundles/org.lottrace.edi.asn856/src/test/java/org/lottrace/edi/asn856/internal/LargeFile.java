package org.lottrace.edi.asn856.internal;

import static org.lottrace.api.fixture.ItemBuilder.anItem;
import static org.lottrace.api.fixture.PartyBuilder.aParty;
import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;
import static org.lottrace.api.fixture.SiteBuilder.aSite;

import java.io.IOException;
import java.io.Writer;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lottrace.api.edi.Direction;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.api.edi.TransactionSetHandler;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LocationType;
import org.lottrace.api.movement.ExpectedReceipts;
import org.lottrace.api.order.PurchaseOrders;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.api.violation.Violation;
import org.lottrace.company.TestCompany;
import org.lottrace.edi.x12.testing.X12;
import org.lottrace.operation.testing.TestOperations;
import org.lottrace.persistence.testing.TestDatabase;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/**
 * A process of its own that takes a large file of ship notices from the inbox to stored notices. Arguments: a folder, the database, the size of the
 * file in megabytes, the lines of each notice. Prints what the log says of the file.
 */
final class LargeFile {
    private static final PartyId ACME = new PartyId("ACME");
    private static final ItemNumber ITEM = new ItemNumber("10004711");
    private static final Duration DEADLINE = Duration.ofMinutes(15);
    private static final int LINES_IN_A_PACK = 10;

    private final Path folder;

    private LargeFile(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        LargeFile large = new LargeFile(Path.of(arguments[0]));
        large.copy(X12.MAPPINGS);
        TestDatabase database = new TestDatabase(arguments[1], "");
        large.masterData(database);
        TestCompany goods = TestCompany.on(database).with(Clock.class, Bakery.CLOCK);
        requireNone(goods.service(PurchaseOrders.class)
                .save(List.of(aPurchaseOrder("PO-5001")
                        .from(ACME)
                        .ordering(ITEM, "1000000 C62", "1.00")
                        .build())));
        int megabytes = Integer.parseInt(arguments[2]);
        int lines = Integer.parseInt(arguments[3]);
        large.write("large.edi", "1", "20260302", megabytes, lines);
        TestCompany exchange = large.exchange(database, goods.service(ExpectedReceipts.class));
        Interchanges interchanges = exchange.service(Interchanges.class);
        large.awaitTaken("large.edi");
        large.write("again.edi", "2", "20260302", megabytes, lines);
        large.awaitTaken("again.edi");
        large.write("replaced.edi", "3", "20260303", megabytes, lines);
        large.awaitTaken("replaced.edi");
        interchanges.recent(10).stream()
                .filter(record -> record.direction() == Direction.INBOUND)
                .forEach(record -> System.out.println(record.fileName() + " " + record.status() + " "
                        + record.transactionSets().size() + " "
                        + record.problems().stream().limit(3).toList()));
        exchange.close();
        goods.close();
        System.exit(0); // the database keeps threads
    }

    private void awaitTaken(String file) throws InterruptedException {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (Files.exists(at("inbox/" + file)) && System.nanoTime() < end) {
            Thread.sleep(200);
        }
    }

    private static void requireNone(List<Violation> problems) {
        if (!problems.isEmpty()) {
            throw new IllegalStateException(problems.toString());
        }
    }

    private void masterData(TestDatabase database) {
        database.withBakery().unitOfWork().run(() -> {
            database.parties()
                    .save(aParty(Bakery.COMPANY)
                            .as(PartyRole.COMPANY)
                            .exchangingAs("ZZ", "LOTTRACE")
                            .build());
            database.parties()
                    .save(aParty(ACME)
                            .as(PartyRole.SUPPLIER)
                            .exchangingAs("ZZ", "ACME")
                            .mappedBy("standard")
                            .build());
            database.items()
                    .save(anItem(ITEM).in("C62").withGtin("14005999001017").build());
            database.sites()
                    .save(aSite("PLANT")
                            .withGln("4260000010003")
                            .with(Bakery.DOCK, LocationType.RECEIVING)
                            .build());
        });
    }

    private TestCompany exchange(TestDatabase database, ExpectedReceipts receipts) {
        return TestCompany.on(database)
                .with(Clock.class, Bakery.CLOCK)
                .with(BundleContext.class, carryingNothing())
                .with(
                        TransactionSetHandler.class,
                        new InboundShipNotices(TestOperations.over(receipts), new Agreed(), at("mappings")))
                .configured(
                        "org.lottrace.edi.x12",
                        Map.of(
                                "mappings", at("mappings").toString(),
                                "inbox", at("inbox").toString(),
                                "archive", at("archive").toString(),
                                "rejected", at("rejected").toString(),
                                "outbox", at("outbox").toString(),
                                "largest.file.megabytes", 60,
                                "largest.set.megabytes", 60,
                                "poll.milliseconds", 100));
    }

    private static BundleContext carryingNothing() {
        ClassLoader loader = LargeFile.class.getClassLoader();
        Object bundle = Proxy.newProxyInstance(loader, new Class<?>[] {Bundle.class}, (proxy, method, given) -> null);
        return (BundleContext) Proxy.newProxyInstance(
                loader,
                new Class<?>[] {BundleContext.class},
                (proxy, method, given) -> method.getName().equals("getBundle") ? bundle : null);
    }

    private Path at(String name) {
        return folder.resolve(name);
    }

    private void copy(Path from) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = at("mappings").resolve(from.relativize(file).toString());
                Files.createDirectories(Files.isDirectory(file) ? copy : copy.getParent());
                if (Files.isRegularFile(file)) {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private void write(String name, String interchange, String created, int megabytes, int lines) throws IOException {
        Files.createDirectories(at("inbox"));
        Path half = at("inbox/" + name + ".part");
        try (Writer out = Files.newBufferedWriter(half)) {
            out.write("ISA*00*          *00*          *ZZ*ACME           *ZZ*LOTTRACE       *260302*0915*U*00401*"
                    + "00000000" + interchange + "*0*P*>~\nGS*SH*ACME*LOTTRACE*20260302*0915*1*X*004010~\n");
            long written = 0;
            int sets = 0;
            while (written < megabytes * 1024L * 1024) {
                written += write(out, ++sets, created, lines);
            }
            out.write("GE*" + sets + "*1~\nIEA*1*00000000" + interchange + "~\n");
        }
        Files.move(half, at("inbox/" + name));
    }

    private static long write(Writer out, int number, String created, int lines) throws IOException {
        String control = String.format("%04d", number);
        String begin = "ST*856*" + control + "~\nBSN*00*N-" + number + "*" + created + "*0910*0001~\nHL*1**S~\n"
                + "DTM*011*20260302~\nN1*ST*Sample Foods Plant 1*UL*4260000010003~\nHL*2*1*O~\nPRF*PO-5001~\n";
        out.write(begin);
        long written = begin.length();
        int level = 2;
        int segments = 7;
        int pack = 0;
        for (int line = 1; line <= lines; line++) {
            StringBuilder text = new StringBuilder();
            if (line % LINES_IN_A_PACK == 1) {
                pack = ++level;
                text.append("HL*" + pack + "*2*P~\n");
                segments++;
            }
            text.append("HL*" + ++level + "*" + pack + "*I~\nLIN*" + line
                    + "*UK*14005999001017*IN*10004711*VN*FL-25*LT*L"
                    + number % 100 + "-" + line % 1000
                    + "~\nSN1*" + line + "*1*EA~\nPID*F****WHEAT FLOUR 25 KG~\nMEA*WT*G*1000*KG~\nREF*ZZ*R" + line
                    + "~\nDTM*036*20270131~\nDTM*094*20260215~\nN1*SF*ACME FOODS*UL*4005999000013~\nN3*1 Mill Road~\n"
                    + "N4*Hamburg**20095*DE~\n");
            segments += 11;
            out.write(text.toString());
            written += text.length();
        }
        out.write("CTT*" + level + "~\nSE*" + (segments + 2) + "*" + control + "~\n");
        return written;
    }
}
