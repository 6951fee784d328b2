package org.lottrace.benchmark;

import org.junit.jupiter.api.Test;

/** Prints what questions cost while the history grows; run by the profile {@code benchmark} only. */
class GrowthBenchmarkIT {
    @Test
    void questions_to_a_short_and_to_a_long_history() throws Exception {
        new GrowthComparison().print();
    }
}
