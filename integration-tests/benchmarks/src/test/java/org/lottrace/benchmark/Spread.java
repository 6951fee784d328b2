package org.lottrace.benchmark;

import java.util.List;

/** How several turns are told: the median, and from which to which they go. */
final class Spread {
    private Spread() {}

    static String of(List<Double> turns) {
        List<Double> sorted = turns.stream().sorted().toList();
        return "median %.2f, from %.2f to %.2f"
                .formatted(sorted.get(sorted.size() / 2), sorted.get(0), sorted.get(sorted.size() - 1));
    }
}
