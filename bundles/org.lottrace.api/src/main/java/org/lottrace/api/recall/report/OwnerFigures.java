package org.lottrace.api.recall.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.code.Coded;

/**
 * What tracing lots is worth, of some days. Amounts in the functional currency; a month is a twelfth of 365 days.
 *
 * @param from first accounting date
 * @param to last one
 * @param goLive since when LotTrace is used, as the settings say; absent when they do not
 * @param now what was written off in these days
 * @param before the same before LotTrace; absent when neither the books nor the settings tell
 * @param known how that is known
 * @param traces how long traces took
 * @param assumed what the settings say besides
 * @param savedInAYear what is written off less than before, and hours of traces that nobody needs any more, in a year; absent unless one of both is
 *     known. Less than nothing when it became worse.
 */
public record OwnerFigures(
        LocalDate from,
        LocalDate to,
        Optional<LocalDate> goLive,
        Losses now,
        Optional<Losses> before,
        Known known,
        Traces traces,
        Assumed assumed,
        Optional<Money> savedInAYear) {
    public OwnerFigures {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        Objects.requireNonNull(goLive);
        Objects.requireNonNull(now);
        Objects.requireNonNull(before);
        Objects.requireNonNull(known);
        Objects.requireNonNull(traces);
        Objects.requireNonNull(assumed);
        Objects.requireNonNull(savedInAYear);
    }

    /**
     * Goods written off: thrown away, destroyed and taken as samples, less what was undone.
     *
     * @param days how many days were looked at
     * @param writtenOff in all of them
     * @param expired of it, what had expired by then
     * @param writtenOffInAMonth on average
     * @param expiredInAMonth on average
     */
    public record Losses(long days, Money writtenOff, Money expired, Money writtenOffInAMonth, Money expiredInAMonth) {
        public Losses {
            Objects.requireNonNull(writtenOff);
            Objects.requireNonNull(expired);
            Objects.requireNonNull(writtenOffInAMonth);
            Objects.requireNonNull(expiredInAMonth);
        }
    }

    /**
     * Recalls that were practised in these days: what LotTrace takes; people come on top of it.
     *
     * @param drills how many; of the newest 1,000
     * @param average of all their steps together; nothing when there was none
     * @param longest the same
     */
    public record Traces(int drills, Duration average, Duration longest) {
        public Traces {
            Objects.requireNonNull(average);
            Objects.requireNonNull(longest);
        }
    }

    /**
     * What nobody can measure.
     *
     * @param hoursOfATrace how long a trace took before, in hours of one person
     * @param tracesInAYear how many are made in a year
     * @param hour what an hour of a person costs
     */
    public record Assumed(
            Optional<BigDecimal> hoursOfATrace, Optional<BigDecimal> tracesInAYear, Optional<Money> hour) {
        public Assumed {
            Objects.requireNonNull(hoursOfATrace);
            Objects.requireNonNull(tracesInAYear);
            Objects.requireNonNull(hour);
        }
    }

    /** How it is known what was before. */
    public enum Known implements Coded {
        /** From the books, of at most 365 days before. */
        BOOKED("BOOKED"),
        /** From the settings. */
        ASSUMED("ASSUMED"),
        UNKNOWN("UNKNOWN");

        private final String code;

        Known(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
