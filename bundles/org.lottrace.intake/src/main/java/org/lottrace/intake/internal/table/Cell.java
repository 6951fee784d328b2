package org.lottrace.intake.internal.table;

/**
 * What stands in a cell.
 *
 * @param text without blanks around it
 * @param isExact true when the file itself says that it is a number or a date: then it is written with a decimal point and by ISO
 *     8601, whatever other cells look like
 * @param fault why it cannot be used, for people; empty when it can. Who does not need the cell does not care
 */
public record Cell(String text, boolean isExact, String fault) {
    /** Nothing stands there. */
    public static final Cell EMPTY = new Cell("", false, "");

    /** @param text as it stands there; blanks that do not break are blanks, too */
    public static Cell of(String text) {
        return new Cell(text.replace('\u00a0', ' ').strip(), false, "");
    }

    public static Cell exact(String text) {
        return new Cell(text, true, "");
    }

    static Cell faulty(String text, String fault) {
        return new Cell(text, false, fault);
    }

    /** @return the same with another text */
    public Cell with(String other) {
        return new Cell(other, isExact, fault);
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }
}
