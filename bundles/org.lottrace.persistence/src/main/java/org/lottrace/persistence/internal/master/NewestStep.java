package org.lottrace.persistence.internal.master;

import java.util.Optional;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.UnitMemory.Kind;

/**
 * The number of the newest step that a unit of work has seen: steps are only added, so it tells whether there are new ones. A unit goes on
 * with what was closed when it first looked: what is closed meanwhile comes after it.
 */
public final class NewestStep {
    /** For who reads a site anyway: the number, or null when there is none. */
    public static final String QUERY = "(select max(step.step_number) from master_step step)";

    private static final Kind<String, Long> NEWEST = Kind.ofTheUnit();
    private static final String ONLY = "newest";

    private NewestStep() {}

    /** @param number as {@link #QUERY} gave it */
    public static void learn(CurrentSession current, Long number) {
        if (current.memory().find(NEWEST, ONLY).isEmpty()) {
            current.memory().learn(NEWEST, ONLY, Optional.ofNullable(number).orElse(0L));
        }
    }

    /** Whoever looks next looks anew. */
    static void forget(CurrentSession current) {
        current.memory().forget(NEWEST, ONLY);
    }

    static long of(CurrentSession current) {
        return current.memory()
                .get(
                        NEWEST,
                        ONLY,
                        none -> current.call(session -> Optional.ofNullable(session.createSelectionQuery(
                                                "select max(number) from MasterStepEntity", Long.class)
                                        .getSingleResultOrNull())
                                .orElse(0L)));
    }
}
