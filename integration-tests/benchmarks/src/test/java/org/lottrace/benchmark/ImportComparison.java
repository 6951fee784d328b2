package org.lottrace.benchmark;

import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lottrace.api.event.store.LedgerHead;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.OpeningStock;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.TestDatabase;

/**
 * Opening stock of 100,000 lots, a thousand in an event, against COPY of the rows that it has written into the same tables, indices and
 * foreign keys included: processor time of the caller's thread and of the server's processes for this database, and clock. Linux only.
 */
final class ImportComparison {
    private static final int LOTS = 100_000;
    private static final int IN_AN_EVENT = 1_000;
    private static final int TURNS = 3;
    private static final List<String> TABLES = List.of(
            "lot",
            "trace_event",
            "event_identity",
            "event_document",
            "event_line",
            "event_lot_change",
            "event_key_data",
            "event_lot_value",
            "stock");
    private static final UnitPrice COST = new UnitPrice(new BigDecimal("0.50"), "EUR", new UnitOfMeasure("KGM"));

    private final TestDatabase database = TestDatabase.postgresql().withBakery();
    private final MovementCapture capture =
            TestCompany.on(database).with(Clock.class, Bakery.CLOCK).service(MovementCapture.class);

    /** Seconds. */
    private record Taken(double processor, double clock) {}

    private interface Work {
        void run() throws IOException;
    }

    void print() throws IOException {
        List<Taken> ours = new ArrayList<>();
        List<Taken> theirs = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        Path folder = Files.createTempDirectory(
                "lottrace-import", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxrwxrwx")));
        for (int turn = 0; turn < TURNS; turn++) {
            empty();
            ours.add(taken(this::open));
            requireAll();
            TABLES.forEach(table -> database.sql("copy " + table + " to '" + folder.resolve(table) + "'"));
            empty();
            theirs.add(taken(() ->
                    TABLES.forEach(table -> database.sql("copy " + table + " from '" + folder.resolve(table) + "'"))));
            requireAll();
            ratios.add(ours.get(turn).processor() / theirs.get(turn).processor());
        }
        print("opening stock, LotTrace", ours);
        print("opening stock, COPY", theirs);
        System.out.println("ratio of processor time: " + Spread.of(ratios));
    }

    private void empty() {
        List<String> reversed = new ArrayList<>(TABLES);
        Collections.reverse(reversed);
        database.sql("truncate table " + String.join(", ", reversed) + " cascade");
        database.sql("update ledger_head set head_position = 0, hash = '" + LedgerHead.EMPTY.hash() + "'");
        database.sql("analyze");
    }

    private void open() {
        for (int first = 0; first < LOTS; first += IN_AN_EVENT) {
            List<OpeningStock.Line> lines = IntStream.range(first, first + IN_AN_EVENT)
                    .mapToObj(lot -> new OpeningStock.Line(
                            aLot("L" + lot)
                                    .of(FLOUR)
                                    .from(MILL)
                                    .expiring("2027-01-31")
                                    .build(),
                            SHELF,
                            Optional.empty(),
                            quantity("100 KGM"),
                            COST))
                    .toList();
            done(capture.open(new OpeningStock(aContext("open-" + first).request(), "LIST-" + first, lines)));
        }
    }

    private void requireAll() {
        List<String> found = database.texts("select count(*) from stock join lot on lot.id = lot_id");
        if (!found.equals(List.of(Integer.toString(LOTS)))) {
            throw new IllegalStateException(found + " lots are on stock instead of " + LOTS);
        }
    }

    private Taken taken(Work work) throws IOException {
        ServerTime server = new ServerTime(database);
        long caller = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long before = server.nanos();
        long begin = System.nanoTime();
        work.run();
        return new Taken(
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - caller + server.nanos() - before)
                        / 1e9,
                (System.nanoTime() - begin) / 1e9);
    }

    private static void print(String what, List<Taken> taken) {
        System.out.println(what + ", s of processor time: "
                + Spread.of(taken.stream().map(Taken::processor).toList()) + "; by the clock "
                + Spread.of(taken.stream().map(Taken::clock).toList()));
    }
}
