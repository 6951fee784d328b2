package org.lottrace.api.violation;

import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One step of the way to a problem. Which of its parts mean something says its kind.
 *
 * @param kind what the step leads into
 * @param name see {@link Kind}
 * @param number counted from 1; 0 where there is none
 */
public record PathStep(Kind kind, String name, int number) implements Comparable<PathStep> {
    private static final Pattern PROPERTY = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final int LETTERS = 26;

    /** By kind, then by name with numbers in their order, 2 before 10, then by number. */
    private static final Comparator<PathStep> ORDER = Comparator.comparing(PathStep::kind)
            .thenComparing(step -> isNumber(step.name) ? step.name.length() : 0)
            .thenComparing(PathStep::name)
            .thenComparing(PathStep::number);

    /** What a step leads into. */
    public enum Kind {
        /** A property of a request by its name in the api; with a number it is a list, and one element of it is meant. */
        PROPERTY,
        /** A functional group of an X12 interchange; the name is its control number. */
        GROUP,
        /** A transaction set of an X12 interchange; the name is its control number. */
        SET,
        /** A level of a hierarchical X12 message; the name is its HL01. */
        LEVEL,
        /** A segment by its place in the message; the name is that place, counted from 1, as whoever names it writes it. */
        POSITION,
        /** A segment; the name is its tag, with element or qualifier where those are named together, as {@code SN102}. */
        SEGMENT,
        /** An element of a segment; the name is its number, with a component {@code 2:1}. */
        ELEMENT,
        /** A line of a file; the number says which. */
        ROW,
        /** A column of a file; the name is its heading, the number says which. */
        COLUMN,
        /** In words, as the name says; so is a path that was read back from where it was written down. */
        WORDS
    }

    /** @throws IllegalArgumentException if the name is not one of a property, or the number cannot be one of the kind */
    public PathStep {
        Objects.requireNonNull(name);
        boolean isCounted = kind == Kind.ROW || kind == Kind.COLUMN;
        if (kind == Kind.PROPERTY && !PROPERTY.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is not the name of a property; build a path step by step");
        }
        if (number < (isCounted ? 1 : 0) || number > 0 && !isCounted && kind != Kind.PROPERTY) {
            throw new IllegalArgumentException(
                    kind + " has no number " + number + "; what is counted is counted from 1");
        }
    }

    public static PathStep property(String name) {
        return new PathStep(Kind.PROPERTY, name, 0);
    }

    /** @param number of the element, from 1 */
    public static PathStep property(String list, int number) {
        return new PathStep(Kind.PROPERTY, list, number);
    }

    public static PathStep group(String control) {
        return new PathStep(Kind.GROUP, control, 0);
    }

    public static PathStep set(String control) {
        return new PathStep(Kind.SET, control, 0);
    }

    public static PathStep level(String id) {
        return new PathStep(Kind.LEVEL, id, 0);
    }

    public static PathStep position(String position) {
        return new PathStep(Kind.POSITION, position, 0);
    }

    public static PathStep segment(String tag) {
        return new PathStep(Kind.SEGMENT, tag, 0);
    }

    public static PathStep element(String element) {
        return new PathStep(Kind.ELEMENT, element, 0);
    }

    public static PathStep row(int number) {
        return new PathStep(Kind.ROW, "", number);
    }

    public static PathStep column(int number, String heading) {
        return new PathStep(Kind.COLUMN, heading, number);
    }

    public static PathStep words(String words) {
        return new PathStep(Kind.WORDS, words, 0);
    }

    /** @return the name of one element, {@code line} of {@code lines}; the name itself where no element is meant */
    public String nameOfOne() {
        if (number == 0 || !name.endsWith("s")) {
            return name;
        }
        return name.endsWith("ies") ? name.substring(0, name.length() - 3) + "y" : name.substring(0, name.length() - 1);
    }

    /** @return the number of a column as a spreadsheet shows it: A to Z, then AA */
    public String letters() {
        StringBuilder letters = new StringBuilder();
        for (int rest = number; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.toString();
    }

    @Override
    public int compareTo(PathStep other) {
        return ORDER.compare(this, other);
    }

    private static boolean isNumber(String name) {
        return !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
