package org.lottrace.persistence.internal.allocation;

import java.util.Optional;
import org.hibernate.StatelessSession;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.UnitMemory.Kind;

/** The number of the newest rule that a unit of work has seen: versions are only added, so it tells whether there are new ones. */
public final class NewestRule {
    /** For who reads something else anyway: the number, or null when there is none. */
    public static final String QUERY = "(select max(rule.version) from AllocationRuleEntity rule)";

    private static final Kind<String, Long> NEWEST = Kind.untilALock();
    private static final String ONLY = "newest";

    private NewestRule() {}

    /** @param version as {@link #QUERY} gave it */
    public static void learn(CurrentSession current, Long version) {
        current.memory().learn(NEWEST, ONLY, Optional.ofNullable(version).orElse(0L));
    }

    static void forget(CurrentSession current) {
        current.memory().forget(NEWEST);
    }

    static long of(CurrentSession current, StatelessSession session) {
        return current.memory().get(NEWEST, ONLY, none -> Optional.ofNullable(session.createSelectionQuery(
                                "select max(rule.version) from AllocationRuleEntity rule", Long.class)
                        .getSingleResultOrNull())
                .orElse(0L));
    }
}
