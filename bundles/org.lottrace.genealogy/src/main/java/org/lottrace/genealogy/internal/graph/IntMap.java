package org.lottrace.genealogy.internal.graph;

import java.util.Arrays;

/** From int, 0 or more, to int; open addressing. */
final class IntMap {
    /** What {@link #get} answers for a key that is not there. */
    static final int ABSENT = -1;

    /** Key and value of each slot beside each other: a look-up touches one line of the cache. */
    private int[] slots = empty(16);

    private int size;

    int get(int key) {
        int slot = slot(slots, key);
        return slots[slot] == key ? slots[slot + 1] : ABSENT;
    }

    void put(int key, int value) {
        int slot = slot(slots, key);
        if (slots[slot] != key) {
            if (++size * 4 > slots.length) {
                grow();
                slot = slot(slots, key);
            }
            slots[slot] = key;
        }
        slots[slot + 1] = value;
    }

    long bytes() {
        return 4L * slots.length;
    }

    private void grow() {
        int[] grown = empty(slots.length);
        for (int i = 0; i < slots.length; i += 2) {
            if (slots[i] >= 0) {
                int slot = slot(grown, slots[i]);
                grown[slot] = slots[i];
                grown[slot + 1] = slots[i + 1];
            }
        }
        slots = grown;
    }

    private static int slot(int[] slots, int key) {
        int slot = key * 0x9E3779B9 >>> Integer.numberOfLeadingZeros(slots.length - 1) + 1 << 1;
        while (slots[slot] >= 0 && slots[slot] != key) {
            slot = slot + 2 & slots.length - 1;
        }
        return slot;
    }

    private static int[] empty(int size) {
        int[] slots = new int[2 * size];
        Arrays.fill(slots, ABSENT);
        return slots;
    }
}
