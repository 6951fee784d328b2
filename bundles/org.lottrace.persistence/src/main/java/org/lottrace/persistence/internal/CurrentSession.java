package org.lottrace.persistence.internal;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.StatelessSession;
import org.hibernate.query.MutationQuery;
import org.lottrace.persistence.internal.seal.RecordKey;
import org.lottrace.persistence.internal.seal.SealedRecord;

/**
 * The session of this thread's unit of work, for the stores. It is stateless: a statement runs when it is called. What a
 * unit of work has read, a store may remember in its {@link #memory}.
 */
public interface CurrentSession {
    /** Reads or writes in the caller's unit of work, or in one of its own. */
    <T> T call(Function<StatelessSession, T> work);

    /** As {@link #call}, for work that may be answered from memory: what waits to be written goes on waiting until it asks. */
    <T> T required(Supplier<T> work);

    /** As {@link #call}, without a result. */
    default void run(Consumer<StatelessSession> work) {
        call(session -> {
            work.accept(session);
            return null;
        });
    }

    /** Asks in the caller's unit of work, or in one of its own; nothing is sent when nothing is asked. */
    default void ask(Questions questions) {
        if (!questions.isEmpty()) {
            run(questions::send);
        }
    }

    /** As {@link #ask}, with a lock among the questions. What is known only until then is forgotten before. */
    default void lock(Questions questions) {
        locking(session -> {
            questions.send(session);
            return questions;
        });
    }

    /** @return what this thread's unit of work has read; outside one it is empty, and is forgotten at once */
    UnitMemory memory();

    /**
     * As {@link #call}, for work that takes a lock. What is known only until then is forgotten before.
     *
     * @throws IllegalStateException outside a unit of work, where the lock would be gone at once
     */
    <T> T locking(Function<StatelessSession, T> work);

    /**
     * Adds to what is to be written before the caller's unit of work, or one of its own, asks the database anything else.
     *
     * @param first makes one when none of the kind is waiting
     */
    <S extends Staged> void stage(Class<S> kind, Supplier<S> first, Consumer<S> add);

    /**
     * Says that the caller's unit of work has written or taken away a row of this record: it is sealed when the unit commits.
     *
     * @throws IllegalStateException outside a unit of work
     */
    void wrote(SealedRecord record, RecordKey key);

    /**
     * Inserts a row unless its key is there already.
     *
     * @param insert an HQL insert with {@code on conflict do nothing}
     * @return false when the key was there, also when another transaction inserted it meanwhile; the unit of work goes on
     */
    boolean insertUnlessPresent(Function<StatelessSession, MutationQuery> insert);
}
