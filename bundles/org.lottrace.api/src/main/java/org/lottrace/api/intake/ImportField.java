package org.lottrace.api.intake;

import java.util.Objects;

/**
 * What a column of a file can be mapped to.
 *
 * @param name such as {@code lines.quantity.unit}
 * @param form what a value is made of, for people
 * @param example such a value
 * @param needed whether every row has to have it
 * @param within what it is part of, when it is needed only together with other fields of that: {@code packUnits}; else empty
 * @param isKey whether it tells which rows belong together
 * @param repeats whether each row of a group has its own, as the lines of an order
 * @param meaning one sentence
 */
public record ImportField(
        String name,
        String form,
        String example,
        boolean needed,
        String within,
        boolean isKey,
        boolean repeats,
        String meaning) {
    public ImportField {
        Objects.requireNonNull(name);
        Objects.requireNonNull(form);
        Objects.requireNonNull(example);
        Objects.requireNonNull(within);
        Objects.requireNonNull(meaning);
    }
}
