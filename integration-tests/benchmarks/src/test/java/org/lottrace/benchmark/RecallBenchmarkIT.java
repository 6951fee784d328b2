package org.lottrace.benchmark;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Prints what opening a recall of 10,000 lots takes; run by the profile {@code benchmark} only. */
class RecallBenchmarkIT {
    @Test
    void a_recall_of_ten_thousand_lots_beside_two_who_post() throws InterruptedException, IOException {
        new RecallMeasurement().print();
    }
}
