package org.lottrace.api.transaction;

import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/** One transaction around one use case. */
@ProviderType
public interface UnitOfWork {
    /**
     * Runs {@code work} in the transaction of this thread, or in a new one that is committed afterwards. A nested call
     * joins. Isolation is read committed; rows that decide something are locked by the store methods that say so.
     *
     * <p>When somebody else was first (a lost race, two transactions that waited for each other, a lock that was not given
     * in time), the outermost call rolls back and runs {@code work} again, a few times at most, before it throws
     * {@link StaleWriteException}. A nested call is never repeated on its own: its transaction is lost, and the
     * outermost call repeats all of it. So {@code work} must be able to run again: it reads what it decides on inside, begins
     * what it collects inside, and does nothing outside the database; what is to be done there waits in
     * {@link #afterCommit}, and of a run that was rolled back nothing is done.
     *
     * <p>An exception that leaves a nested call, a store's included, dooms the whole transaction, even when the caller
     * catches it: unless it then asks for {@link #rollbackOnly()}, the outermost call throws it again at its end.
     *
     * @return what {@code work} returns
     * @throws RuntimeException whatever {@code work} throws; the transaction is rolled back
     * @throws StaleWriteException if somebody else wrote the same row first, each time
     * @throws StoreUnavailableException if the database cannot be reached or refuses to commit
     */
    <T> T required(Supplier<T> work);

    /** As {@link #required(Supplier)}, for work without a result. */
    default void run(Runnable work) {
        required(() -> {
            work.run();
            return null;
        });
    }

    /**
     * Marks the transaction of this thread so that it is rolled back when its outermost call ends, without an exception:
     * for refusals that are returned.
     *
     * @throws IllegalStateException if this thread is in no unit of work
     */
    void rollbackOnly();

    /** @return whether this thread is in a unit of work, which {@link #required} would join */
    boolean isOpen();

    /**
     * @return whether the transaction of this thread is to be rolled back: what was done in it so far counts for nothing
     * @throws IllegalStateException if this thread is in no unit of work
     */
    boolean isRollbackOnly();

    /**
     * Runs {@code action} after the transaction of this thread has committed, outside of it, in the order of
     * registration; never when it is rolled back. Without a transaction it runs at once. An exception of an action is
     * logged and keeps no other from running: the commit has happened.
     */
    void afterCommit(Runnable action);
}
