package org.lottrace.api.transaction;

import java.util.Collection;

/**
 * Somebody else wrote the same row first, or two transactions waited for each other. {@link UnitOfWork#required} has repeated
 * the work already when its outermost caller sees this.
 */
public final class StaleWriteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private StaleWriteException(String message) {
        super(message);
    }

    /**
     * What is read before a lock names what to lock, and others may change it while the lock is waited for. Read again under the
     * lock it must not name anything else: to lock that now would be out of order.
     *
     * @param locked what is locked
     * @param named what would have to be locked, as it is known now
     * @throws StaleWriteException if something of it is not locked, so that the work begins again
     */
    public static void requireLocked(Collection<?> locked, Collection<?> named) {
        named.stream().filter(one -> !locked.contains(one)).findFirst().ifPresent(missing -> {
            throw new StaleWriteException(
                    "somebody else was first; repeat the use case: " + missing + " is wanted now, too");
        });
    }

    /**
     * @param message what was written
     * @param cause what the driver said
     */
    public StaleWriteException(String message, Throwable cause) {
        super(message, cause);
    }
}
