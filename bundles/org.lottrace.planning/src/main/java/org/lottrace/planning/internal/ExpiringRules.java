package org.lottrace.planning.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.lottrace.api.planning.ExpiringLot;
import org.lottrace.api.planning.Measures.Expiring;
import org.lottrace.api.planning.RotationMeasures;

/** Lots by how long they are still good. */
final class ExpiringRules {
    private static final int EXPIRED = -1;

    private ExpiringRules() {}

    /**
     * @param text as it is configured
     * @return ascending, each once
     * @throws IllegalArgumentException if it names no days, or what is no number of days
     */
    static List<Integer> steps(String text) {
        List<String> words = Arrays.stream(text.trim().split("[ ,]+")).toList();
        if (!words.stream().allMatch(word -> word.matches("[0-9]{1,4}"))) {
            throw new IllegalArgumentException("expiring.days of org.lottrace.planning is \"" + text
                    + "\": write whole numbers of days with blanks between them, such as 7 14 30");
        }
        List<Integer> steps =
                words.stream().map(Integer::valueOf).sorted().distinct().toList();
        if (steps.get(steps.size() - 1) > RotationMeasures.MOST_DAYS_AHEAD) {
            throw new IllegalArgumentException("expiring.days of org.lottrace.planning is \"" + text
                    + "\": take at most " + RotationMeasures.MOST_DAYS_AHEAD + " days");
        }
        return steps;
    }

    /**
     * @param steps most days left of each step, ascending
     * @return what is expired, and then one for each step: what is in none before
     */
    static List<Expiring> of(List<ExpiringLot> lots, List<Integer> steps) {
        List<Integer> ends = new ArrayList<>(List.of(EXPIRED));
        ends.addAll(steps);
        return IntStream.range(0, ends.size())
                .mapToObj(step -> step(ends.get(step), lots, step == 0 ? Integer.MIN_VALUE : ends.get(step - 1)))
                .toList();
    }

    private static Expiring step(int days, List<ExpiringLot> lots, int after) {
        List<ExpiringLot> in = lots.stream()
                .filter(lot -> lot.daysLeft() > after && lot.daysLeft() <= days)
                .toList();
        return new Expiring(
                days,
                in.size(),
                WasteRules.sum(in.stream().flatMap(lot -> lot.value().stream())),
                in.stream().filter(lot -> lot.value().isEmpty()).count());
    }
}
