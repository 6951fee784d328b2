package org.lottrace.soap.erp.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * A part of a list that goes into one answer.
 *
 * @param rows as many as were asked for, or fewer: those that fit, but always one
 * @param hasMore whether there is another page behind it
 */
record Page<T>(List<T> rows, boolean hasMore) {
    /** What a page has when nobody says how many. */
    private static final int USUAL = 100;

    /** @param asked null when nobody said how many */
    static int limit(Integer asked) {
        return asked == null ? USUAL : asked;
    }

    /** @return the only row: it is the answer, however large it is */
    static <T> Page<T> ofOne(T row) {
        return new Page<>(List.of(row), false);
    }

    /**
     * @param read one more than were asked for, when there are as many
     * @param limit how many were asked for
     * @param most what fits into an answer
     * @param weight how much of that a row takes
     */
    static <T> Page<T> of(List<T> read, int limit, int most, ToIntFunction<? super T> weight) {
        int rows = 0;
        long taken = 0;
        while (rows < Math.min(limit, read.size())
                && (rows == 0 || taken + weight.applyAsInt(read.get(rows)) <= most)) {
            taken += weight.applyAsInt(read.get(rows));
            rows++;
        }
        return new Page<>(read.subList(0, rows), rows < read.size());
    }

    /** @return the row behind which the next page begins; empty on the last one */
    Optional<T> last() {
        return hasMore ? Optional.of(rows.get(rows.size() - 1)) : Optional.empty();
    }

    <R> List<R> map(Function<? super T, R> row) {
        return rows.stream().map(row).toList();
    }
}
