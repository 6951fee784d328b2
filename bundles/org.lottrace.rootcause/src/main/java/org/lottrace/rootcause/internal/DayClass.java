package org.lottrace.rootcause.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Days in classes, so that lots handled alike have the same trait: 0, 1 to 2, 3 to 7, 8 to 14, 15 to 30, 31 to 90, more
 * than 90.
 */
final class DayClass {
    private static final long[] LAST = {0, 2, 7, 14, 30, 90};

    private DayClass() {}

    /**
     * @param days zero or more
     * @return such as {@code 8 to 14 days}
     */
    static String of(long days) {
        long first = 0;
        for (long last : LAST) {
            if (days <= last) {
                return (first == last ? String.valueOf(last) : first + " to " + last) + " days";
            }
            first = last + 1;
        }
        return "more than 90 days";
    }

    /** @return such as {@code with 8 to 14 days left}, or {@code after its expiry}; the day of expiry is the last good one */
    static String left(LocalDate day, LocalDate expiry) {
        long days = ChronoUnit.DAYS.between(day, expiry);
        return days < 0 ? "after its expiry" : "with " + of(days) + " left";
    }
}
