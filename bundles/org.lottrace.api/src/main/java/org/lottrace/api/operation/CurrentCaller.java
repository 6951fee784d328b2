package org.lottrace.api.operation;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * For whom a thread works now. {@link Operations} says so while an operation is done, so that a service can judge what the roles of the
 * operation alone do not decide, by whichever way it was asked for.
 */
public final class CurrentCaller {
    private static final ThreadLocal<Caller> CURRENT = new ThreadLocal<>();

    private CurrentCaller() {}

    /** @return who asked; empty when the program works by itself */
    public static Optional<Caller> get() {
        return Optional.ofNullable(CURRENT.get());
    }

    /**
     * Does something for a caller, and afterwards goes on for whom it was before.
     *
     * @throws Exception what the work throws
     */
    public static <T> T during(Caller caller, Callable<T> work) throws Exception {
        Caller before = CURRENT.get();
        CURRENT.set(caller);
        try {
            return work.call();
        } finally {
            restore(before);
        }
    }

    /** @return the same work, done for who is the caller now by whichever thread does it */
    public static <T> Supplier<T> bound(Supplier<T> work) {
        Caller caller = CURRENT.get();
        return () -> {
            Caller before = CURRENT.get();
            restore(caller);
            try {
                return work.get();
            } finally {
                restore(before);
            }
        };
    }

    private static void restore(Caller caller) {
        if (caller == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(caller);
        }
    }
}
