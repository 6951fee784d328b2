package org.lottrace.api.handover;

import java.time.LocalDate;
import java.util.Objects;

/** Which entries of the journal a file has. */
public sealed interface JournalRange {
    /**
     * Entries by number, in that order.
     *
     * @param from number of the first, 1 or more
     * @param to number of the last; those that are not there yet are not waited for
     */
    record Numbers(long from, long to) implements JournalRange {
        /** @throws IllegalArgumentException if the first is less than 1 or greater than the last */
        public Numbers {
            if (from < 1 || to < from) {
                throw new IllegalArgumentException(
                        "entries are numbered from 1 on, and the first comes first, not " + from + " to " + to);
            }
        }

        /** All entries from that one on, as far as one file goes. */
        public static Numbers from(long from) {
            return new Numbers(from, Long.MAX_VALUE);
        }
    }

    /**
     * Entries by accounting date, in the order of date and number.
     *
     * @param from first accounting date; no time zone
     * @param to last accounting date
     * @param after of the first day only entries with a higher number than this: with day and number of the last entry of a file the
     *     next one comes, with 0 the first
     */
    record Days(LocalDate from, LocalDate to, long after) implements JournalRange {
        /** @throws IllegalArgumentException if the first day is later than the last */
        public Days {
            Objects.requireNonNull(from);
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("the first day comes first, not " + from + " to " + to);
            }
        }
    }
}
