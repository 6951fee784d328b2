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
import java.util.stream.IntStream;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.company.TestCompany;

/**
 * Transfers by sixteen callers at once, each of its own lots, on one node and on two, against the same rows by JDBC in a transaction each:
 * events a second, and processor time of the callers and of the server's processes for this database, in turns. What is committed
 * is on the disk. Linux only.
 */
final class ManyCallersComparison {
    private static final int CALLERS = 16;
    private static final int WARM_UP_TURNS = 4;
    private static final int TURNS = 7;
    private static final int IN_A_TURN = 50;

    private final TransferredLots lots = new TransferredLots();
    private final MovementCapture oneNode = lots.company.service(MovementCapture.class);
    private final TestCompany other =
            TestCompany.on(lots.database.ofAnotherNode()).with(Clock.class, TransferredLots.CLOCK);
    private final MovementCapture otherNode = other.service(MovementCapture.class);
    private final int[] transfers = new int[CALLERS];
    private int events = TransferredLots.EVENTS_AT_FIRST;

    /** Milliseconds of processor time for one transfer, and transfers a second. */
    private record Taken(double processor, double perSecond) {}

    private interface Caller {
        void transfer() throws SQLException;
    }

    void print() throws Exception {
        lots.database.sql("alter system set fsync = on");
        lots.database.sql("alter system set synchronous_commit = on");
        lots.database.texts("select pg_reload_conf()");
        List<PostingRival> rivals = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            rivals.add(new PostingRival(lots.database.url(), caller * TransferredLots.LOTS / CALLERS));
        }
        List<Caller> jdbc =
                rivals.stream().<Caller>map(rival -> rival::transfer).toList();
        compare("one node", callers(oneNode, oneNode), jdbc);
        compare("two nodes", callers(oneNode, otherNode), jdbc);
        lots.requireEvents(events);
        for (PostingRival rival : rivals) {
            rival.close();
        }
        other.close();
        lots.close();
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

    private void compare(String name, List<Caller> ours, List<Caller> jdbc) throws Exception {
        for (int turn = 0; turn < WARM_UP_TURNS; turn++) {
            turn(ours);
            turn(jdbc);
        }
        lots.analyze();
        List<Taken> ofOurs = new ArrayList<>();
        List<Taken> ofJdbc = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            ofOurs.add(turn(ours));
            ofJdbc.add(turn(jdbc));
        }
        print(name + ", LotTrace", ofOurs);
        print(name + ", JDBC", ofJdbc);
        System.out.println("ratio of events a second: "
                + Spread.of(IntStream.range(0, TURNS)
                        .mapToObj(turn ->
                                ofOurs.get(turn).perSecond() / ofJdbc.get(turn).perSecond())
                        .toList())
                + "; of processor time: "
                + Spread.of(IntStream.range(0, TURNS)
                        .mapToObj(turn ->
                                ofOurs.get(turn).processor() / ofJdbc.get(turn).processor())
                        .toList()));
    }

    private Taken turn(List<Caller> callers) throws IOException, InterruptedException, ExecutionException {
        ServerTime server = new ServerTime(lots.database);
        long before = server.nanos();
        long begin = System.nanoTime();
        long inCallers = 0;
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<Long>> taken = new ArrayList<>();
            for (Caller caller : callers) {
                taken.add(threads.submit(() -> {
                    for (int i = 0; i < IN_A_TURN; i++) {
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
        double all = CALLERS * IN_A_TURN;
        events += CALLERS * IN_A_TURN;
        return new Taken((inCallers + server.nanos() - before) / 1e6 / all, all / ((System.nanoTime() - begin) / 1e9));
    }

    private static void print(String what, List<Taken> taken) {
        System.out.println(what + ", ms of processor time: "
                + Spread.of(taken.stream().map(Taken::processor).toList()) + "; events a second "
                + Spread.of(taken.stream().map(Taken::perSecond).toList()));
    }
}
