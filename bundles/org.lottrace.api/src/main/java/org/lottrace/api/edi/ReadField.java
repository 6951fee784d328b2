package org.lottrace.api.edi;

import java.util.Objects;

/**
 * One fact of what a transaction set becomes.
 *
 * @param name where it stands there, in LotTrace's own words, such as {@code lines[3].lotNumber}; the first line is 1
 * @param value as text; never empty, for what is not stated is no field
 */
public record ReadField(String name, String value) {
    public ReadField {
        Objects.requireNonNull(name);
        Objects.requireNonNull(value);
    }
}
