package org.lottrace.persistence.internal.master;

import org.hibernate.StatelessSession;
import org.lottrace.api.transaction.StaleWriteException;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.UnitMemory.Kind;

/**
 * The number of the newest step that a unit of work has seen: steps are only added, so it tells whether there are new ones. A unit goes on
 * with what was closed when it first looked; one that records takes the head of the ledger, and begins again if something was closed meanwhile.
 */
public final class NewestStep {
    /** For who reads a site anyway: the number, 0 when there is none. */
    public static final String QUERY = "(select head.newest_step from ledger_head head)";

    private static final Kind<String, Long> NEWEST = Kind.ofTheUnit();
    private static final String ONLY = "newest";

    private NewestStep() {}

    /** @param number as {@link #QUERY} gave it */
    public static void learn(CurrentSession current, long number) {
        if (current.memory().find(NEWEST, ONLY).isEmpty()) {
            current.memory().learn(NEWEST, ONLY, number);
        }
    }

    /** Whoever looks next looks anew. */
    static void forget(CurrentSession current) {
        current.memory().forget(NEWEST, ONLY);
    }

    /**
     * Called with the head of the ledger, which whoever adds one holds, too.
     *
     * @param number the newest one now
     * @throws StaleWriteException if the unit of work has seen an older one
     */
    public static void requireStill(CurrentSession current, long number) {
        if (current.memory().find(NEWEST, ONLY).filter(seen -> seen != number).isPresent()) {
            throw new StaleWriteException("master data was closed, opened or deleted meanwhile", null);
        }
    }

    /** Called by whoever adds one. */
    static void added(StatelessSession session, long number) {
        session.createNativeMutationQuery("update ledger_head set newest_step = :number")
                .setParameter("number", number)
                .executeUpdate();
    }

    static long of(CurrentSession current) {
        return current.memory()
                .get(
                        NEWEST,
                        ONLY,
                        none -> current.call(
                                session -> session.createNativeQuery("select newest_step from ledger_head", Long.class)
                                        .getSingleResult()));
    }
}
