package org.lottrace.rest.internal.call;

import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.lottrace.api.transaction.KeptRecord;
import org.lottrace.api.transaction.RecordLocks;
import org.lottrace.api.violation.Violation;
import org.lottrace.rest.internal.problem.Fault;
import org.lottrace.rest.internal.problem.RefusedRequestException;

/**
 * One piece of master data that is written in the place of what is there ({@code PUT}), when it is still what the sender has seen. The look
 * before the writing and the writing are one step, on all nodes.
 */
public final class Replacement {
    private static final int BAD_REQUEST = 400;

    private final Type type;
    private final HttpHeaders headers;
    private final KeptRecord kind;
    private final String key;
    private Supplier<Optional<?>> current = Optional::empty;

    private Replacement(Type type, HttpHeaders headers, KeptRecord kind, String key) {
        this.type = type;
        this.headers = headers;
        this.kind = kind;
        this.key = key;
    }

    /**
     * @param inUrl what the URL names
     * @param inBody what the body names
     */
    public static Replacement of(Type type, HttpHeaders headers, KeptRecord kind, Object inUrl, Object inBody) {
        if (!inUrl.equals(inBody)) {
            throw new RefusedRequestException(
                    BAD_REQUEST,
                    new Fault(
                            "KEY_DIFFERS",
                            "",
                            "the URL names " + inUrl + ", the body names " + inBody + "; write the same"));
        }
        return new Replacement(type, headers, kind, inUrl.toString());
    }

    public Replacement when(Supplier<Optional<?>> asIs) {
        current = asIs;
        return this;
    }

    /** @throws RefusedRequestException if it is not what the sender has seen: nothing is saved */
    public RefusedByList save(RecordLocks locks, Supplier<List<Violation>> saving) {
        if (headers.getHeaderString(HttpHeaders.IF_MATCH) == null
                && headers.getHeaderString(HttpHeaders.IF_NONE_MATCH) == null) {
            return new RefusedByList(saving.get());
        }
        return locks.alone(kind, key, () -> {
            Tags.check(headers, type, current.get());
            return new RefusedByList(saving.get());
        });
    }
}
