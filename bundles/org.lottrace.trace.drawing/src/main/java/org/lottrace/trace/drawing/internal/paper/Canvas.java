package org.lottrace.trace.drawing.internal.paper;

import java.util.List;
import java.util.Optional;

/** What a drawing is drawn on. */
interface Canvas {
    /** Begins a part; parts do not lie in each other. Of a part without a name readers are told nothing. */
    void open(String classes, Optional<String> href, String name);

    /** Ends the part. */
    void close();

    void box(Ink ink, double x, double y, double width, double height, double radius);

    void circle(Ink ink, double x, double y, double radius);

    /** A line through points; its corners are round by that radius. */
    void line(Ink ink, List<Point> points, double radius);

    void polygon(Ink ink, List<Point> points);

    /** @param y of the line the letters stand on */
    void text(Ink ink, Lettering lettering, double x, double y, boolean centered, String text);

    /** What somebody is told who points at what was drawn last in this part. */
    void hint(String text);
}
