package org.lottrace.api.identification;

import java.util.Objects;
import java.util.Optional;

/**
 * Elements as bar codes and people have them.
 *
 * @param elementString what a GS1 symbol carries behind its first FNC1; further ones as GS (0x1D), only where they are needed
 * @param brackets with the identifiers in brackets; a bracket that belongs to a value has a {@code \} before it
 * @param link as a GS1 Digital Link URI; absent when no element is a key of one
 */
public record WrittenElements(String elementString, String brackets, Optional<String> link) {
    public WrittenElements {
        Objects.requireNonNull(elementString);
        Objects.requireNonNull(brackets);
        Objects.requireNonNull(link);
    }
}
