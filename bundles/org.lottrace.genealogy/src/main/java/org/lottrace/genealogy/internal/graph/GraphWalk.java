package org.lottrace.genealogy.internal.graph;

/**
 * Reaches everything that the edges lead to, breadth first. Every lot is reached once, so a loop ends; nothing recurses,
 * so no depth is too deep; the memory is two ints for each lot of the graph, whatever the answer.
 */
public final class GraphWalk {
    private final LotGraph graph;
    private final LotRows rows;
    private final boolean forward;
    private final EdgeRule rule;
    private final LotRule goOn;

    /** Where a walk does not go on. */
    public interface LotRule {
        /** @return true when it goes on beyond a lot that is at that level */
        boolean goesBeyond(int lot, int level);
    }

    private GraphWalk(LotGraph graph, boolean forward, EdgeRule rule, LotRule goOn) {
        this.graph = graph;
        this.forward = forward;
        this.rule = rule;
        this.goOn = goOn;
        rows = forward ? graph.outputs : graph.inputs;
    }

    /** Over all edges, to the end. */
    public static void everything(LotGraph graph, boolean forward, int[] seeds, Reach reach) {
        new GraphWalk(graph, forward, EdgeRule.ALL, (lot, level) -> true).over(seeds, reach, true);
    }

    /** Over the edges that count, as far as it shall go. */
    public static void within(LotGraph graph, boolean forward, int[] seeds, EdgeRule rule, LotRule goOn, Reach reach) {
        new GraphWalk(graph, forward, rule, goOn).over(seeds, reach, false);
    }

    private void over(int[] seeds, Reach reach, boolean everything) {
        reach.begin(graph.lots());
        for (int seed : seeds) {
            reach.reach(seed);
        }
        reach.endLevel();
        int next = 0;
        for (int level = 0; next < reach.size; level++) {
            int end = reach.size;
            if (everything) {
                everyEdge(next, end, reach);
            } else {
                edgesThatCount(level, next, end, reach);
            }
            next = end;
            if (reach.size > end) {
                reach.endLevel();
            }
        }
    }

    private void everyEdge(int from, int to, Reach reach) {
        LotRows.Base base = rows.base();
        int[] offset = base.offset();
        int[] far = base.columns()[0];
        int inBase = base.lots();
        boolean isFolded = rows.isFolded();
        int[] marks = reach.marks;
        int[] lots = reach.lots;
        int walk = reach.walk;
        int size = reach.size;
        for (int i = from; i < to; i++) {
            int lot = lots[i];
            if (lot < inBase) {
                for (int row = offset[lot], end = offset[lot + 1]; row < end; row++) {
                    int reached = far[row];
                    if (marks[reached] != walk) {
                        marks[reached] = walk;
                        lots[size++] = reached;
                    }
                }
            }
            if (!isFolded) {
                reach.size = size;
                rows.eachOutsideBase(lot, (columns, row) -> reach.reach(columns[0][row]));
                size = reach.size;
            }
        }
        reach.size = size;
    }

    private void edgesThatCount(int level, int from, int to, Reach reach) {
        for (int i = from; i < to; i++) {
            int lot = reach.lots[i];
            if (!goOn.goesBeyond(lot, level)) {
                reach.end(lot);
            } else {
                rows.each(lot, (columns, row) -> {
                    int far = columns[0][row];
                    if (!reach.contains(far) && (forward ? counts(lot, far) : rule.counts(graph, columns, row))) {
                        reach.reach(far);
                    }
                });
            }
        }
    }

    /** What is known of an edge lies in the row of its output. */
    private boolean counts(int input, int output) {
        boolean[] counts = {false};
        graph.inputs.eachWith(output, input, (columns, row) -> counts[0] |= rule.counts(graph, columns, row));
        return counts[0];
    }
}
