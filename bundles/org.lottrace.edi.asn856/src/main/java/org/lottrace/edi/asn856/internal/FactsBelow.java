package org.lottrace.edi.asn856.internal;

import java.util.Arrays;
import java.util.function.IntFunction;

/** Whether all lines of a level and of those below it say the same lot, or the same date. */
final class FactsBelow {
    private static final int NONE = -1;
    private static final int SEVERAL = -2;
    /** Lines that were asked last stand near each other. */
    private static final int KEPT = 64;

    private final SetLevels set;
    private final IntFunction<String> values;
    /** Of each level one of its lines; behind the last one that of the message. */
    private final int[] lines;

    private final int[] asked = new int[KEPT];
    private final String[] answers = new String[KEPT];

    /** @param values what a line says, by its index among the levels; empty when it says nothing */
    FactsBelow(SetLevels set, IntFunction<String> values) {
        this.set = set;
        this.values = values;
        this.lines = new int[set.nodes().size() + 1];
        Arrays.fill(lines, NONE);
        Arrays.fill(asked, NONE);
    }

    /** Adds a line to its level and to all above it. */
    void add(int line) {
        int level = line;
        while (level >= 0) {
            merge(level, line);
            level = set.parent(level);
        }
        merge(lines.length - 1, line);
    }

    private void merge(int level, int line) {
        if (lines[level] == NONE) {
            lines[level] = line;
        } else if (lines[level] >= 0 && !value(lines[level]).equals(value(line))) {
            lines[level] = SEVERAL;
        }
    }

    /**
     * @param level index of the level; less than 0 for the message
     * @return whether there are lines, and each says that
     */
    boolean isOnly(int level, String value) {
        int line = lines[level < 0 ? lines.length - 1 : level];
        return line >= 0 && value(line).equals(value);
    }

    private String value(int line) {
        int place = line % KEPT;
        if (asked[place] != line) {
            asked[place] = line;
            answers[place] = values.apply(line);
        }
        return answers[place];
    }
}
