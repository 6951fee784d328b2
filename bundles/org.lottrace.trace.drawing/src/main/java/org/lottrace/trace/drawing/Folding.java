package org.lottrace.trace.drawing;

import java.util.Collection;
import java.util.Set;

/**
 * How much is drawn. Nodes that hang on the same neighbors are folded when there are more than {@code fan} of them. When there
 * are still too many nodes, or more than {@link #EDGES_PER_NODE} times as many connections, all lots of an item are folded into one, all
 * suppliers, all consignees, the largest of these groups first; when that is not enough, whole columns are.
 *
 * @param fan most nodes of the same kind and with the same neighbors that are drawn one by one
 * @param most most nodes that are drawn beside the members of opened groups, 10 to {@link #MOST}; with them it is never more than
 *     {@link #MOST}
 * @param opened the groups whose members are to be seen; the seeds of the trace are seen as long as possible
 */
public record Folding(int fan, int most, Set<OpenedFold> opened) {
    /** More nodes than that nobody can read, and no drawing has. */
    public static final int MOST = 300;

    /** More connections than that no drawing has. */
    public static final int MOST_EDGES = 4 * MOST;

    /** Most members of a group that are shown at a time. */
    public static final int PART = 50;

    /** So many connections for each node are drawn at most, before more is folded. */
    public static final int EDGES_PER_NODE = 2;

    /** What a page shows at first. */
    public static final Folding STANDARD = new Folding(8, 60, Set.of());

    private static final int FEWEST = 10;

    /** @throws IllegalArgumentException if a number is out of its bounds */
    public Folding {
        if (fan < 1) {
            throw new IllegalArgumentException("at least one node of a fan is drawn, not " + fan);
        }
        if (most < FEWEST || most > MOST) {
            throw new IllegalArgumentException("from " + FEWEST + " to " + MOST + " nodes are drawn, not " + most);
        }
        opened = Set.copyOf(opened);
    }

    /** @return the same, with these groups opened instead */
    public Folding opening(Collection<OpenedFold> groups) {
        return new Folding(fan, most, Set.copyOf(groups));
    }

    /** @return the same, with that many nodes at most */
    public Folding ofAtMost(int nodes) {
        return new Folding(fan, nodes, opened);
    }
}
