package org.lottrace.benchmark;

import java.util.List;

/** How several turns are told: the median, and from which to which they go. */
public final class Spread {
    private Spread() {}

    public static String of(List<Double> turns) {
        List<Double> sorted = turns.stream().sorted().toList();
        return "median %.3f, from %.3f to %.3f"
                .formatted(sorted.get(sorted.size() / 2), sorted.get(0), sorted.get(sorted.size() - 1));
    }
}
