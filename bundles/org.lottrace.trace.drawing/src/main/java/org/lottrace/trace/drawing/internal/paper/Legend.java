package org.lottrace.trace.drawing.internal.paper;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.lottrace.trace.drawing.EdgeWidth;
import org.lottrace.trace.drawing.LotState;
import org.lottrace.trace.drawing.TraceEdge;
import org.lottrace.trace.drawing.TraceGraph;
import org.lottrace.trace.drawing.TraceNode;
import org.lottrace.trace.drawing.internal.text.Texts;

/** What the marks and lines of this drawing mean; of those that are not in it nothing is said. */
final class Legend {
    private static final double LEFT = 14;
    private static final double ROW = 26;
    private static final double SIGN = 34;
    private static final double GAP = 22;

    private final List<Entry> entries = new ArrayList<>();
    private final List<Point> places = new ArrayList<>();
    private double height = ROW;

    Legend(TraceGraph graph, Texts texts, double width) {
        for (LotState state : states(graph)) {
            entries.add(
                    new Entry(texts.say("state." + state.name()), (canvas, edges, x, y) -> mark(state, canvas, x, y)));
        }
        if (graph.nodes().stream().anyMatch(Legend::isSeed)) {
            entries.add(new Entry(texts.say("legend.seed"), (canvas, edges, x, y) -> seed(canvas, x, y)));
        }
        if (graph.edges().stream().anyMatch(TraceEdge::suspect)) {
            line(texts.say("legend.suspect"), EdgeWidth.THIN, true, false);
            line(texts.say("legend.other"), EdgeWidth.THIN, false, false);
        }
        if (graph.edges().stream().anyMatch(TraceEdge::inferred)) {
            line(texts.say("legend.inferred"), EdgeWidth.THIN, false, true);
        }
        if (graph.edges().stream().anyMatch(edge -> edge.share().isPresent())) {
            line(texts.say("legend.share"), EdgeWidth.THICK, false, false);
        }
        place(width);
    }

    double height() {
        return height;
    }

    void draw(Canvas canvas, EdgePen edges, double top) {
        for (int i = 0; i < entries.size(); i++) {
            double x = places.get(i).x();
            double y = places.get(i).y() + top;
            entries.get(i).sign().draw(canvas, edges, x, y);
            canvas.open("trace-legend", Optional.empty(), "");
            canvas.text(
                    Ink.filled("trace-detail", Hue.QUIET),
                    Lettering.TEXT,
                    x + SIGN,
                    y + 4,
                    false,
                    entries.get(i).text());
            canvas.close();
        }
    }

    private static Set<LotState> states(TraceGraph graph) {
        Set<LotState> states = EnumSet.noneOf(LotState.class);
        graph.nodes()
                .forEach(node -> states.addAll(node.<Set<LotState>>fold(
                        lot -> Set.of(lot.state()), party -> Set.of(), folded -> folded.states()
                                .keySet())));
        return states;
    }

    private static boolean isSeed(TraceNode node) {
        return node.fold(lot -> lot.seed(), party -> false, folded -> false);
    }

    private void line(String text, EdgeWidth width, boolean suspect, boolean inferred) {
        entries.add(new Entry(
                text,
                (canvas, edges, x, y) ->
                        edges.draw(width, suspect, inferred, List.of(new Point(x, y), new Point(x + 28, y)))));
    }

    private static void mark(LotState state, Canvas canvas, double x, double y) {
        String name = state.name().toLowerCase(Locale.ROOT).replace('_', '-');
        canvas.open("trace-legend trace-" + name, Optional.empty(), "");
        StateMark.draw(state, x + 14, y, canvas);
        canvas.close();
    }

    private static void seed(Canvas canvas, double x, double y) {
        canvas.open("trace-legend", Optional.empty(), "");
        canvas.box(Ink.stroked("trace-seed", Hue.SEED, 2), x, y - 10, 28, 20, 6);
        canvas.box(Ink.outlined("trace-box", Hue.PAPER, Hue.LINE, 1.2), x + 4, y - 6, 20, 12, 3);
        canvas.close();
    }

    private void place(double width) {
        double x = LEFT;
        double y = ROW / 2;
        for (Entry entry : entries) {
            double needed = SIGN + Lettering.TEXT.width(entry.text()) + GAP;
            if (x > LEFT && x + needed > width) {
                x = LEFT;
                y += ROW;
            }
            places.add(new Point(x, y));
            x += needed;
        }
        height = y + ROW / 2;
    }

    private record Entry(String text, Sign sign) {}

    private interface Sign {
        void draw(Canvas canvas, EdgePen edges, double x, double y);
    }
}
