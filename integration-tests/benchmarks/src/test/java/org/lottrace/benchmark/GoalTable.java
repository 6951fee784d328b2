package org.lottrace.benchmark;

import java.util.ArrayList;
import java.util.List;

/** What a benchmark measured against its goals, told as one table at its end. A goal is met when the median of the turns meets it. */
final class GoalTable {
    private final List<String> rows = new ArrayList<>();

    void atMost(String row, double goal, List<Double> turns) {
        add(row, "at most", goal, turns, median(turns) <= goal);
    }

    void atLeast(String row, double goal, List<Double> turns) {
        add(row, "at least", goal, turns, median(turns) >= goal);
    }

    private void add(String row, String bound, double goal, List<Double> turns, boolean isMet) {
        rows.add("| %s | %s | %s %s | %s |".formatted(row, Spread.of(turns), bound, goal, isMet ? "met" : "not met"));
    }

    private static double median(List<Double> turns) {
        return turns.stream().sorted().toList().get(turns.size() / 2);
    }

    @Override
    public String toString() {
        return "| row | measured | goal | |\n|---|---|---|---|\n" + String.join("\n", rows);
    }
}
