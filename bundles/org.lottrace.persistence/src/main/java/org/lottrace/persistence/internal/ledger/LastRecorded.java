package org.lottrace.persistence.internal.ledger;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.lottrace.persistence.internal.AnyOf;

/** Which event was the last one at a moment; positions are given in the order of recording. */
public final class LastRecorded {
    /** So many rows are looked at by their keys at once: three looks are enough for a hundred million events. */
    private static final int LOOKS_AT_ONCE = 500;

    private LastRecorded() {}

    /**
     * @param head the last position there is
     * @return the position of the last event that was recorded by that instant; 0 when there is none
     */
    public static long by(StatelessSession session, Instant instant, long head) {
        long low = 0;
        long high = head;
        while (low < high) {
            long step = (high - low + LOOKS_AT_ONCE - 1) / LOOKS_AT_ONCE;
            long last = low;
            for (TraceEventEntity row : at(session, low, high, step)) {
                if (row.recorded.toInstant().isAfter(instant)) {
                    high = row.ledgerPosition - 1;
                    break;
                }
                last = row.ledgerPosition;
            }
            low = last;
        }
        return low;
    }

    /** @return each so many events, by position, and the last one */
    private static List<TraceEventEntity> at(StatelessSession session, long low, long high, long step) {
        List<Long> positions = Stream.concat(
                        LongStream.iterate(low + step, position -> position < high, position -> position + step)
                                .boxed(),
                        Stream.of(high))
                .toList();
        return session.createSelectionQuery(
                        "from TraceEventEntity where ledgerPosition = any_id(:positions, 0) order by ledgerPosition",
                        TraceEventEntity.class)
                .setParameter("positions", AnyOf.ids(positions))
                .getResultList();
    }
}
