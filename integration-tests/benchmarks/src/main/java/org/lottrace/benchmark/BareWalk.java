package org.lottrace.benchmark;

import java.util.Arrays;

/** Nothing but compressed sparse rows and a walk over them: the least that reaching everything can cost. */
public final class BareWalk {
    private final int[] offset;
    private final int[] target;
    private final int[] marks;
    private final int[] queue;
    private int walk;
    private long edges;

    /** @param inputs and outputs are the ends of the edges */
    public BareWalk(int lots, int[] inputs, int[] outputs, int size) {
        offset = new int[lots + 1];
        for (int i = 0; i < size; i++) {
            offset[inputs[i] + 1]++;
        }
        for (int lot = 0; lot < lots; lot++) {
            offset[lot + 1] += offset[lot];
        }
        int[] next = Arrays.copyOf(offset, lots);
        target = new int[size];
        for (int i = 0; i < size; i++) {
            target[next[inputs[i]]++] = outputs[i];
        }
        marks = new int[lots];
        queue = new int[lots];
    }

    /** @return number of lots reached */
    public int reach(int seed) {
        walk++;
        edges = 0;
        int size = 0;
        queue[size++] = seed;
        marks[seed] = walk;
        for (int i = 0; i < size; i++) {
            int lot = queue[i];
            int end = offset[lot + 1];
            edges += end - offset[lot];
            for (int row = offset[lot]; row < end; row++) {
                int reached = target[row];
                if (marks[reached] != walk) {
                    marks[reached] = walk;
                    queue[size++] = reached;
                }
            }
        }
        return size;
    }

    /** @return number of edges the last walk followed */
    public long edges() {
        return edges;
    }

    SetSums sums(int size) {
        long sum = 0;
        long squares = 0;
        for (int i = 0; i < size; i++) {
            long lot = queue[i];
            sum += lot;
            squares += lot * lot % 1_000_003;
        }
        return new SetSums(size, sum, squares);
    }
}
