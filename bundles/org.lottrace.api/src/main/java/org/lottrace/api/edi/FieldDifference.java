package org.lottrace.api.edi;

import java.util.Objects;

/**
 * A fact that two versions of a mapping read or write otherwise.
 *
 * @param set code and control number of the transaction set, such as {@code 856 0001}
 * @param field as {@link ReadField#name()}; of what we send an element, such as {@code LIN[2]/03}
 * @param before what is read today; empty: nothing
 * @param after what the draft reads; empty: nothing
 */
public record FieldDifference(String set, String field, String before, String after) {
    public FieldDifference {
        Objects.requireNonNull(set);
        Objects.requireNonNull(field);
        Objects.requireNonNull(before);
        Objects.requireNonNull(after);
    }
}
