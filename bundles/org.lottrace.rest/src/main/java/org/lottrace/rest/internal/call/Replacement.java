package org.lottrace.rest.internal.call;

import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.lottrace.api.violation.Violation;
import org.lottrace.rest.internal.problem.Fault;
import org.lottrace.rest.internal.problem.RefusedRequestException;

/**
 * One piece of master data that is written in the place of what is there ({@code PUT}), when it is still what the sender has seen.
 *
 * <p>The look before the writing and the writing are one step for all who write in this way on this node. Who saves a list, by SOAP or
 * on another node may come in between.
 */
public final class Replacement {
    private static final Object ONE_AT_A_TIME = new Object();
    private static final int BAD_REQUEST = 400;

    private final Type type;
    private final HttpHeaders headers;
    private Supplier<Optional<?>> current = Optional::empty;

    private Replacement(Type type, HttpHeaders headers) {
        this.type = type;
        this.headers = headers;
    }

    /**
     * @param inUrl what the URL names
     * @param inBody what the body names
     */
    public static Replacement of(Type type, HttpHeaders headers, Object inUrl, Object inBody) {
        if (!inUrl.equals(inBody)) {
            throw new RefusedRequestException(
                    BAD_REQUEST,
                    new Fault(
                            "KEY_DIFFERS",
                            "",
                            "the URL names " + inUrl + ", the body names " + inBody + "; write the same"));
        }
        return new Replacement(type, headers);
    }

    public Replacement when(Supplier<Optional<?>> asIs) {
        current = asIs;
        return this;
    }

    public RefusedByList save(Supplier<List<Violation>> saving) {
        if (headers.getHeaderString(HttpHeaders.IF_MATCH) == null
                && headers.getHeaderString(HttpHeaders.IF_NONE_MATCH) == null) {
            return new RefusedByList(saving.get());
        }
        synchronized (ONE_AT_A_TIME) {
            Tags.check(headers, type, current.get());
            return new RefusedByList(saving.get());
        }
    }
}
