package org.lottrace.benchmark;

import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.on;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.EventType;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.movement.Transfer;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.persistence.testing.TestDatabase;

/**
 * A transfer of one lot by one caller, against the same rows by JDBC: processor time of the caller's thread and of the server's
 * processes for this database, in turns, median and from – to of the turns. Linux only.
 */
final class PostingComparison {
    private static final int WARM_UP = 4_000;
    private static final int TURNS = 7;
    private static final int IN_A_TURN = 500;

    private final TestDatabase database = TestDatabase.postgresql().withBakery();
    private final WorkingBakery bakery =
            new WorkingBakery(TestCompany.on(database).with(Clock.class, Bakery.CLOCK)).withFlour();
    private int transfers;

    private interface Work {
        void once() throws SQLException;
    }

    public static void main(String... none) throws Exception {
        new PostingComparison().print();
    }

    void print() throws IOException, SQLException {
        bakery.move("half", Bakery.NOW.toString(), SHELF, DOCK, FLOUR_1, "500 KGM");
        try (PostingRival rival = new PostingRival(database.url())) {
            for (int i = 0; i < WARM_UP; i++) {
                transfer();
                rival.transfer();
            }
            List<Double> ours = new ArrayList<>();
            List<Double> theirs = new ArrayList<>();
            List<Double> ratios = new ArrayList<>();
            for (int turn = 0; turn < TURNS; turn++) {
                ours.add(milliseconds(this::transfer));
                theirs.add(milliseconds(rival::transfer));
                ratios.add(ours.get(turn) / theirs.get(turn));
            }
            System.out.println("transfer, LotTrace, ms of processor time: " + summary(ours));
            System.out.println("transfer, JDBC, ms of processor time: " + summary(theirs));
            System.out.println("ratio: " + summary(ratios));
        }
        bakery.company().close();
        if (!database.texts("select count(*) from trace_event").equals(List.of(Integer.toString(expectedEvents())))) {
            throw new IllegalStateException("not every transfer is there");
        }
    }

    /** Both write the same number of events, and the receipt and the transfer at the beginning. */
    private int expectedEvents() {
        return 2 * (WARM_UP + TURNS * IN_A_TURN) + 2;
    }

    private void transfer() {
        boolean there = transfers++ % 2 == 0;
        LocationId from = there ? SHELF : DOCK;
        done(bakery.capture()
                .transfer(
                        EventType.TRANSFER,
                        new Transfer(
                                aContext("t" + transfers).request(),
                                BERLIN,
                                there ? DOCK : SHELF,
                                Optional.empty(),
                                List.of(on(from, FLOUR_1, "1 KGM")))));
    }

    private double milliseconds(Work work) throws IOException, SQLException {
        List<Path> processes =
                database.texts("select pid from pg_stat_activity where datname = current_database()").stream()
                        .map(pid -> Path.of("/proc", pid, "schedstat"))
                        .toList();
        long begin = now(processes);
        for (int i = 0; i < IN_A_TURN; i++) {
            work.once();
        }
        return (now(processes) - begin) / 1e6 / IN_A_TURN;
    }

    private static long now(List<Path> processes) throws IOException {
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (Path process : processes) {
            if (Files.exists(process)) {
                nanos += Long.parseLong(Files.readString(process).split(" ")[0]);
            }
        }
        return nanos;
    }

    private static String summary(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return "median %.2f, from %.2f to %.2f"
                .formatted(sorted.get(sorted.size() / 2), sorted.get(0), sorted.get(sorted.size() - 1));
    }
}
