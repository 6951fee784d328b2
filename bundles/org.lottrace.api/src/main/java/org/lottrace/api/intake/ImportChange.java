package org.lottrace.api.intake;

import java.util.Objects;

/**
 * One field of something known that an import changes.
 *
 * @param row the first row that is about it
 * @param key what it is called, such as the number of the item
 * @param field which field; an element of a list by its own key, {@code lines[10].quantity.amount}
 * @param before what is known; empty when nothing is
 * @param after what the file says; empty when it takes it away
 */
public record ImportChange(int row, String key, String field, String before, String after) {
    public ImportChange {
        Objects.requireNonNull(key);
        Objects.requireNonNull(field);
        Objects.requireNonNull(before);
        Objects.requireNonNull(after);
    }
}
