package org.lottrace.api.edi;

import java.util.Objects;

/**
 * A part of a transaction set that states a fact, such as a quantity or a lot, which nobody read.
 *
 * @param segment number of the segment within the set, 1 for ST
 * @param tag of the segment
 * @param element number of the element; 0 for the segment as a whole
 * @param text what stands there
 * @param message for people: what would be lost, and what to do
 */
public record UnreadPart(int segment, String tag, int element, String text, String message) {
    public UnreadPart {
        Objects.requireNonNull(tag);
        Objects.requireNonNull(text);
        Objects.requireNonNull(message);
    }
}
