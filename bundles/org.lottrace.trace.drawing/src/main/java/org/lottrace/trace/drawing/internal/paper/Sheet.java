package org.lottrace.trace.drawing.internal.paper;

import java.util.List;

/**
 * A graph that was laid out.
 *
 * @param nodes in reading order: by column, and in it from top to bottom
 * @param edges the suspect ones last, so that they lie above the others
 */
record Sheet(List<PlacedNode> nodes, List<PlacedEdge> edges, List<Column> columns, double width, double height) {
    Sheet {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        columns = List.copyOf(columns);
    }
}
