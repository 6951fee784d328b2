package org.lottrace.trace.drawing;

import java.util.Objects;

/**
 * Names a group of nodes that can be folded into one. The same trace has the same groups, whatever is opened.
 *
 * @param value {@code fan:} with the first of nodes that all hang on the same neighbors, {@code item:} with an item number,
 *     {@code suppliers}, {@code consignees}, or {@code stage:} with a column
 */
public record FoldId(String value) implements Comparable<FoldId> {
    /** All parties from which lots came. */
    public static final FoldId SUPPLIERS = new FoldId("suppliers");

    /** All parties to which lots went. */
    public static final FoldId CONSIGNEES = new FoldId("consignees");

    public FoldId {
        Objects.requireNonNull(value);
    }

    /** @return the group of nodes like this one: of the same kind, with the same neighbors */
    public static FoldId fan(String firstMember) {
        return new FoldId("fan:" + firstMember);
    }

    /** @return the lots of an item */
    public static FoldId item(String number) {
        return new FoldId("item:" + number);
    }

    /** @return everything in a column */
    public static FoldId stage(Stage stage) {
        return new FoldId("stage:" + stage.name());
    }

    @Override
    public int compareTo(FoldId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
