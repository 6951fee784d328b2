package org.lottrace.benchmark;

import org.junit.jupiter.api.Test;

/** Prints how allocation compares with plain JDBC, without a rule and with every rule; run by the profile {@code benchmark} only. */
class AllocationBenchmarkIT {
    /** {@code true} or {@code false}: only with every rule, or only without. Both when it is not said. */
    private static final String RULED = System.getProperty("benchmark.rules", "");

    private static final int ITEMS = Integer.getInteger("benchmark.items", 10_000);
    private static final int LOTS = Integer.getInteger("benchmark.lots", 50);

    @Test
    void orders_against_the_same_reservations_by_jdbc() throws Exception {
        GoalTable goals = new GoalTable();
        try {
            if (!RULED.equals("true")) {
                new AllocationComparison(goals, false, 100, 10).print();
            }
            if (!RULED.equals("false")) {
                new AllocationComparison(goals, true, ITEMS, LOTS).print();
            }
        } finally {
            System.out.println(goals); // what was measured before something went wrong is told, too
        }
    }
}
