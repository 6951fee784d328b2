package org.lottrace.api.audit;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.operation.WrongQuestionException;

/**
 * Which entries are asked for. What is absent is not asked for.
 *
 * @param user whose login
 * @param kind what happened
 * @param from not before that moment
 * @param until before that moment
 * @param before older than the entry of that id: the last of the page before
 * @param limit at most so many, 1 to 1000
 */
public record AuditQuery(
        Optional<String> user,
        Optional<AuditKind> kind,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<Long> before,
        int limit) {
    private static final int MOST = 1_000;

    /** @throws IllegalArgumentException if the limit is not 1 to 1000 */
    public AuditQuery {
        Objects.requireNonNull(user);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(from);
        Objects.requireNonNull(until);
        Objects.requireNonNull(before);
        if (limit < 1 || limit > MOST) {
            throw new WrongQuestionException("1 to " + MOST + " entries can be asked for at a time, not " + limit);
        }
    }

    /** @return the newest of all */
    public static AuditQuery newest(int limit) {
        return new AuditQuery(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), limit);
    }
}
