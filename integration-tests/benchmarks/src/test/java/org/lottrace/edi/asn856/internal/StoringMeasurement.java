package org.lottrace.edi.asn856.internal;

import static org.lottrace.api.fixture.ItemBuilder.anItem;
import static org.lottrace.api.fixture.PartyBuilder.aParty;
import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;
import static org.lottrace.api.fixture.SiteBuilder.aSite;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LocationType;
import org.lottrace.api.movement.ExpectedReceipts;
import org.lottrace.api.movement.LotCapture;
import org.lottrace.api.order.PurchaseOrders;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.benchmark.ServerTime;
import org.lottrace.benchmark.Spread;
import org.lottrace.company.TestCompany;
import org.lottrace.edi.asn856.internal.MessageReader.Reading;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedSet;
import org.lottrace.edi.x12.internal.rules.Examiner;
import org.lottrace.edi.x12.testing.SamplePartners;
import org.lottrace.persistence.testing.TestDatabase;

/**
 * Ship notices from bytes to stored notices, each in a transaction of its own, checked against orders, items and lots: processor time of the
 * caller and of PostgreSQL. Linux only.
 */
public final class StoringMeasurement {
    private static final int TURNS = Integer.getInteger("benchmark.turns", 5);
    private static final int WARM_UP_TURNS = 3;
    private static final int BYTES = Integer.getInteger("benchmark.bytes", 500_000);
    private static final PartyId ACME = new PartyId("ACME");
    private static final ItemNumber ITEM = new ItemNumber("10004711");

    private final TestDatabase database = TestDatabase.postgresql().withBakery();
    private final TestCompany company = TestCompany.on(database).with(Clock.class, Bakery.CLOCK);
    private final ExpectedReceipts receipts = company.service(ExpectedReceipts.class);
    private final Examiner examiner = SamplePartners.examiner();
    private final Binding binding = new PartnerFolder(SamplePartners.MAPPINGS).binding("standard");
    private int files;

    /** Seconds of processor time of a file, and what was in it. */
    private record Taken(double caller, double server, int bytes, int lines) {
        double all() {
            return caller + server;
        }
    }

    public void print() throws IOException {
        database.unitOfWork().run(() -> {
            database.parties().save(aParty(ACME).as(PartyRole.SUPPLIER).build());
            database.items()
                    .save(anItem(ITEM).in("C62").withGtin("14005999001017").build());
            database.sites()
                    .save(aSite("PLANT")
                            .withGln("4260000010003")
                            .with(Bakery.DOCK, LocationType.RECEIVING)
                            .build());
        });
        company.service(PurchaseOrders.class)
                .save(List.of(aPurchaseOrder("PO-5001")
                        .from(ACME)
                        .ordering(ITEM, "1000000 C62", "1.00")
                        .build()));
        print(true);
        print(false);
        company.close();
    }

    private void print(boolean dense) throws IOException {
        for (int turn = 0; turn < WARM_UP_TURNS; turn++) {
            store(dense);
        }
        database.sql("analyze");
        List<Taken> turns = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            turns.add(store(dense));
        }
        System.out.println("storing " + (dense ? "dense" : "sparse") + ", MB a processor second: "
                + Spread.of(turns.stream().map(t -> t.bytes() / 1e6 / t.all()).toList()) + "; ms a line: "
                + Spread.of(turns.stream().map(t -> 1e3 * t.all() / t.lines()).toList()) + "; of it the server: "
                + Spread.of(
                        turns.stream().map(t -> 1e3 * t.server() / t.lines()).toList()));
    }

    private Taken store(boolean dense) throws IOException {
        byte[] file = GeneratedNotices.file(dense, BYTES, "F" + ++files);
        ServerTime server = new ServerTime(database);
        long before = server.nanos();
        long caller = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        int lines = examiner.examine(file).interchanges().stream()
                .flatMap(interchange -> interchange.groups().stream())
                .flatMap(group -> group.sets().stream())
                .mapToInt(this::store)
                .sum();
        return new Taken(
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - caller) / 1e9,
                (server.nanos() - before) / 1e9,
                file.length,
                lines);
    }

    private int store(ExaminedSet set) {
        SetLevels levels = SetLevels.of(set.segments());
        Reading reading = MessageReader.read(binding.read(levels), levels, PartnerSwitches.NONE, ACME);
        ShipNotice notice = reading.notice().orElseThrow();
        var problems = receipts.expect(notice, LotCapture.ANNOUNCED);
        if (!problems.isEmpty()) {
            throw new IllegalStateException("a good notice is refused: " + problems.get(0));
        }
        return notice.lines().size();
    }
}
