package org.lottrace.api.identification;

import java.util.Objects;

/**
 * One element of a scan.
 *
 * @param ai application identifier, 2 to 4 digits
 * @param value without the identifier, separators and escapes
 * @param title the data title of GS1, such as {@code BATCH/LOT}; empty where GS1 has none
 * @param offset of the value in what was scanned, in characters from 0
 */
public record ScannedElement(String ai, String value, String title, int offset) {
    public ScannedElement {
        Objects.requireNonNull(ai);
        Objects.requireNonNull(value);
        Objects.requireNonNull(title);
    }
}
