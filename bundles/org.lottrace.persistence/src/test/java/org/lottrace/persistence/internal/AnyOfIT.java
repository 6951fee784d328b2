package org.lottrace.persistence.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.hibernate.SharedSessionContract;
import org.hibernate.StatelessSession;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.lottrace.persistence.testing.TestDatabase;

class AnyOfIT {
    /** Of the text, and of the statement that it becomes. */
    private static final long BOTH = 2;

    private final CurrentSession current =
            (CurrentSession) TestDatabase.h2().withBakery().unitOfWork();

    @Test
    void a_query_with_a_list_is_translated_once() {
        assertEquals(BOTH, foundAgain("FLOUR", "SALT"));
    }

    private long foundAgain(String... items) {
        return current.call(session -> {
            Statistics statistics = statistics(session);
            statistics.setStatisticsEnabled(true);
            try {
                ask(session, items);
                statistics.clear();
                ask(session, items);
                return statistics.getQueryPlanCacheHitCount();
            } finally {
                statistics.setStatisticsEnabled(false);
            }
        });
    }

    private static void ask(SharedSessionContract session, String... items) {
        List<String> found = session.createSelectionQuery(
                        "select i.number from ItemEntity i where i.number = any_text(:items, 0)", String.class)
                .setParameter("items", items)
                .getResultList();
        assertEquals(items.length, found.size());
    }

    private static Statistics statistics(StatelessSession session) {
        return session.getFactory().getStatistics();
    }
}
