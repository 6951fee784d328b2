package org.lottrace.benchmark;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Prints how opening stock compares with COPY; run by the profile {@code benchmark} only. */
class ImportBenchmarkIT {
    @Test
    void opening_stock_of_a_hundred_thousand_lots_against_copy() throws IOException {
        new ImportComparison().print();
    }
}
