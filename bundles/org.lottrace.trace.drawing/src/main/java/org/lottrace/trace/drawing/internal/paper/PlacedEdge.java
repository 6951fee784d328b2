package org.lottrace.trace.drawing.internal.paper;

import java.util.List;
import java.util.Optional;
import org.lottrace.trace.drawing.TraceEdge;

/**
 * A connection and its way.
 *
 * @param way from its left end to its right one, at least two points
 * @param label the middle of the text beside it
 */
record PlacedEdge(TraceEdge edge, List<Point> way, Optional<Point> label) {
    PlacedEdge {
        way = List.copyOf(way);
    }
}
