package org.lottrace.trace.drawing.internal.paper;

import java.util.Optional;

/**
 * How something is drawn: on a page by its classes and the style sheet, on paper by its colors.
 *
 * @param classes names of CSS classes
 * @param fill on paper; absent for none
 * @param stroke on paper; absent for none
 * @param width of the stroke, in pixels
 */
record Ink(String classes, Optional<Hue> fill, Optional<Hue> stroke, double width, boolean dashed) {
    static Ink filled(String classes, Hue fill) {
        return new Ink(classes, Optional.of(fill), Optional.empty(), 0, false);
    }

    static Ink stroked(String classes, Hue stroke, double width) {
        return new Ink(classes, Optional.empty(), Optional.of(stroke), width, false);
    }

    static Ink outlined(String classes, Hue fill, Hue stroke, double width) {
        return new Ink(classes, Optional.of(fill), Optional.of(stroke), width, false);
    }

    Ink dashed(boolean yes) {
        return new Ink(classes, fill, stroke, width, yes);
    }
}
