package org.lottrace.trace.drawing.internal.paper;

import java.util.List;

/** A line through points with round corners. */
final class Round {
    private Round() {}

    /** Walks along the line: straight to a point, and round a corner to another one. */
    interface Pen {
        void move(Point to);

        void straight(Point to);

        void corner(Point around, Point to);
    }

    static void walk(List<Point> points, double radius, Pen pen) {
        pen.move(points.get(0));
        for (int i = 1; i < points.size() - 1; i++) {
            Point corner = points.get(i);
            double before = distance(points.get(i - 1), corner);
            double after = distance(corner, points.get(i + 1));
            double cut = Math.min(radius, Math.min(before, after) / 2);
            if (cut > 0.5) {
                pen.straight(towards(corner, points.get(i - 1), cut / before));
                pen.corner(corner, towards(corner, points.get(i + 1), cut / after));
            } else {
                pen.straight(corner);
            }
        }
        pen.straight(points.get(points.size() - 1));
    }

    private static double distance(Point one, Point other) {
        return Math.hypot(one.x() - other.x(), one.y() - other.y());
    }

    private static Point towards(Point from, Point to, double part) {
        return new Point(from.x() + (to.x() - from.x()) * part, from.y() + (to.y() - from.y()) * part);
    }
}
