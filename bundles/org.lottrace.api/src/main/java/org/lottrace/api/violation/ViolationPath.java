package org.lottrace.api.violation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a problem is: the steps from the whole of a request, a message or a file to the part that is wrong. Rules build it;
 * each edge writes it as its readers know it.
 *
 * @param steps none when the whole is meant
 */
public record ViolationPath(List<PathStep> steps) implements Comparable<ViolationPath> {
    /** No part of it: the whole. */
    public static final ViolationPath WHOLE = new ViolationPath(List.of());

    public ViolationPath {
        steps = List.copyOf(steps);
    }

    /** @throws IllegalArgumentException if that is not the name of a property */
    public static ViolationPath of(String property) {
        return of(PathStep.property(property));
    }

    /**
     * One element of a list: the second line is {@code of("lines", 2)}.
     *
     * @param number from 1
     */
    public static ViolationPath of(String list, int number) {
        return of(PathStep.property(list, number));
    }

    public static ViolationPath of(PathStep... steps) {
        return new ViolationPath(Arrays.asList(steps));
    }

    /** @throws IllegalArgumentException if that is not the name of a property */
    public ViolationPath then(String property) {
        return then(PathStep.property(property));
    }

    /** @param number of the element, from 1 */
    public ViolationPath then(String list, int number) {
        return then(PathStep.property(list, number));
    }

    public ViolationPath then(PathStep... further) {
        return then(of(further));
    }

    /** @return the way on from here by that path */
    public ViolationPath then(ViolationPath further) {
        return new ViolationPath(
                Stream.concat(steps.stream(), further.steps.stream()).toList());
    }

    public boolean isWhole() {
        return steps.isEmpty();
    }

    /** A part comes after its whole, the tenth line after the second. */
    @Override
    public int compareTo(ViolationPath other) {
        return Arrays.compare(steps.toArray(PathStep[]::new), other.steps.toArray(PathStep[]::new));
    }

    /**
     * @return the text for files, stores and scripts, which does not change: {@code lines[2].quantity},
     *     {@code set 0001 / 14 / N1 / 2}, {@code line 5 column P (On hand)}; empty for the whole
     */
    @Override
    public String toString() {
        return PathText.of(steps);
    }
}
