package org.lottrace.allocation.fefo.internal;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** The most that can flow from the first node to the last one, by shortest augmenting paths (Edmonds and Karp). */
final class MaximumFlow {
    private final int[][] capacity;

    MaximumFlow(int nodes) {
        capacity = new int[nodes][nodes];
    }

    MaximumFlow with(int from, int to, int most) {
        capacity[from][to] = most;
        return this;
    }

    int most() {
        int sum = 0;
        for (int[] path = path(); path[capacity.length - 1] >= 0; path = path()) {
            int part = Integer.MAX_VALUE;
            for (int node = capacity.length - 1; node != 0; node = path[node]) {
                part = Math.min(part, capacity[path[node]][node]);
            }
            for (int node = capacity.length - 1; node != 0; node = path[node]) {
                capacity[path[node]][node] -= part;
                capacity[node][path[node]] += part;
            }
            sum += part;
        }
        return sum;
    }

    /** @return from where each node is reached; -1 where it is not */
    private int[] path() {
        int[] from = new int[capacity.length];
        Arrays.fill(from, -1);
        from[0] = 0;
        Deque<Integer> open = new ArrayDeque<>();
        open.add(0);
        while (!open.isEmpty()) {
            int node = open.remove();
            for (int next = 0; next < capacity.length; next++) {
                if (from[next] < 0 && capacity[node][next] > 0) {
                    from[next] = node;
                    open.add(next);
                }
            }
        }
        return from;
    }
}
