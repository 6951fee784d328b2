package org.lottrace.benchmark;

import static org.lottrace.api.fixture.Outcomes.done;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.company.TestCompany;

/**
 * Transfers by sixteen callers at once, each of its own lots, on one node and on two, against the same rows by JDBC in a transaction each:
 * events a second, and processor time of the callers and of the server's processes for this database, in turns. What is committed
 * is on the disk, and on the standby's when there is one. Linux only.
 */
final class ManyCallersComparison implements AutoCloseable {
    private static final int CALLERS = 16;
    /** Of each caller: the compiler wants thousands, whatever JDBC takes for as many. */
    private static final int WARM_UP_TRANSFERS = Integer.getInteger("benchmark.warm.up.transfers", 400);

    private static final int WARM_UP_TURNS = 2;
    private static final int TURNS = Integer.getInteger("benchmark.turns", 7);

    private final TransferredLots lots;
    private final int inATurn;
    private final MovementCapture oneNode;
    private final TestCompany other;
    private final List<PostingRival> rivals = new ArrayList<>();
    private final int[] transfers = new int[CALLERS];
    private int events = TransferredLots.EVENTS_AT_FIRST;

    /** Milliseconds of processor time for one transfer, of it by the callers, and transfers a second. */
    private record Taken(double processor, double ofCallers, double perSecond) {}

    private interface Caller {
        void transfer() throws SQLException;
    }

    /** @param inATurn how many transfers each caller makes in a turn */
    ManyCallersComparison(DurableServer server, int inATurn) throws InterruptedException, SQLException {
        this.inATurn = inATurn;
        lots = new TransferredLots(server.database());
        oneNode = lots.company.service(MovementCapture.class);
        other = TestCompany.on(lots.database.ofAnotherNode()).with(Clock.class, TransferredLots.CLOCK);
        for (int caller = 0; caller < CALLERS; caller++) {
            rivals.add(new PostingRival(lots.database.url(), caller * TransferredLots.LOTS / CALLERS));
        }
    }

    void print(String name) throws Exception {
        compare(name, callers(oneNode, oneNode));
    }

    void printOfTwoNodes(String name) throws Exception {
        compare(name, callers(oneNode, other.service(MovementCapture.class)));
    }

    /** @throws IllegalStateException if not every transfer is there */
    @Override
    public void close() throws SQLException {
        lots.requireEvents(events);
        for (PostingRival rival : rivals) {
            rival.close();
        }
        other.close();
        lots.close();
        lots.database.stop();
    }

    private List<Caller> callers(MovementCapture ofEven, MovementCapture ofOdd) {
        return IntStream.range(0, CALLERS)
                .<Caller>mapToObj(caller -> () -> {
                    int number = transfers[caller]++;
                    done(lots.transfer(
                                    caller % 2 == 0 ? ofEven : ofOdd,
                                    "t" + caller + "-" + number,
                                    2 * caller * TransferredLots.LOTS / CALLERS + number)
                            .capture()
                            .get());
                })
                .toList();
    }

    private void compare(String name, List<Caller> ours) throws Exception {
        List<Caller> jdbc =
                rivals.stream().<Caller>map(rival -> rival::transfer).toList();
        turn(ours, WARM_UP_TRANSFERS);
        for (int turn = 0; turn < WARM_UP_TURNS; turn++) {
            turn(ours, inATurn);
            turn(jdbc, inATurn);
        }
        lots.analyze();
        List<Taken> ofOurs = new ArrayList<>();
        List<Taken> ofJdbc = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            ofOurs.add(turn(ours, inATurn));
            ofJdbc.add(turn(jdbc, inATurn));
        }
        print(name + ", LotTrace", ofOurs);
        print(name + ", JDBC", ofJdbc);
        System.out.println(name + ", ratio of events a second: " + ratio(ofOurs, ofJdbc, Taken::perSecond)
                + "; of processor time: " + ratio(ofOurs, ofJdbc, Taken::processor));
    }

    private static String ratio(List<Taken> ours, List<Taken> theirs, ToDoubleFunction<Taken> what) {
        return Spread.of(IntStream.range(0, TURNS)
                .mapToObj(turn -> what.applyAsDouble(ours.get(turn)) / what.applyAsDouble(theirs.get(turn)))
                .toList());
    }

    /** @param number of transfers of each caller */
    private Taken turn(List<Caller> callers, int number) throws IOException, InterruptedException, ExecutionException {
        ServerTime server = new ServerTime(lots.database);
        long before = server.nanos();
        long begin = System.nanoTime();
        long inCallers = 0;
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<Long>> taken = new ArrayList<>();
            for (Caller caller : callers) {
                taken.add(threads.submit(() -> {
                    for (int i = 0; i < number; i++) {
                        caller.transfer();
                    }
                    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                }));
            }
            for (Future<Long> each : taken) {
                inCallers += each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        double all = CALLERS * number;
        events += CALLERS * number;
        long clock = System.nanoTime() - begin;
        return new Taken((inCallers + server.nanos() - before) / 1e6 / all, inCallers / 1e6 / all, all / (clock / 1e9));
    }

    private static void print(String what, List<Taken> taken) {
        System.out.println(what + ", ms of processor time: "
                + Spread.of(taken.stream().map(Taken::processor).toList()) + "; of it the callers: "
                + Spread.of(taken.stream().map(Taken::ofCallers).toList()) + "; events a second: "
                + Spread.of(taken.stream().map(Taken::perSecond).toList()));
    }
}
