package org.lottrace.persistence.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hibernate.StatelessSession;
import org.lottrace.api.operation.TimeLimit;
import org.lottrace.persistence.internal.seal.Sealed;
import org.lottrace.persistence.internal.seal.Seals;
import org.lottrace.persistence.internal.seal.StagedSeals;

/** The transaction of one thread, from its outermost call to its end. */
final class OpenTransaction implements AutoCloseable {
    private final StatelessSession session;
    private final UnitMemory memory = new UnitMemory();
    private final Map<Class<?>, Staged> staged = new LinkedHashMap<>();
    private final Seals seals = new Seals();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private boolean rollbackOnly;
    private RuntimeException nestedFailure;

    OpenTransaction(Database database) {
        session = database.open();
        try {
            TimeLimit.current().ifPresent(limit -> session.getTransaction().setTimeout(limit.secondsLeft()));
            session.beginTransaction();
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    StatelessSession session() {
        return session;
    }

    UnitMemory memory() {
        return memory;
    }

    <S extends Staged> S staged(Class<S> kind, Supplier<S> first) {
        return kind.cast(staged.computeIfAbsent(kind, none -> first.get()));
    }

    /** Sends what waits to be written, in the order in which its kinds were used first. */
    void send() {
        if (!staged.isEmpty()) {
            RoundTrip trip = new RoundTrip(session);
            staged.values().forEach(writes -> writes.addTo(trip));
            staged.clear();
            trip.send();
        }
    }

    /** What is to be sealed. */
    Seals seals() {
        return seals;
    }

    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    void rollbackOnly() {
        rollbackOnly = true;
    }

    boolean isRollbackOnly() {
        return rollbackOnly;
    }

    /** A nested call failed. Even when the outer call catches the exception, half of its work must not be committed. */
    void failed(RuntimeException failure) {
        if (nestedFailure == null) {
            nestedFailure = failure;
        }
    }

    /**
     * Commits, or rolls back when that was asked for.
     *
     * @return what is to be done after the commit
     * @throws RuntimeException the failure of a nested call that the outer call has hidden
     */
    List<Runnable> end() {
        if (rollbackOnly) {
            session.getTransaction().rollback();
            return List.of();
        }
        if (nestedFailure != null) {
            throw nestedFailure;
        }
        send();
        if (!seals.isEmpty()) {
            List<Sealed> read = session.doReturningWork(seals::read);
            staged(StagedSeals.class, StagedSeals::new).add(read);
            send();
        }
        session.getTransaction().commit();
        return afterCommit;
    }

    /** Rolls back because of {@code failure}; when that fails too, the connection is thrown away and takes the rest along. */
    void abandon(Throwable failure) {
        try {
            if (session.getTransaction().isActive()) {
                session.getTransaction().rollback();
            }
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
