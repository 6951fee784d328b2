package org.lottrace.ledger.internal;

import java.util.List;
import java.util.function.Supplier;
import org.lottrace.api.event.LedgerListener;
import org.lottrace.api.transaction.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the listeners after the commit, once for each unit of work however many events it appended. */
final class ListenerCalls {
    private static final Logger LOG = LoggerFactory.getLogger(ListenerCalls.class);

    private final UnitOfWork unitOfWork;
    private final Supplier<List<LedgerListener>> listeners;
    /** The newest append of this thread. What a rolled-back unit of work leaves here is overwritten by the next append. */
    private final ThreadLocal<Long> newest = new ThreadLocal<>();

    ListenerCalls(UnitOfWork unitOfWork, Supplier<List<LedgerListener>> listeners) {
        this.unitOfWork = unitOfWork;
        this.listeners = listeners;
    }

    /** Call inside the unit of work that appended the event at {@code position}. */
    void appended(long position) {
        newest.set(position);
        unitOfWork.afterCommit(() -> {
            if (Long.valueOf(position).equals(newest.get())) {
                newest.remove();
                listeners.get().forEach(listener -> tell(listener, position));
            }
        });
    }

    private static void tell(LedgerListener listener, long head) {
        try {
            listener.ledgerGrew(head);
        } catch (RuntimeException e) {
            LOG.error("listener failed, it catches up with the next event listener={} head={}", listener, head, e);
        }
    }
}
