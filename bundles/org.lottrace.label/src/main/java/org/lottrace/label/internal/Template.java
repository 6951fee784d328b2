package org.lottrace.label.internal;

import java.util.List;

/**
 * How a label looks. Lengths are hundredths of a millimetre.
 *
 * @param width of the label
 * @param height of the label
 * @param parts of it, in their order
 * @param problems what is wrong with it, each with the number of its part; a template with problems makes no label
 */
record Template(int width, int height, List<Part> parts, List<String> problems) {
    /** What a part is. */
    enum Kind {
        TEXT,
        GS1_128,
        DATAMATRIX,
        QR
    }

    /**
     * Something on the label.
     *
     * @param width of a text: what is left for it
     * @param words of a text, with names in braces
     * @param identifiers of the elements that a bar code carries, in which {@code n} is any digit; none: all
     */
    record Part(Kind kind, int x, int y, int width, int height, String words, List<String> identifiers) {
        Part {
            identifiers = List.copyOf(identifiers);
        }
    }

    Template {
        parts = List.copyOf(parts);
        problems = List.copyOf(problems);
    }
}
