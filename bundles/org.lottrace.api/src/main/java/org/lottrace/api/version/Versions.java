package org.lottrace.api.version;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.lottrace.api.operation.WrongQuestionException;

/**
 * Every version of some rules, by version. Changes nothing.
 *
 * @param all by version, the oldest first
 * @param number of a version
 */
public record Versions<V>(List<V> all, ToLongFunction<V> number) {
    /** Most rows of a page. */
    public static final int MOST_ROWS = 2_000;

    public Versions {
        Objects.requireNonNull(number);
        all = List.copyOf(all);
    }

    /** @return that version, or empty */
    public Optional<V> find(long version) {
        return all.stream().filter(one -> number.applyAsLong(one) == version).findFirst();
    }

    /**
     * @param after goes on after that version; absent: from the first on
     * @param limit at most so many, 1 to {@link #MOST_ROWS}
     * @return a page of all of them, by version
     * @throws IllegalArgumentException if the limit is another one
     */
    public List<V> page(Optional<Long> after, int limit) {
        requireLimit(limit);
        return all.stream()
                .filter(one -> number.applyAsLong(one) > after.orElse(0L))
                .limit(limit)
                .toList();
    }

    /**
     * A page of those that count, in their order. The version after which it goes on need not count any more: whoever lists while somebody
     * makes a new version of the last rule that was shown gets the rest all the same.
     *
     * @param counting those that count, in any order
     * @param order of the list; no two versions are equal in it
     * @param after goes on after that version, wherever it would be in the list; after one that never was comes nothing; absent: from the
     *     first on
     * @param limit at most so many, 1 to {@link #MOST_ROWS}
     * @throws IllegalArgumentException if the limit is another one
     */
    public List<V> page(Collection<V> counting, Comparator<V> order, Optional<Long> after, int limit) {
        requireLimit(limit);
        Optional<V> last = after.flatMap(this::find);
        Stream<V> inOrder = counting.stream().sorted(order);
        return (after.isEmpty()
                        ? inOrder
                        : inOrder.filter(one -> last.filter(shown -> order.compare(one, shown) > 0)
                                .isPresent()))
                .limit(limit)
                .toList();
    }

    private static void requireLimit(int limit) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new WrongQuestionException("a limit is 1 to " + MOST_ROWS + ", not " + limit);
        }
    }
}
