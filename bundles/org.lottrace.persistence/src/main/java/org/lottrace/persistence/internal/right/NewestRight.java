package org.lottrace.persistence.internal.right;

import java.util.Optional;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.UnitMemory.Kind;

/**
 * The number of the newest right that a unit of work has seen: versions are only added, so it tells whether there are new ones. A unit goes on
 * with the rights that counted when it first looked: what is said meanwhile comes after it.
 */
public final class NewestRight {
    /** For who reads a site anyway: the number, or null when there is none. */
    public static final String QUERY = "(select max(given.right_version) from lot_right given)";

    private static final Kind<String, Long> NEWEST = Kind.ofTheUnit();
    private static final String ONLY = "newest";

    private NewestRight() {}

    /** @param number as {@link #QUERY} gave it */
    public static void learn(CurrentSession current, Long number) {
        if (current.memory().find(NEWEST, ONLY).isEmpty()) {
            current.memory().learn(NEWEST, ONLY, Optional.ofNullable(number).orElse(0L));
        }
    }

    static long of(CurrentSession current) {
        return current.memory()
                .get(
                        NEWEST,
                        ONLY,
                        none -> current.call(session -> Optional.ofNullable(session.createSelectionQuery(
                                                "select max(version) from LotRightEntity", Long.class)
                                        .getSingleResultOrNull())
                                .orElse(0L)));
    }
}
