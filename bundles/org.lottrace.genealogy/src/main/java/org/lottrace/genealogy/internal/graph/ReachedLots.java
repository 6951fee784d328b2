package org.lottrace.genealogy.internal.graph;

import java.util.Arrays;
import org.lottrace.api.lot.LotKey;

/** The lots of an answer, by key, each once with its shortest distance. */
final class ReachedLots {
    private final int[] lots;
    private final int[] levels;
    private final LotKey[] keys;
    private final int deepest;

    ReachedLots(LotGraph graph, Reach forward, Reach backward) {
        Found found = new Found(forward.size() + backward.size());
        found.add(forward);
        if (backward.size() > 0) {
            found.mayMeet = forward.size() > 0;
            found.add(backward);
        }
        int[] unordered = Arrays.copyOf(found.lots, found.size);
        int[] order = LotOrder.of(graph.names, unordered);
        lots = new int[order.length];
        levels = new int[order.length];
        keys = new LotKey[order.length];
        int last = 0;
        for (int i = 0; i < order.length; i++) {
            lots[i] = unordered[order[i]];
            levels[i] = found.levels[order[i]];
            keys[i] = graph.key(lots[i]);
            last = Math.max(last, levels[i]);
        }
        deepest = last;
    }

    /** Lots in the order in which they were reached. */
    private static final class Found {
        private final int[] lots;
        private final int[] levels;
        private int size;
        private boolean mayMeet;

        Found(int most) {
            lots = new int[most];
            levels = new int[most];
        }

        void add(Reach reach) {
            IntMap known = new IntMap();
            for (int i = 0; mayMeet && i < size; i++) {
                known.put(lots[i], i);
            }
            for (int level = 0, i = 0; level < reach.levels(); level++) {
                for (; i < reach.upToLevel(level); i++) {
                    add(reach.lot(i), level, mayMeet ? known.get(reach.lot(i)) : IntMap.ABSENT);
                }
            }
        }

        private void add(int lot, int level, int known) {
            if (known == IntMap.ABSENT) {
                lots[size] = lot;
                levels[size++] = level;
            } else {
                levels[known] = Math.min(levels[known], level);
            }
        }
    }

    int size() {
        return lots.length;
    }

    int lot(int index) {
        return lots[index];
    }

    int level(int index) {
        return levels[index];
    }

    LotKey key(int index) {
        return keys[index];
    }

    /** @return the indices by level, and within a level by key */
    int[] byLevel() {
        int[] next = new int[deepest + 2];
        for (int level : levels) {
            next[level + 1]++;
        }
        for (int level = 0; level <= deepest; level++) {
            next[level + 1] += next[level];
        }
        int[] order = new int[lots.length];
        for (int i = 0; i < lots.length; i++) {
            order[next[levels[i]]++] = i;
        }
        return order;
    }
}
