package org.lottrace.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Prints how posting compares with plain JDBC; run by the profile {@code benchmark} only. */
class PostingBenchmarkIT {
    private static final int IN_A_TURN = Integer.getInteger("benchmark.transfers", 50);
    /** By JDBC each waits for the standby. */
    private static final int IN_A_TURN_WITH_STANDBY = Integer.getInteger("benchmark.transfers", 25);

    private static final int TURNS = Integer.getInteger("benchmark.turns", 7);
    private static final int CHAINS_BEHIND = 20;
    private static final Duration ROUND_TRIP = Duration.ofMillis(1);

    @Test
    void a_transfer_against_the_same_rows_by_jdbc() throws IOException, SQLException {
        new PostingComparison().print();
    }

    @Test
    void what_the_chains_take_behind_a_transfer() throws IOException {
        try (ChainsMeasurement chains = new ChainsMeasurement()) {
            chains.print(TURNS, IN_A_TURN * CHAINS_BEHIND);
        }
    }

    @Test
    void transfers_by_many_callers_on_the_disk_against_the_same_rows_by_jdbc() throws Exception {
        try (DurableServer server = DurableServer.alone();
                ManyCallersComparison comparison = new ManyCallersComparison(server, IN_A_TURN)) {
            comparison.print("16 callers, one node");
            comparison.printOfTwoNodes("16 callers, two nodes");
        }
    }

    @Test
    void transfers_by_many_callers_on_two_disks_against_the_same_rows_by_jdbc() throws Exception {
        try (DurableServer server = DurableServer.withStandby(ROUND_TRIP);
                ManyCallersComparison comparison = new ManyCallersComparison(server, IN_A_TURN_WITH_STANDBY)) {
            comparison.print("16 callers, synchronous standby behind " + ROUND_TRIP.toMillis() + " ms");
        }
    }
}
