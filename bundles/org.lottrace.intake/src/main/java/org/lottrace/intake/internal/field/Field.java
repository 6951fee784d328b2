package org.lottrace.intake.internal.field;

/**
 * What a column can be mapped to.
 *
 * @param name such as {@code lines.quantity.unit}
 * @param form of its values
 * @param isNeeded whether it has to be there, in {@code within} or always
 * @param within what may be left out as a whole; empty when it is not inside of such
 * @param repeats whether each row about a thing has its own
 * @param isSet whether a cell has several values, with semicolons between them
 */
public record Field(String name, Form form, boolean isNeeded, String within, boolean repeats, boolean isSet) {
    /**
     * @param text as the forms of the api have it
     * @return its value
     * @throws IllegalArgumentException if it has none
     */
    public Object read(String text) {
        return form.reader().apply(Notation.PLAIN.plain(text, form.type()));
    }
}
