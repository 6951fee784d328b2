package org.lottrace.persistence.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.StatelessSession;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.query.MutationQuery;
import org.lottrace.api.operation.TimeLimit;
import org.lottrace.api.transaction.LockObserver;
import org.lottrace.api.transaction.StaleWriteException;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.persistence.internal.seal.RecordKey;
import org.lottrace.persistence.internal.seal.SealedRecord;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One database transaction for each thread's outermost call. */
@Component(service = {UnitOfWork.class, CurrentSession.class})
public final class DatabaseUnitOfWork implements UnitOfWork, CurrentSession {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseUnitOfWork.class);

    /** How often work that lost a race is run again. */
    private static final int REPETITIONS = 2;

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(20);

    private final Database database;
    private final ThreadLocal<OpenTransaction> current = new ThreadLocal<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<LockObserver> lockObservers = List.of();

    @Activate
    public DatabaseUnitOfWork(@Reference Database database) {
        this.database = database;
    }

    /** For tests. */
    DatabaseUnitOfWork(Database database, LockObserver observer) {
        this(database);
        lockObservers = List.of(observer);
    }

    @Override
    public <T> T required(Supplier<T> work) {
        OpenTransaction open = current.get();
        return open == null ? repeated(work) : nested(open, work);
    }

    @Override
    public void rollbackOnly() {
        active("rollbackOnly").rollbackOnly();
    }

    @Override
    public boolean isOpen() {
        return current.get() != null;
    }

    @Override
    public boolean isRollbackOnly() {
        return active("isRollbackOnly").isRollbackOnly();
    }

    @Override
    public void afterCommit(Runnable action) {
        OpenTransaction open = current.get();
        if (open == null) {
            runAll(List.of(action));
        } else {
            open.afterCommit(action);
        }
    }

    @Override
    public <T> T call(Function<StatelessSession, T> work) {
        return required(() -> {
            TimeLimit.current().ifPresent(TimeLimit::check);
            OpenTransaction open = current.get();
            open.send();
            return work.apply(open.session());
        });
    }

    @Override
    public <S extends Staged> void stage(Class<S> kind, Supplier<S> first, Consumer<S> add) {
        run(() -> add.accept(current.get().staged(kind, first)));
    }

    @Override
    public <T> T locking(Function<StatelessSession, T> work) {
        active("a lock").memory().lockIsTaken();
        return call(session -> {
            long began = System.nanoTime();
            try {
                return work.apply(session);
            } finally {
                Duration took = Duration.ofNanos(System.nanoTime() - began);
                lockObservers.forEach(observer -> observer.locked(took));
            }
        });
    }

    @Override
    public UnitMemory memory() {
        OpenTransaction open = current.get();
        return open == null ? new UnitMemory() : open.memory();
    }

    @Override
    public void wrote(SealedRecord record, RecordKey key) {
        active("a seal").seals().add(record, key);
    }

    /** PostgreSQL does nothing on a conflict. For H2 Hibernate leaves it at the error, which ends the statement only. */
    @Override
    public boolean insertUnlessPresent(Function<StatelessSession, MutationQuery> insert) {
        return call(session -> {
            try {
                return insert.apply(session).executeUpdate() == 1;
            } catch (ConstraintViolationException e) {
                if (Failures.isUniqueViolation(e)) {
                    return false;
                }
                throw e;
            }
        });
    }

    /** What a run leaves behind is rolled back, and its actions are forgotten with it. */
    private <T> T repeated(Supplier<T> work) {
        for (int repetition = 1; repetition <= REPETITIONS; repetition++) {
            try {
                return outermost(work);
            } catch (StaleWriteException lost) {
                LOG.debug("somebody else was first, run again repetition={}", repetition, lost);
                pause(repetition);
            }
        }
        return outermost(work);
    }

    /** Of two that are both run again after a deadlock one comes first. */
    private static void pause(int repetition) {
        long longest = LONGEST_PAUSE.toNanos() * repetition;
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest));
    }

    private <T> T outermost(Supplier<T> work) {
        T result;
        List<Runnable> actions;
        try (OpenTransaction open = new OpenTransaction(database)) {
            current.set(open);
            try {
                result = work.get();
                actions = open.end();
            } catch (RuntimeException | Error e) {
                open.abandon(e);
                throw e;
            } finally {
                current.remove();
            }
        } catch (RuntimeException e) {
            throw Failures.translate(e, database.watch());
        }
        runAll(actions);
        return result;
    }

    private <T> T nested(OpenTransaction open, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            RuntimeException translated = Failures.translate(e, database.watch());
            open.failed(translated);
            throw translated;
        }
    }

    private OpenTransaction active(String what) {
        OpenTransaction open = current.get();
        if (open == null) {
            throw new IllegalStateException(what + " needs a unit of work: call it inside UnitOfWork.required(...)");
        }
        return open;
    }

    /** The commit has happened: an action that fails is a person's business, and keeps no other from running. */
    private static void runAll(List<Runnable> actions) {
        for (Runnable action : actions) {
            try {
                action.run();
            } catch (RuntimeException e) {
                LOG.error("action after commit failed action={}", action, e);
            }
        }
    }
}
