package org.lottrace.benchmark;

import org.junit.jupiter.api.Test;

/** Prints how long it takes to say how much of each lot is suspect, in memory; run by the profile {@code benchmark} only. */
class SuspectBenchmarkIT {
    private static final int DAYS = Integer.getInteger("benchmark.days", 125_000);

    @Test
    void suspect_quantities_of_a_million_lots() {
        new SuspectComparison(Company.after(DAYS)).print();
    }
}
