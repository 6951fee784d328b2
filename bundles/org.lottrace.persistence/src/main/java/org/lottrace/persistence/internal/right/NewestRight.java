package org.lottrace.persistence.internal.right;

import org.hibernate.StatelessSession;
import org.lottrace.api.transaction.StaleWriteException;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.UnitMemory.Kind;

/**
 * The number of the newest right that a unit of work has seen: versions are only added, so it tells whether there are new ones. A unit goes on
 * with the rights that counted when it first looked; one that records takes the head of the ledger, and begins again if one was given or taken
 * meanwhile.
 */
public final class NewestRight {
    /** For who reads a site anyway: the number, 0 when there is none. */
    public static final String QUERY = "(select head.newest_right from ledger_head head)";

    private static final Kind<String, Long> NEWEST = Kind.ofTheUnit();
    private static final String ONLY = "newest";

    private NewestRight() {}

    /** @param number as {@link #QUERY} gave it */
    public static void learn(CurrentSession current, long number) {
        if (current.memory().find(NEWEST, ONLY).isEmpty()) {
            current.memory().learn(NEWEST, ONLY, number);
        }
    }

    /**
     * Called with the head of the ledger, which whoever adds one holds, too.
     *
     * @param number the newest one now
     * @throws StaleWriteException if the unit of work has seen an older one
     */
    public static void requireStill(CurrentSession current, long number) {
        if (current.memory().find(NEWEST, ONLY).filter(seen -> seen != number).isPresent()) {
            throw new StaleWriteException("a right was given or taken meanwhile", null);
        }
    }

    /** Called by whoever adds one. */
    static void added(StatelessSession session, long number) {
        session.createNativeMutationQuery("update ledger_head set newest_right = :number")
                .setParameter("number", number)
                .executeUpdate();
    }

    static long of(CurrentSession current) {
        return current.memory()
                .get(
                        NEWEST,
                        ONLY,
                        none -> current.call(
                                session -> session.createNativeQuery("select newest_right from ledger_head", Long.class)
                                        .getSingleResult()));
    }
}
