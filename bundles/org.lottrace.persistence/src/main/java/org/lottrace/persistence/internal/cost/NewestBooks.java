package org.lottrace.persistence.internal.cost;

import org.hibernate.StatelessSession;
import org.lottrace.api.transaction.StaleWriteException;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.UnitMemory.Kind;

/**
 * How many books of companies a unit of work has seen: they are only opened, so it tells whether there are new ones. A unit goes on with the
 * books that were open when it first looked; one that records takes the head of the ledger, and begins again if some were opened meanwhile.
 */
public final class NewestBooks {
    /** For who reads a site anyway: how many there are. */
    public static final String QUERY = "(select head.newest_books from ledger_head head)";

    private static final Kind<String, Long> NEWEST = Kind.ofTheUnit();
    private static final String ONLY = "newest";

    private NewestBooks() {}

    /** @param number as {@link #QUERY} gave it */
    public static void learn(CurrentSession current, long number) {
        if (current.memory().find(NEWEST, ONLY).isEmpty()) {
            current.memory().learn(NEWEST, ONLY, number);
        }
    }

    /**
     * Called with the head of the ledger, which whoever opens books holds, too.
     *
     * @param number of them now
     * @throws StaleWriteException if the unit of work has seen fewer
     */
    public static void requireStill(CurrentSession current, long number) {
        if (current.memory().find(NEWEST, ONLY).filter(seen -> seen != number).isPresent()) {
            throw new StaleWriteException("books of a company were opened meanwhile", null);
        }
    }

    /** Called by whoever opens some. */
    static void opened(StatelessSession session) {
        session.createNativeMutationQuery("update ledger_head set newest_books = newest_books + 1")
                .executeUpdate();
    }

    static long of(CurrentSession current) {
        return current.memory()
                .get(
                        NEWEST,
                        ONLY,
                        none -> current.call(
                                session -> session.createNativeQuery("select newest_books from ledger_head", Long.class)
                                        .getSingleResult()));
    }
}
