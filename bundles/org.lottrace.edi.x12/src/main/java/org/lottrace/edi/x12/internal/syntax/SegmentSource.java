package org.lottrace.edi.x12.internal.syntax;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What cuts a file into segments, asked while it stands in an interchange. */
interface SegmentSource {
    /** @return the delimiters that the interchange says */
    Delimiters delimiters();

    /**
     * @param from where the first segment begins
     * @param to where the last one ends
     * @param position of the first segment in the file
     * @return reads these segments once more, with the delimiters and characters that hold now
     */
    Supplier<List<Segment>> again(int from, int to, int position);

    /**
     * @param offsets where each segment of a set begins
     * @param to where the last one ends
     * @param position of the first segment in the file
     * @return as {@link #again}, each segment read whenever it is asked for; empty when none can be read without those before it
     */
    Optional<List<Segment>> eachAgain(int[] offsets, int to, int position);
}
