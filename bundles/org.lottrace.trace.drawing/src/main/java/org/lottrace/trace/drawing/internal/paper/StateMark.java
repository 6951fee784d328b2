package org.lottrace.trace.drawing.internal.paper;

import java.util.List;
import org.lottrace.trace.drawing.LotState;

/** A mark for each state of a lot. They differ in shape, so that nobody needs to see colors. */
final class StateMark {
    static final double RADIUS = 9;

    private static final String SHAPE = "trace-mark";
    private static final String SIGN = "trace-sign";

    private StateMark() {}

    static void draw(LotState state, double x, double y, Canvas canvas) {
        Hue hue = Hue.valueOf(state.name());
        Ink shape = Ink.filled(SHAPE, hue);
        Ink sign = Ink.stroked(SIGN, Hue.PAPER, 2);
        switch (state) {
            case SELLABLE -> {
                canvas.circle(shape, x, y, RADIUS);
                canvas.line(sign, List.of(at(x, y, -4, 0), at(x, y, -1, 3.5), at(x, y, 4.5, -3.5)), 0);
            }
            case ON_HOLD -> {
                canvas.box(shape, x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS, 3);
                canvas.line(sign, List.of(at(x, y, -3, -4.5), at(x, y, -3, 4.5)), 0);
                canvas.line(sign, List.of(at(x, y, 3, -4.5), at(x, y, 3, 4.5)), 0);
            }
            case RECALLED -> {
                canvas.polygon(shape, List.of(at(x, y, 0, -10), at(x, y, 11, 9), at(x, y, -11, 9)));
                canvas.line(sign, List.of(at(x, y, 0, -4), at(x, y, 0, 2.5)), 0);
                canvas.line(sign, List.of(at(x, y, 0, 4.8), at(x, y, 0, 6.8)), 0);
            }
            case EXPIRED -> {
                canvas.polygon(shape, List.of(at(x, y, 0, -11), at(x, y, 11, 0), at(x, y, 0, 11), at(x, y, -11, 0)));
                canvas.line(sign, List.of(at(x, y, -3.5, -3.5), at(x, y, 3.5, 3.5)), 0);
                canvas.line(sign, List.of(at(x, y, 3.5, -3.5), at(x, y, -3.5, 3.5)), 0);
            }
            case UNKNOWN ->
                canvas.circle(Ink.stroked("trace-mark-open", hue, 1.5).dashed(true), x, y, RADIUS - 1);
        }
    }

    private static Point at(double x, double y, double right, double down) {
        return new Point(x + right, y + down);
    }
}
