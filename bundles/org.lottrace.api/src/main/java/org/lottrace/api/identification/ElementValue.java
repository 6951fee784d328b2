package org.lottrace.api.identification;

import java.util.Objects;

/**
 * One element: an application identifier and its value.
 *
 * @param ai 2 to 4 digits
 * @param value as GS1 writes it, without the identifier
 */
public record ElementValue(String ai, String value) {
    public ElementValue {
        Objects.requireNonNull(ai);
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return "(" + ai + ")" + value;
    }
}
