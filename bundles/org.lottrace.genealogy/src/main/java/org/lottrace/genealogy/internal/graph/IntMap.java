package org.lottrace.genealogy.internal.graph;

import java.util.Arrays;

/** From int, 0 or more, to int; open addressing. */
final class IntMap {
    /** What {@link #get} answers for a key that is not there. */
    static final int ABSENT = -1;

    private int[] keys = empty(16);
    private int[] values = new int[16];
    private int size;

    int get(int key) {
        int slot = slot(keys, key);
        return keys[slot] == key ? values[slot] : ABSENT;
    }

    void put(int key, int value) {
        int slot = slot(keys, key);
        if (keys[slot] != key) {
            if (++size * 2 > keys.length) {
                grow();
                slot = slot(keys, key);
            }
            keys[slot] = key;
        }
        values[slot] = value;
    }

    long bytes() {
        return 8L * keys.length;
    }

    private void grow() {
        int[] newKeys = empty(keys.length * 2);
        int[] newValues = new int[newKeys.length];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] >= 0) {
                int slot = slot(newKeys, keys[i]);
                newKeys[slot] = keys[i];
                newValues[slot] = values[i];
            }
        }
        keys = newKeys;
        values = newValues;
    }

    private static int slot(int[] keys, int key) {
        int slot = (key * 0x9E3779B9 >>> 7) & keys.length - 1;
        while (keys[slot] >= 0 && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    private static int[] empty(int length) {
        int[] keys = new int[length];
        Arrays.fill(keys, ABSENT);
        return keys;
    }
}
