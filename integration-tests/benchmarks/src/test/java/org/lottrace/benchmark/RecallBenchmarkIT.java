package org.lottrace.benchmark;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Prints what opening a recall of 10,000 lots takes, and what else is done to so many at once; run by the profile {@code benchmark} only. */
class RecallBenchmarkIT {
    @Test
    void a_recall_of_ten_thousand_lots_beside_two_who_post() throws InterruptedException, IOException {
        new RecallMeasurement().print();
    }

    @Test
    void the_other_steps_of_a_recall_and_a_hold_of_ten_thousand_lots() throws InterruptedException, IOException {
        new RecallStepsMeasurement().print();
    }
}
