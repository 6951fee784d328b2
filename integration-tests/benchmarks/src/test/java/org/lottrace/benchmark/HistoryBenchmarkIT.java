package org.lottrace.benchmark;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Prints how the length of the ledger tells; run by the profile {@code benchmark} only. */
class HistoryBenchmarkIT {
    @Test
    void the_same_questions_after_few_and_after_many_events() throws IOException {
        new HistoryComparison().print();
    }
}
