package org.lottrace.ledger.internal.follow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {
    /** Chance gives the least and the most that it may. */
    @ParameterizedTest
    @CsvSource({
        "1, PT1H, PT0.5S, PT1S",
        "2, PT1H, PT1S, PT2S",
        "5, PT1H, PT8S, PT16S",
        "5, PT16S, PT8S, PT16S",
        "5, PT15S, PT7.5S, PT15S",
        "21, P99D, PT524288S, PT1048576S",
        "22, P99D, PT524288S, PT1048576S",
        "1000000, PT1H, PT30M, PT1H"
    })
    void a_pause_is_twice_as_long_each_time_up_to_the_longest_and_half_of_it_is_chance(
            int attempts, Duration longest, Duration least, Duration most) {
        assertEquals(most, new BackOff(chance(false)).after(attempts, longest));
        assertEquals(least, new BackOff(chance(true)).after(attempts, longest));
    }

    private static RandomGenerator chance(boolean most) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new UnsupportedOperationException("it is asked with a bound");
            }

            @Override
            public long nextLong(long bound) {
                return most ? bound - 1 : 0;
            }
        };
    }
}
