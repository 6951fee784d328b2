package org.lottrace.trace.drawing.internal.paper;

/**
 * How wide a text is in the fonts of the drawing. Liberation Sans, Arial and Helvetica have the same widths, so that what fits on the
 * server fits in the browser and on paper.
 *
 * @param size in pixels
 * @param bold a little wider
 */
record Lettering(double size, boolean bold) {
    static final Lettering TITLE = new Lettering(14, true);
    static final Lettering TEXT = new Lettering(12, false);
    static final Lettering STATUS = new Lettering(12, true);
    static final Lettering HEADING = new Lettering(13, true);

    private static final String ELLIPSIS = "\u2026";

    /** Thousandths of the size, of the characters from space to tilde. */
    private static final int[] WIDTHS = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
                556,
        556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556,
                833,
        722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500,
                556,
        556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500,
                334,
        260, 334, 584
    };

    private static final int OTHER = 620;
    private static final int WIDE = 1000;
    private static final int FIRST_WIDE = 0x1100;
    private static final double BOLD = 1.08;

    /** @return in pixels */
    double width(String text) {
        long thousandths = text.codePoints().mapToLong(Lettering::width).sum();
        return thousandths * size * (bold ? BOLD : 1) / 1000;
    }

    /** @return as much of the text as is not wider than that, with an ellipsis when it is not all */
    String fit(String text, double room) {
        if (width(text) <= room) {
            return text;
        }
        int[] letters = text.codePoints().toArray();
        int end = letters.length;
        while (end > 0 && width(new String(letters, 0, end).stripTrailing() + ELLIPSIS) > room) {
            end--;
        }
        return new String(letters, 0, end).stripTrailing() + ELLIPSIS;
    }

    private static int width(int letter) {
        int index = letter - ' ';
        if (index >= 0 && index < WIDTHS.length) {
            return WIDTHS[index];
        }
        return letter >= FIRST_WIDE ? WIDE : OTHER;
    }
}
