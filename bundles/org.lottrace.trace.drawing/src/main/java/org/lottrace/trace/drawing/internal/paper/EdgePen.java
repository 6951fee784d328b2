package org.lottrace.trace.drawing.internal.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lottrace.trace.drawing.EdgeWidth;
import org.lottrace.trace.drawing.TraceEdge;
import org.lottrace.trace.drawing.TraceNode;
import org.lottrace.trace.drawing.internal.text.EdgeWords;

/**
 * Draws one connection: the thicker the larger its share, dashed when it was inferred; what can carry suspect goods ends in a full
 * arrowhead, everything else in an open one.
 */
final class EdgePen {
    private static final Map<EdgeWidth, Double> WIDTHS = Map.of(
            EdgeWidth.UNKNOWN,
            1.2,
            EdgeWidth.HAIR,
            1.2,
            EdgeWidth.THIN,
            2d,
            EdgeWidth.MEDIUM,
            3.5,
            EdgeWidth.THICK,
            5.5);
    private static final double CORNER = 7;
    private static final double HEAD = 8;

    private final Canvas canvas;
    private final EdgeWords words;
    private final Map<String, TraceNode> nodes;

    EdgePen(Canvas canvas, EdgeWords words, List<TraceNode> nodes) {
        this.canvas = canvas;
        this.words = words;
        this.nodes = nodes.stream().collect(Collectors.toMap(TraceNode::id, node -> node));
    }

    void draw(PlacedEdge placed) {
        TraceEdge edge = placed.edge();
        List<Point> way = placed.way();
        open(edge.width(), edge.suspect(), edge.inferred());
        stroke(edge.width(), edge.suspect(), edge.inferred(), way);
        canvas.hint(words.name(edge, nodes.get(edge.from()), nodes.get(edge.to())));
        canvas.close();
    }

    /** A line as an example. */
    void draw(EdgeWidth width, boolean suspect, boolean inferred, List<Point> way) {
        open(width, suspect, inferred);
        stroke(width, suspect, inferred, way);
        canvas.close();
    }

    private void open(EdgeWidth width, boolean suspect, boolean inferred) {
        String classes = "trace-edge trace-" + width.name().toLowerCase(Locale.ROOT)
                + (suspect ? " trace-suspect" : "")
                + (inferred ? " trace-inferred" : "");
        canvas.open(classes, Optional.empty(), "");
    }

    private void stroke(EdgeWidth width, boolean suspect, boolean inferred, List<Point> way) {
        Hue hue = suspect ? Hue.SUSPECT : Hue.LINE;
        Point end = way.get(way.size() - 1);
        Point before = way.get(way.size() - 2);
        double length = Math.hypot(end.x() - before.x(), end.y() - before.y());
        double toX = length == 0 ? 1 : (end.x() - before.x()) / length;
        double toY = length == 0 ? 0 : (end.y() - before.y()) / length;
        double head = HEAD + WIDTHS.get(width);
        Point neck = new Point(end.x() - toX * head * 0.8, end.y() - toY * head * 0.8);
        List<Point> shaft = new ArrayList<>(way.subList(0, way.size() - 1));
        shaft.add(neck);
        canvas.line(Ink.stroked("trace-way", hue, WIDTHS.get(width)).dashed(inferred), shaft, CORNER);
        Point left = new Point(end.x() - toX * head - toY * head / 2, end.y() - toY * head + toX * head / 2);
        Point right = new Point(end.x() - toX * head + toY * head / 2, end.y() - toY * head - toX * head / 2);
        canvas.polygon(
                suspect ? Ink.outlined("trace-head", hue, hue, 1.2) : Ink.outlined("trace-head", Hue.PAPER, hue, 1.2),
                List.of(end, left, right));
    }

    void label(PlacedEdge placed) {
        placed.label()
                .ifPresent(middle -> canvas.text(
                        Ink.filled("trace-label", placed.edge().suspect() ? Hue.SUSPECT : Hue.QUIET),
                        Lettering.TEXT,
                        middle.x(),
                        middle.y() + 4,
                        true,
                        words.label(placed.edge())));
    }
}
