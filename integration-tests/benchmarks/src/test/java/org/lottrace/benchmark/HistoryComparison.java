package org.lottrace.benchmark;

import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.company.WorkingBakery.on;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.certificate.Certification;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.movement.BatchCapture;
import org.lottrace.api.movement.BatchCapture.Request;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.OpeningStock;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.TestDatabase;

/**
 * The same questions about the same lots after 20,000 events and after many more, recorded by the services themselves: processor time of
 * the caller's thread and of the server's processes for this database. Each lot has one opening and ten transfers. Linux only.
 */
final class HistoryComparison {
    private static final int FEW = 20_000;
    private static final int MANY = Integer.getInteger("history.events", 400_000);
    private static final int LOTS_IN_A_STEP = 1_000;
    private static final int TRANSFERS_OF_A_LOT = 10;
    private static final int BATCH = 100;
    private static final int TURNS = 5;
    private static final int PAGE = 100;

    private final TestDatabase database = TestDatabase.postgresql().withBakery();
    private final TestCompany company = TestCompany.on(database).with(Clock.class, Bakery.CLOCK);
    private final MovementCapture capture = company.service(MovementCapture.class);
    private final BatchCapture batches = company.service(BatchCapture.class);
    private int lots;
    private int probes;

    private record Probe(int times, Runnable work) {}

    void print() throws IOException {
        open(BREAD, "B", 10, "C62");
        company.service(SalesOrders.class)
                .save(List.of(
                        aSalesOrder("SHIPPED").ordering(BREAD, "2 CS").build(),
                        aSalesOrder("OPEN").ordering(BREAD, "2 CS").build()));
        done(company.service(Allocation.class).allocate("SHIPPED"));
        done(capture.ship(new Shipment(aContext("s1").request(), "S1", "SHIPPED", List.of())));
        growTo(FEW);
        Map<String, List<Double>> few = measured();
        growTo(MANY);
        Map<String, List<Double>> many = measured();
        few.forEach((name, turns) -> System.out.println(name + ", ms of processor time: " + FEW + " events "
                + Spread.of(turns) + "; " + MANY + " events " + Spread.of(many.get(name)) + "; ratio of medians "
                + "%.2f".formatted(median(many.get(name)) / median(turns))));
        company.close();
    }

    private void growTo(int events) {
        while (company.service(Ledger.class).head() < events) {
            int first = lots;
            open(FLOUR, "L", LOTS_IN_A_STEP, "KGM");
            for (int move = 0; move < TRANSFERS_OF_A_LOT; move++) {
                for (int lot = first; lot < first + LOTS_IN_A_STEP; lot += BATCH) {
                    int there = move;
                    batches.captureEach(IntStream.range(lot, lot + BATCH)
                                    .mapToObj(each -> transfer("m" + there + "-" + each, each, there))
                                    .toList())
                            .forEach(outcome -> done(outcome));
                }
            }
        }
        database.sql("analyze");
        answers().values().forEach(probe -> probe.work().run()); // followers catch up
    }

    private Map<String, List<Double>> measured() throws IOException {
        Map<String, List<Double>> measured = new LinkedHashMap<>();
        for (Map.Entry<String, Probe> probe : answers().entrySet()) {
            List<Double> turns = new ArrayList<>();
            taken(probe.getValue()); // warm
            for (int turn = 0; turn < TURNS; turn++) {
                turns.add(taken(probe.getValue()));
            }
            measured.put(probe.getKey(), turns);
        }
        return measured;
    }

    private Map<String, Probe> answers() {
        Allocation allocation = company.service(Allocation.class);
        Genealogy genealogy = company.service(Genealogy.class);
        Map<String, Probe> probes = new LinkedHashMap<>();
        probes.put("posting", new Probe(200, this::post));
        probes.put("allocation", new Probe(100, () -> {
            done(allocation.allocate("OPEN"));
            allocation.cancel("OPEN");
        }));
        probes.put("COGS", new Probe(200, () -> company.service(LotCosting.class)
                .cogs("S1")
                .orElseThrow()));
        probes.put("whereabouts", new Probe(200, () -> genealogy.whereabouts(List.of(lot(1)))));
        probes.put("custody", new Probe(200, () -> genealogy.custody(lot(1))));
        probes.put("certificate of two lots", new Probe(50, () -> company.service(Certification.class)
                .certify(List.of(lot(1), lot(2)))));
        probes.put("a page of the lots of an item", new Probe(100, () -> company.service(LotMaster.class)
                .ofItem(FLOUR, Optional.empty(), PAGE)));
        probes.put("a page of the inventory", new Probe(100, () -> company.service(LotCosting.class)
                .inventory(Optional.empty(), PAGE)));
        return probes;
    }

    private void post() {
        int number = probes++;
        done(transfer("p" + number, number / 2 % LOTS_IN_A_STEP, number % 2)
                .capture()
                .get());
    }

    private double taken(Probe probe) throws IOException {
        ServerTime server = new ServerTime(database);
        long before = server.nanos();
        long caller = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int i = 0; i < probe.times(); i++) {
            probe.work().run();
        }
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - caller + server.nanos() - before)
                / 1e6
                / probe.times();
    }

    private void open(ItemNumber item, String prefix, int number, String unit) {
        UnitPrice cost = new UnitPrice(new BigDecimal("0.50"), "EUR", new UnitOfMeasure(unit));
        int first = prefix.equals("L") ? lots : 0;
        List<OpeningStock.Line> lines = IntStream.range(first, first + number)
                .mapToObj(lot -> new OpeningStock.Line(
                        aLot(prefix + lot)
                                .of(item)
                                .from(MILL)
                                .expiring("2027-01-31")
                                .build(),
                        SHELF,
                        Optional.empty(),
                        quantity("1000 " + unit),
                        cost))
                .toList();
        done(capture.open(new OpeningStock(aContext("open" + prefix + first).request(), "LIST", lines)));
        lots += prefix.equals("L") ? number : 0;
    }

    private Request<RecordedEvent> transfer(String id, int lot, int number) {
        LocationId from = number % 2 == 0 ? SHELF : DOCK;
        Transfer transfer = new Transfer(
                aContext(id).request(),
                BERLIN,
                number % 2 == 0 ? DOCK : SHELF,
                Optional.empty(),
                List.of(on(from, lot(lot), "1 KGM")));
        return new Request<>(Optional.of(transfer), () -> capture.transfer(EventType.TRANSFER, transfer));
    }

    private static LotKey lot(int number) {
        return new LotKey(MILL, FLOUR, new LotNumber("L" + number));
    }

    private static double median(List<Double> turns) {
        return turns.stream().sorted().toList().get(turns.size() / 2);
    }
}
