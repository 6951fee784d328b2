package org.lottrace.gs1.internal.scan;

import java.util.Arrays;

/** A text, and where each of its characters was scanned: escapes are longer than what they mean. */
public final class Located {
    private final String text;

    /** One more than characters: where the text ends. */
    private final int[] offsets;

    private Located(String text, int[] offsets) {
        this.text = text;
        this.offsets = offsets;
    }

    /** @return a text that stands as it is, beginning there */
    public static Located at(int offset, String text) {
        int[] offsets = new int[text.length() + 1];
        Arrays.setAll(offsets, i -> offset + i);
        return new Located(text, offsets);
    }

    /** @return a text that was made of what was scanned from there to there */
    static Located made(String text, int from, int to) {
        int[] offsets = new int[text.length() + 1];
        Arrays.fill(offsets, from);
        offsets[text.length()] = to;
        return new Located(text, offsets);
    }

    String text() {
        return text;
    }

    int length() {
        return text.length();
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    int offset(int index) {
        return offsets[index];
    }

    int start() {
        return offsets[0];
    }

    Located from(int begin) {
        return between(begin, text.length());
    }

    Located between(int begin, int end) {
        return new Located(text.substring(begin, end), Arrays.copyOfRange(offsets, begin, end + 1));
    }

    /** Collects characters with their places. */
    static final class Builder {
        private final StringBuilder text = new StringBuilder();
        private int[] offsets = new int[16];

        Builder add(char character, int offset) {
            room();
            offsets[text.length()] = offset;
            text.append(character);
            return this;
        }

        Located end(int offset) {
            room();
            offsets[text.length()] = offset;
            return new Located(text.toString(), Arrays.copyOf(offsets, text.length() + 1));
        }

        private void room() {
            if (text.length() + 1 >= offsets.length) {
                offsets = Arrays.copyOf(offsets, 2 * offsets.length);
            }
        }
    }
}
