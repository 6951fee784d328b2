package org.lottrace.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The stores that the benchmarks measure write every chain; no setting turns one of them off. */
class ChainsTest {
    @Test
    void what_a_benchmark_posts_is_hashed_sealed_and_chained() {
        try (ChainsMeasurement posted = new ChainsMeasurement()) {
            posted.transfer(50);
            assertNotEquals(List.of(), posted.wrong(), "nothing looks after the chains by itself here");

            posted.catchUp();

            assertEquals(List.of(), posted.wrong());
        }
    }
}
