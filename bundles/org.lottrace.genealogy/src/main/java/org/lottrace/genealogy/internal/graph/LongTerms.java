package org.lottrace.genealogy.internal.graph;

import java.io.IOException;
import java.util.Arrays;

/**
 * Numbers many different pairs of a long and an int, 0, 1, 2 … Laid over others, it adds to them without changing them.
 */
final class LongTerms {
    private final LongTerms under;
    private final int first;
    private long[] numbers = new long[16];
    private final IntColumn codes = new IntColumn();
    private int[] table = empty(64);

    LongTerms() {
        this(null);
    }

    private LongTerms(LongTerms under) {
        this.under = under;
        first = under == null ? 0 : under.size();
    }

    LongTerms over() {
        return new LongTerms(this);
    }

    /** @return its number, or -1 */
    int find(long number, int code) {
        int known = under == null ? -1 : under.find(number, code);
        return known >= 0 ? known : at(table[slot(number, code)]);
    }

    int add(long number, int code) {
        int known = find(number, code);
        if (known >= 0) {
            return known;
        }
        int own = codes.size();
        if (own == numbers.length) {
            numbers = Arrays.copyOf(numbers, own * 2);
        }
        numbers[own] = number;
        codes.add(code);
        if (own * 2 > table.length) {
            rehash(table.length * 2);
        } else {
            table[slot(number, code)] = own;
        }
        return first + own;
    }

    long number(int id) {
        return id < first ? under.number(id) : numbers[id - first];
    }

    int code(int id) {
        return id < first ? under.code(id) : codes.get(id - first);
    }

    int size() {
        return first + codes.size();
    }

    long bytes() {
        return 8L * numbers.length + codes.bytes() + 4L * table.length;
    }

    void save(SnapshotWriter out) throws IOException {
        out.longs(numbers, codes.size());
        codes.save(out);
    }

    void load(SnapshotReader in) throws IOException {
        numbers = in.longs();
        codes.load(in);
        rehash(Integer.highestOneBit(Math.max(numbers.length, 16)) * 4);
        numbers = numbers.length == 0 ? new long[16] : numbers;
    }

    private int at(int own) {
        return own < 0 ? -1 : first + own;
    }

    private int slot(long number, int code) {
        int slot = (int) ((number * 31 + code) * 0x9E3779B97F4A7C15L >>> 32) & table.length - 1;
        while (table[slot] >= 0 && (numbers[table[slot]] != number || codes.get(table[slot]) != code)) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }

    private void rehash(int length) {
        table = empty(length);
        for (int i = 0; i < codes.size(); i++) {
            table[slot(numbers[i], codes.get(i))] = i;
        }
    }

    private static int[] empty(int length) {
        int[] table = new int[length];
        Arrays.fill(table, -1);
        return table;
    }
}
