package org.lottrace.persistence.internal.seal;

/**
 * Which record of its type.
 *
 * @param key what the first column of its key holds, as text
 * @param part what the second holds, negative for rows apart ({@link SealedTable.Apart}); 0 when there is none
 */
public record RecordKey(String key, int part) implements Comparable<RecordKey> {
    public static RecordKey of(String key) {
        return new RecordKey(key, 0);
    }

    public static RecordKey of(long key) {
        return of(Long.toString(key));
    }

    @Override
    public int compareTo(RecordKey other) {
        int byKey = key.compareTo(other.key);
        return byKey == 0 ? Integer.compare(part, other.part) : byKey;
    }

    @Override
    public String toString() {
        return part == 0 ? key : key + "/" + part;
    }
}
