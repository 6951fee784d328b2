package org.lottrace.persistence.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Cuts long lists of keys, so that a statement has a bounded number of them. */
public final class Chunks {
    static final int SIZE = 10_000;

    private Chunks() {}

    /** @return the parts of {@code keys}, in their order; none when there are no keys */
    public static <K> List<List<K>> of(Collection<K> keys) {
        List<K> all = List.copyOf(keys);
        List<List<K>> parts = new ArrayList<>();
        for (int start = 0; start < all.size(); start += SIZE) {
            parts.add(all.subList(start, Math.min(start + SIZE, all.size())));
        }
        return parts;
    }

    /** @return the results of {@code query} for all parts of {@code keys}; nothing is asked when there are no keys */
    public static <K, T> List<T> query(Collection<K> keys, Function<List<K>, List<T>> query) {
        List<T> results = new ArrayList<>();
        of(keys).forEach(part -> results.addAll(query.apply(part)));
        return results;
    }
}
