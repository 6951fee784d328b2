package org.lottrace.api.edi;

import java.util.Objects;

/**
 * The text of an interchange, for people.
 *
 * @param text UTF-8, or ISO 8859-1 where it is not valid UTF-8; of a longer one the first {@link #MOST_BYTES} bytes
 * @param bytes how many the interchange has
 */
public record InterchangeText(String text, long bytes) {
    /** What a page can show and a program can hold: 1 MB. */
    public static final int MOST_BYTES = 1024 * 1024;

    public InterchangeText {
        Objects.requireNonNull(text);
    }

    /** @return true when nothing was cut off */
    public boolean isWhole() {
        return bytes <= MOST_BYTES;
    }
}
