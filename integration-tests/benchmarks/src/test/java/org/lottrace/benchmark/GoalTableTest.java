package org.lottrace.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class GoalTableTest {
    @Test
    void each_row_says_whether_the_median_of_its_turns_meets_the_goal() {
        GoalTable goals = new GoalTable();

        goals.atMost("time", 3, List.of(4.0, 2.0, 3.0));
        goals.atMost("time", 2.9, List.of(4.0, 2.0, 3.0));
        goals.atLeast("lines", 0.5, List.of(0.4, 0.5, 0.6));
        goals.atLeast("lines", 0.5, List.of(0.4, 0.49, 0.6));

        assertEquals("""
                | row | measured | goal | |
                |---|---|---|---|
                | time | median 3.000, from 2.000 to 4.000 | at most 3.0 | met |
                | time | median 3.000, from 2.000 to 4.000 | at most 2.9 | not met |
                | lines | median 0.500, from 0.400 to 0.600 | at least 0.5 | met |
                | lines | median 0.490, from 0.400 to 0.600 | at least 0.5 | not met |""", goals.toString());
    }
}
