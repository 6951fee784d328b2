package org.lottrace.trace.drawing.internal.paper;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.trace.drawing.FoldedNode;
import org.lottrace.trace.drawing.LotNode;
import org.lottrace.trace.drawing.LotState;
import org.lottrace.trace.drawing.TraceNode;
import org.lottrace.trace.drawing.internal.text.NodeWords;

/** Draws one box. */
final class NodePen {
    private static final double LEFT = 38;
    private static final double PARTY_LEFT = 18;
    private static final double RIGHT = 10;
    private static final double SIGN_ROOM = 26;
    private static final double LEADING = 16;
    private static final double BASE = 12.5;
    private static final double HALF_A_LETTER = 4;

    private final Canvas canvas;
    private final NodeWords words;

    NodePen(Canvas canvas, NodeWords words) {
        this.canvas = canvas;
        this.words = words;
    }

    void draw(PlacedNode placed, Optional<String> href) {
        TraceNode node = placed.node();
        canvas.open(classes(node), href, words.name(node));
        node.fold(lot -> lot(placed, lot), party -> party(placed), folded -> folded(placed, folded));
        canvas.close();
    }

    private Void lot(PlacedNode placed, LotNode lot) {
        if (lot.seed()) {
            canvas.box(
                    Ink.stroked("trace-seed", Hue.SEED, 2),
                    placed.x() - 4,
                    placed.y() - 4,
                    placed.width() + 8,
                    placed.height() + 8,
                    9);
        }
        frame(placed, 6, lot.suspect());
        double y = lines(placed, LEFT, RIGHT);
        StateMark.draw(lot.state(), placed.x() + 20, y, canvas);
        return null;
    }

    private Void party(PlacedNode placed) {
        frame(placed, 22, placed.node().suspect());
        lines(placed, PARTY_LEFT, RIGHT);
        return null;
    }

    private Void folded(PlacedNode placed, FoldedNode folded) {
        Ink card = Ink.outlined("trace-card", Hue.PAPER, Hue.LINE, 1);
        canvas.box(card, placed.x() + 8, placed.y() - 6, placed.width() - 16, placed.height(), 6);
        canvas.box(card, placed.x() + 4, placed.y() - 3, placed.width() - 8, placed.height(), 6);
        frame(placed, 6, folded.suspect());
        boolean marked = !folded.states().isEmpty();
        boolean opens = folded.opens().isPresent();
        double y = lines(placed, marked ? LEFT : PARTY_LEFT, opens ? SIGN_ROOM : RIGHT);
        if (marked) {
            LotState worst = folded.states().keySet().iterator().next();
            StateMark.draw(worst, placed.x() + 20, y, canvas);
        }
        if (opens) {
            double x = placed.x() + placed.width() - 16;
            Ink plus = Ink.stroked("trace-plus", Hue.INK, 2);
            canvas.line(plus, List.of(new Point(x - 5, y), new Point(x + 5, y)), 0);
            canvas.line(plus, List.of(new Point(x, y - 5), new Point(x, y + 5)), 0);
        }
        return null;
    }

    private void frame(PlacedNode placed, double radius, boolean suspect) {
        canvas.box(
                Ink.outlined("trace-box", Hue.PAPER, suspect ? Hue.SUSPECT : Hue.LINE, suspect ? 2 : 1.2),
                placed.x(),
                placed.y(),
                placed.width(),
                placed.height(),
                radius);
    }

    /**
     * What is empty takes no room; the rest stands in the middle.
     *
     * @return the middle of the first line
     */
    private double lines(PlacedNode placed, double left, double right) {
        TraceNode node = placed.node();
        List<Line> lines = Stream.of(
                        new Line("trace-title", Hue.INK, Lettering.TITLE, words.title(node), right),
                        new Line("trace-detail", Hue.QUIET, Lettering.TEXT, words.detail(node), RIGHT),
                        new Line(
                                "trace-status",
                                node.suspect() ? Hue.SUSPECT : Hue.INK,
                                Lettering.STATUS,
                                words.status(node),
                                RIGHT),
                        new Line("trace-fact", Hue.INK, Lettering.TEXT, words.fact(node), RIGHT))
                .filter(line -> !line.text.isBlank())
                .toList();
        double first = middle(placed) - lines.size() * LEADING / 2 + BASE;
        double y = first;
        for (Line line : lines) {
            double room = placed.width() - left - line.right;
            canvas.text(
                    Ink.filled(line.classes, line.hue),
                    line.lettering,
                    placed.x() + left,
                    y,
                    false,
                    line.lettering.fit(line.text, room));
            y += LEADING;
        }
        return first - HALF_A_LETTER;
    }

    private record Line(String classes, Hue hue, Lettering lettering, String text, double right) {}

    private static double middle(PlacedNode placed) {
        return placed.y() + placed.height() / 2;
    }

    private static String classes(TraceNode node) {
        String kind = node.<String>fold(NodePen::classes, party -> "trace-party", NodePen::classes);
        return "trace-node " + kind + (node.suspect() ? " trace-suspect" : "");
    }

    private static String classes(LotNode lot) {
        return "trace-lot trace-" + state(lot.state());
    }

    private static String classes(FoldedNode folded) {
        return "trace-folded"
                + folded.states().keySet().stream()
                        .findFirst()
                        .map(worst -> " trace-" + state(worst))
                        .orElse("");
    }

    private static String state(LotState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
