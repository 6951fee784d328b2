package org.lottrace.benchmark;

import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;
import static org.lottrace.company.WorkingBakery.NEXT_YEAR;
import static org.lottrace.company.WorkingBakery.on;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lottrace.api.event.EventType;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.ShipNoticeBuilder;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.Transfer;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.persistence.testing.TestDatabase;

/**
 * A transfer of one of 2,000 lots by one caller, against the same rows by JDBC: processor time of the caller's thread and of the server's
 * processes for this database, in turns, median and from – to of the turns. Linux only.
 */
final class PostingComparison {
    private static final int WARM_UP = 2_000;
    private static final int TURNS = 7;
    private static final int IN_A_TURN = 500;

    private final TestDatabase database = TestDatabase.postgresql().withBakery();
    private final WorkingBakery bakery =
            new WorkingBakery(TestCompany.on(database).with(Clock.class, Bakery.CLOCK));
    private final List<LotKey> lots = IntStream.range(0, 2_000)
            .mapToObj(lot -> new LotKey(MILL, FLOUR, new LotNumber("L" + lot)))
            .toList();
    private int transfers;

    /** Milliseconds of processor time for one transfer. */
    private record Taken(double caller, double server) {
        double all() {
            return caller + server;
        }
    }

    private interface Work {
        void once() throws SQLException;
    }

    void print() throws IOException, SQLException {
        stock();
        try (PostingRival rival = new PostingRival(database.url())) {
            for (int i = 0; i < WARM_UP; i++) {
                transfer();
                rival.transfer();
            }
            database.sql("analyze"); // as the server does by itself after some minutes
            List<Taken> ours = new ArrayList<>();
            List<Taken> theirs = new ArrayList<>();
            List<Double> ratios = new ArrayList<>();
            for (int turn = 0; turn < TURNS; turn++) {
                ours.add(taken(this::transfer));
                theirs.add(taken(rival::transfer));
                ratios.add(ours.get(turn).all() / theirs.get(turn).all());
            }
            print("transfer, LotTrace", ours);
            print("transfer, JDBC", theirs);
            System.out.println("ratio: " + Spread.of(ratios));
        }
        bakery.company().close();
        if (!database.texts("select count(*) from trace_event").equals(List.of(Integer.toString(expectedEvents())))) {
            throw new IllegalStateException("not every transfer is there");
        }
    }

    /** All lots on the shelf, and half of each at the dock. */
    private void stock() {
        ShipNoticeBuilder notice = aShipNotice("N2000");
        lots.forEach(lot -> notice.announcing(
                "PO1", 1, FLOUR, lot.number().value(), "4 BG", Optional.of(NEXT_YEAR), Optional.empty()));
        bakery.order();
        bakery.expect(notice.build());
        done(bakery.capture()
                .receive(new Receipt(aContext("stock").request(), bakery.notice("N2000"), SHELF, List.of())));
        transfer(
                "half", DOCK, lots.stream().map(lot -> on(SHELF, lot, "50 KGM")).toList());
    }

    /** Both write the same number of events, and the receipt and the transfer at the beginning. */
    private static int expectedEvents() {
        return 2 * (WARM_UP + TURNS * IN_A_TURN) + 2;
    }

    private void transfer() {
        LotKey lot = lots.get(transfers / 2 % lots.size());
        boolean there = transfers++ % 2 == 0;
        LocationId from = there ? SHELF : DOCK;
        transfer("t" + transfers, there ? DOCK : SHELF, List.of(on(from, lot, "1 KGM")));
    }

    private void transfer(String id, LocationId to, List<LotQuantity> goods) {
        done(bakery.capture()
                .transfer(
                        EventType.TRANSFER, new Transfer(aContext(id).request(), BERLIN, to, Optional.empty(), goods)));
    }

    private Taken taken(Work work) throws IOException, SQLException {
        ServerTime server = new ServerTime(database);
        long caller = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long before = server.nanos();
        for (int i = 0; i < IN_A_TURN; i++) {
            work.once();
        }
        return new Taken(
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - caller) / 1e6 / IN_A_TURN,
                (server.nanos() - before) / 1e6 / IN_A_TURN);
    }

    private static void print(String what, List<Taken> taken) {
        System.out.println(what + ", ms of processor time: "
                + Spread.of(taken.stream().map(Taken::all).toList()) + "; of it the server "
                + Spread.of(taken.stream().map(Taken::server).toList()));
    }
}
