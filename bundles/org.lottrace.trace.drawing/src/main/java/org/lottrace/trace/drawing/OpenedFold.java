package org.lottrace.trace.drawing;

import java.util.Comparator;
import java.util.Objects;

/**
 * A group that is opened. A large one is shown in parts of up to {@link Folding#PART} members.
 *
 * @param fold which group
 * @param part which part of its members is shown, from 1
 */
public record OpenedFold(FoldId fold, int part) implements Comparable<OpenedFold> {
    private static final Comparator<OpenedFold> ORDER =
            Comparator.comparing(OpenedFold::fold).thenComparing(OpenedFold::part);

    /** @throws IllegalArgumentException if the part is less than 1 */
    public OpenedFold {
        Objects.requireNonNull(fold);
        if (part < 1) {
            throw new IllegalArgumentException("the parts of a group count from 1, not " + part);
        }
    }

    /**
     * @param text a group, and when it is not the first part {@code @} and its number, as {@link #toString()} writes it
     * @throws IllegalArgumentException if what follows the {@code @} is no number from 1
     */
    public static OpenedFold parse(String text) {
        int at = text.lastIndexOf('@');
        if (at < 0) {
            return new OpenedFold(new FoldId(text), 1);
        }
        try {
            return new OpenedFold(new FoldId(text.substring(0, at)), Integer.parseInt(text.substring(at + 1)));
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException("not a group and its part: " + text, noNumber);
        }
    }

    @Override
    public int compareTo(OpenedFold other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return fold + (part == 1 ? "" : "@" + part);
    }
}
