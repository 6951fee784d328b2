package org.lottrace.genealogy.internal.graph;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Numbers the few different values of one kind, 0, 1, 2 …, such as places. Laid over others, it adds to them without
 * changing them.
 *
 * @param <T> a value with {@code equals}
 */
final class Terms<T> {
    private final Terms<T> under;
    private final int first;
    private final Map<T, Integer> ids = new HashMap<>();
    private final List<T> terms = new ArrayList<>();

    Terms() {
        this(null);
    }

    private Terms(Terms<T> under) {
        this.under = under;
        first = under == null ? 0 : under.size();
    }

    Terms<T> over() {
        return new Terms<>(this);
    }

    /** @return its number, or -1 */
    int find(T term) {
        Integer id = ids.get(term);
        return id != null ? id : under == null ? -1 : under.find(term);
    }

    /** @return its number, a new one if it has none */
    int add(T term) {
        int known = find(term);
        if (known >= 0) {
            return known;
        }
        ids.put(term, size());
        terms.add(term);
        return size() - 1;
    }

    T get(int id) {
        return id < first ? under.get(id) : terms.get(id - first);
    }

    int size() {
        return first + terms.size();
    }

    void save(SnapshotWriter out, Function<T, String> text) throws IOException {
        out.number(terms.size());
        for (T term : terms) {
            out.text(text.apply(term));
        }
    }

    void load(SnapshotReader in, Function<String, T> term) throws IOException {
        for (long left = in.number(); left > 0; left--) {
            add(term.apply(in.text()));
        }
    }
}
