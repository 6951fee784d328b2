package org.lottrace.benchmark;

import org.junit.jupiter.api.Test;

/** Prints how a wave of 1,000 orders compares with plain JDBC; run by the profile {@code benchmark} only. */
class WaveBenchmarkIT {
    @Test
    void a_wave_of_a_thousand_orders_against_the_same_reservations_by_jdbc() throws Exception {
        new WaveComparison().print();
    }
}
