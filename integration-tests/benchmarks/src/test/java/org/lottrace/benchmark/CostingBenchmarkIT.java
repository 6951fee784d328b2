package org.lottrace.benchmark;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Prints what costing takes; run by the profile {@code benchmark} only. */
class CostingBenchmarkIT {
    @Test
    void a_history_costed_from_scratch_and_questions_to_it() throws IOException {
        try (CostingMeasurement measurement = new CostingMeasurement()) {
            measurement.printHistory();
        }
    }

    @Test
    void long_orders_and_lots_that_live_long() throws IOException {
        try (CostingMeasurement measurement = new CostingMeasurement()) {
            measurement.printLengths();
        }
    }

    @Test
    void posting_with_costing_against_posting_alone() throws IOException {
        try (CostingMeasurement measurement = new CostingMeasurement()) {
            measurement.printPosting();
        }
    }
}
