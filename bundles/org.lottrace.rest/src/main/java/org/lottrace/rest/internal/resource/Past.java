package org.lottrace.rest.internal.resource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.rest.internal.problem.Fault;
import org.lottrace.rest.internal.problem.RefusedRequestException;

/** Which events an answer takes into account, as {@code position}, {@code known-at} and {@code at} of a request say. */
final class Past {
    private static final int BAD_REQUEST = 400;

    private Past() {}

    /**
     * @param position null when it is not given, as the others
     * @throws RefusedRequestException if one of them is no such value; it names all of those
     */
    static AsOf asOf(Long position, Instant knownAt, Instant at) {
        List<Fault> faults = new ArrayList<>();
        check("position", position, AsOf::position, faults);
        check("known-at", knownAt, AsOf::knownAt, faults);
        check("at", at, AsOf::happenedBy, faults);
        if (!faults.isEmpty()) {
            throw new RefusedRequestException(BAD_REQUEST, faults);
        }
        return new AsOf(Optional.ofNullable(position), Optional.ofNullable(knownAt), Optional.ofNullable(at));
    }

    private static <T> void check(String parameter, T value, Function<T, AsOf> read, List<Fault> faults) {
        try {
            Optional.ofNullable(value).ifPresent(read::apply);
        } catch (IllegalArgumentException wrong) {
            faults.add(new Fault("VALUE_WRONG", "?" + parameter, wrong.getMessage()));
        }
    }
}
