package org.lottrace.benchmark;

import org.junit.jupiter.api.Test;

/** Prints how LotTrace starts on a long history, and what memory it takes; run by the profile {@code benchmark} only. */
class StartBenchmarkIT {
    @Test
    void starts_on_a_long_history() throws Exception {
        new StartMeasurement().print();
    }
}
