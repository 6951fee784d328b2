package org.lottrace.rest.internal.page;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.lottrace.rest.internal.problem.Fault;
import org.lottrace.rest.internal.problem.RefusedRequestException;

/**
 * A part of a list, in the order that the operation states.
 *
 * @param values the rows
 * @param more whether there are others behind them
 * @param next what to ask with {@code after} for those; absent when there are none, or the list has no second page
 */
public record Page<T>(List<T> values, boolean more, Optional<String> next) {
    public Page {
        values = List.copyOf(values);
    }

    /**
     * @param asked what the operation gave when it was asked for one row more than the limit
     * @param cursor what is asked with {@code after} to go on behind a row
     */
    public static <T> Page<T> of(List<T> asked, Limit limit, Function<T, ?> cursor) {
        List<T> values = asked.subList(0, Math.min(asked.size(), limit.rows()));
        boolean more = asked.size() > values.size();
        return new Page<>(
                values,
                more,
                more ? Optional.of(cursor.apply(values.get(values.size() - 1)).toString()) : Optional.empty());
    }

    /**
     * @param all everything, as the operation gives it
     * @param after cursor of the last row of the page before; null for the first page
     * @throws RefusedRequestException if no row has that cursor any more
     */
    public static <T> Page<T> of(List<T> all, Limit limit, String after, Function<T, ?> cursor) {
        int from = 0;
        for (int i = 0; after != null && from == 0; i++) {
            if (i == all.size()) {
                throw new RefusedRequestException(
                        400,
                        new Fault("CURSOR_UNKNOWN", "?after", "no row is called " + after + "; begin without after"));
            }
            from = cursor.apply(all.get(i)).toString().equals(after) ? i + 1 : 0;
        }
        return of(all.subList(from, Math.min(all.size(), from + limit.andOne())), limit, cursor);
    }

    /**
     * @param asked what the operation gave when it was asked for one row more than the limit
     * @param skipped how many rows were shown before: a list without keys goes on behind those
     */
    public static <T> Page<T> skipping(List<T> asked, Limit limit, int skipped) {
        List<T> values = asked.subList(0, Math.min(asked.size(), limit.rows()));
        boolean more = asked.size() > values.size();
        return new Page<>(values, more, more ? Optional.of(String.valueOf(skipped + values.size())) : Optional.empty());
    }

    /**
     * @param asked rows of one group more than the limit says, such as lines of events; whole groups only, one after the other
     * @param group what a row belongs to, and what is asked with {@code after} to go on behind it
     */
    public static <T> Page<T> ofWhole(List<T> asked, Limit limit, Function<T, ?> group) {
        List<?> groups =
                asked.stream().map(group).distinct().limit(limit.andOne()).toList();
        if (groups.size() <= limit.rows()) {
            return new Page<>(asked, false, Optional.empty());
        }
        Set<?> shown = new HashSet<>(groups.subList(0, limit.rows()));
        return new Page<>(
                asked.stream().filter(row -> shown.contains(group.apply(row))).toList(),
                true,
                Optional.of(groups.get(limit.rows() - 1).toString()));
    }

    /**
     * @param all everything, as the operation gives it
     * @param shown how many rows were shown before, as {@code next} of the page before says
     * @throws RefusedRequestException if that is less than 0
     */
    public static <T> Page<T> counted(List<T> all, Limit limit, int shown) {
        if (shown < 0) {
            throw new RefusedRequestException(
                    400, new Fault("VALUE_WRONG", "?after", "use next of the page before, not " + shown));
        }
        int from = Math.min(shown, all.size());
        return skipping(all.subList(from, (int) Math.min(all.size(), (long) from + limit.andOne())), limit, from);
    }

    /** @param all everything; of a list without keys only the beginning can be asked for */
    public static <T> Page<T> beginning(List<T> all, Limit limit) {
        return new Page<>(
                all.subList(0, Math.min(all.size(), limit.rows())), all.size() > limit.rows(), Optional.empty());
    }
}
