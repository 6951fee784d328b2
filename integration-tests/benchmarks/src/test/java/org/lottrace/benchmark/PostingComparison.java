package org.lottrace.benchmark;

import static org.lottrace.api.fixture.Outcomes.done;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.movement.BatchCapture;
import org.lottrace.api.movement.BatchCapture.Request;
import org.lottrace.api.movement.MovementCapture;

/**
 * A transfer of one of 2,000 lots by one caller, alone and in batches of a hundred, against the same rows by JDBC: processor time of the
 * caller's thread and of the server's processes for this database, in turns, median and from – to of the turns. Linux only.
 */
final class PostingComparison {
    private static final int TURNS = Integer.getInteger("benchmark.turns", 7);
    private static final int IN_A_TURN = Integer.getInteger("benchmark.transfers", 500);
    private static final int WARM_UP = Integer.getInteger("benchmark.warm.up", 8_000);
    private static final int BATCH = 100;
    private static final int BATCHES_IN_A_TURN = Math.max(1, IN_A_TURN / 25);

    private final TransferredLots lots = new TransferredLots();
    private final MovementCapture capture = lots.company.service(MovementCapture.class);
    private final BatchCapture batches = lots.company.service(BatchCapture.class);
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
        try (PostingRival rival = new PostingRival(lots.database.url(), 0)) {
            for (int i = 0; i < WARM_UP; i++) {
                transfer();
                rival.transfer();
            }
            lots.analyze();
            compare("transfer", IN_A_TURN, 1, this::transfer, rival::transfer);
            for (int i = 0; i < WARM_UP / BATCH; i++) {
                batch();
                rival.transfers(BATCH);
            }
            compare(
                    "transfer in a batch of " + BATCH,
                    BATCHES_IN_A_TURN,
                    BATCH,
                    this::batch,
                    () -> rival.transfers(BATCH));
        }
        lots.requireEvents(TransferredLots.EVENTS_AT_FIRST + 2 * transfers);
        lots.close();
    }

    private void transfer() {
        done(next().capture().get());
    }

    private void batch() {
        List<Request<RecordedEvent>> requests =
                IntStream.range(0, BATCH).mapToObj(i -> next()).toList();
        batches.captureEach(requests).forEach(outcome -> done(outcome));
    }

    private Request<RecordedEvent> next() {
        int number = transfers++;
        return lots.transfer(capture, "t" + number, number);
    }

    private void compare(String what, int times, int transfersEach, Work our, Work their)
            throws IOException, SQLException {
        List<Taken> ours = new ArrayList<>();
        List<Taken> theirs = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            ours.add(taken(our, times, transfersEach));
            theirs.add(taken(their, times, transfersEach));
            ratios.add(ours.get(turn).all() / theirs.get(turn).all());
        }
        print(what + ", LotTrace", ours);
        print(what + ", JDBC", theirs);
        System.out.println("ratio: " + Spread.of(ratios));
    }

    private Taken taken(Work work, int times, int transfersEach) throws IOException, SQLException {
        ServerTime server = new ServerTime(lots.database);
        long caller = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long before = server.nanos();
        for (int i = 0; i < times; i++) {
            work.once();
        }
        double millis = 1e6 * times * transfersEach;
        return new Taken(
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - caller) / millis,
                (server.nanos() - before) / millis);
    }

    private static void print(String what, List<Taken> taken) {
        System.out.println(what + ", ms of processor time: "
                + Spread.of(taken.stream().map(Taken::all).toList()) + "; of it the server "
                + Spread.of(taken.stream().map(Taken::server).toList()));
    }
}
