package org.lottrace.benchmark;

import static org.lottrace.api.fixture.Outcomes.done;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.seal.RecordSeals;
import org.lottrace.ledger.internal.ChainSteps;

/**
 * What the chains take that no transfer waits for: its hash is verified, it is sealed, its seal gets a place in the chain. Processor time of the thread and of the server for one
 * transfer. Its hash and the seals of other records are written with it, and are in the numbers of {@link PostingComparison}. Linux only.
 */
final class ChainsMeasurement implements AutoCloseable {
    private static final int MOST_NAMED = 10;

    private final TransferredLots lots = new TransferredLots();
    private final MovementCapture capture = lots.company.service(MovementCapture.class);
    private final ChainSteps chains = new ChainSteps(lots.company);
    private int transfers;

    void transfer(int times) {
        for (int i = 0; i < times; i++) {
            done(lots.transfer(capture, "t" + transfers, transfers).capture().get());
            transfers++;
        }
    }

    void catchUp() {
        chains.catchUp();
    }

    /** @return what does not fit; a transfer that is not sealed, or whose seal has no place, is named as well */
    List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        lots.company.service(RecordSeals.class).verify(MOST_NAMED).forEach(found -> wrong.add(found.toString()));
        lots.database
                .texts("select event_id from trace_event e where not exists (select 1 from seal s where s.record_type"
                        + " = 'EVENT' and s.record_key = cast(e.ledger_position as varchar) and s.chain_position > 0)")
                .forEach(event -> wrong.add(event + " is not in the chain of seals"));
        return wrong;
    }

    void print(int turns, int transfersInATurn) throws IOException {
        List<Double> callers = new ArrayList<>();
        List<Double> all = new ArrayList<>();
        for (int turn = 0; turn < turns; turn++) {
            transfer(transfersInATurn);
            ServerTime server = new ServerTime(lots.database);
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long serverBefore = server.nanos();
            catchUp();
            double caller =
                    (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / (1e6 * transfersInATurn);
            callers.add(caller);
            all.add(caller + (server.nanos() - serverBefore) / (1e6 * transfersInATurn));
        }
        System.out.println("chains behind a transfer, ms of processor time: " + Spread.of(all) + "; of it the thread "
                + Spread.of(callers));
    }

    @Override
    public void close() {
        lots.close();
    }
}
