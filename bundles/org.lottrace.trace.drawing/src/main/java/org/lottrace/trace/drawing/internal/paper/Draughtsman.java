package org.lottrace.trace.drawing.internal.paper;

import java.util.Optional;
import java.util.function.Function;
import org.lottrace.trace.drawing.TraceGraph;
import org.lottrace.trace.drawing.TraceNode;
import org.lottrace.trace.drawing.internal.text.EdgeWords;
import org.lottrace.trace.drawing.internal.text.NodeWords;
import org.lottrace.trace.drawing.internal.text.Texts;

/** Draws a graph that was laid out, the same on every canvas: columns, lines, boxes, legend and what was left out. */
public final class Draughtsman {
    private static final double BAND = 18;
    private static final double LEAST_WIDTH = 560;
    private static final double BOTTOM = 14;
    private static final double LINE = 18;

    private final TraceGraph graph;
    private final Texts texts;
    private final Sheet sheet;
    private final Legend legend;

    public Draughtsman(TraceGraph graph, Texts texts) {
        this.graph = graph;
        this.texts = texts;
        sheet = new Layout(graph, texts).sheet();
        legend = new Legend(graph, texts, width());
    }

    double width() {
        return Math.max(LEAST_WIDTH, sheet.width());
    }

    double height() {
        return legendTop() + legend.height() + LINE + BOTTOM;
    }

    /** @return what the whole drawing shows, in a sentence or two */
    String name() {
        return texts.say(
                "drawing.name",
                texts.say("direction." + graph.direction().name()),
                graph.lots(),
                graph.parties(),
                note());
    }

    Texts texts() {
        return texts;
    }

    void draw(Canvas canvas, Function<TraceNode, Optional<String>> links) {
        sheet.columns().forEach(column -> draw(column, canvas));
        EdgePen edges = new EdgePen(canvas, new EdgeWords(texts), graph.nodes());
        sheet.edges().forEach(edges::draw);
        NodePen nodes = new NodePen(canvas, new NodeWords(texts));
        sheet.nodes().forEach(node -> nodes.draw(node, links.apply(node.node())));
        canvas.open("trace-labels", Optional.empty(), "");
        sheet.edges().forEach(edges::label);
        canvas.close();
        legend.draw(canvas, edges, legendTop());
        canvas.open("trace-note", Optional.empty(), "");
        canvas.text(Ink.filled("trace-detail", Hue.QUIET), Lettering.TEXT, BOTTOM, height() - BOTTOM, false, note());
        canvas.close();
    }

    private double legendTop() {
        return sheet.height() + 2 * BOTTOM;
    }

    private String note() {
        int groups = (int) graph.nodes().stream()
                .filter(node -> node.fold(lot -> false, party -> false, folded -> true))
                .count();
        String folded = groups == 0
                ? texts.say("drawing.whole")
                : texts.say("drawing.folded", graph.folded(), graph.lots() + graph.parties(), groups);
        return folded + " " + texts.say("drawing.position", graph.ledgerPosition());
    }

    private void draw(Column column, Canvas canvas) {
        canvas.open("trace-column", Optional.empty(), "");
        canvas.box(
                Ink.filled("trace-band", Hue.BAND),
                column.x() - BAND,
                0,
                column.width() + 2 * BAND,
                sheet.height() + BOTTOM,
                8);
        canvas.text(
                Ink.filled("trace-heading", Hue.QUIET),
                Lettering.HEADING,
                column.x() + column.width() / 2,
                24,
                true,
                texts.say("column." + column.stage().name()));
        canvas.close();
    }
}
