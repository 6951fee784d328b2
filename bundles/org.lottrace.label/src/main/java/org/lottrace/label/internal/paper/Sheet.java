package org.lottrace.label.internal.paper;

import java.util.List;

/**
 * A label with everything in its place. All lengths are dots, {@value #DOTS} for a millimetre, so that bars are whole dots.
 *
 * @param width of the label
 * @param height of the label
 * @param boxes black
 * @param lines of text
 */
public record Sheet(int width, int height, List<Box> boxes, List<Line> lines) {
    /** 300 dots for an inch, as label printers have. */
    public static final int DOTS = 12;

    private static final int HUNDREDTHS = 100;

    public Sheet {
        boxes = List.copyOf(boxes);
        lines = List.copyOf(lines);
    }

    /** A black rectangle; its left and top edge, width and height. */
    public record Box(int x, int y, int width, int height) {}

    /**
     * A text in one line.
     *
     * @param x where it begins
     * @param y the top of its letters
     * @param height of the letters
     */
    public record Line(int x, int y, int height, String text) {}

    /** @return hundredths of a millimetre as dots */
    public static int dots(int hundredths) {
        return hundredths * DOTS / HUNDREDTHS;
    }
}
