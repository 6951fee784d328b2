package org.lottrace.benchmark;

import org.junit.jupiter.api.Test;

/** Prints how allocation compares with plain JDBC; run by the profile {@code benchmark} only. */
class AllocationBenchmarkIT {
    @Test
    void orders_against_the_same_reservations_by_jdbc() throws Exception {
        new AllocationComparison().print();
    }
}
