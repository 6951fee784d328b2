package org.lottrace.cost.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which days belong to one accounting period: a calendar month where no other end is configured. */
final class AccountingCalendar {
    private final TreeSet<LocalDate> ends = new TreeSet<>();
    private final ZoneId zone;
    private final Clock clock;

    AccountingCalendar(LotCostingConfig config, Clock clock) {
        Stream.of(config.period_ends())
                .flatMap(days -> Stream.of(days.split(",")))
                .map(String::trim)
                .filter(day -> !day.isEmpty())
                .map(LocalDate::parse)
                .forEach(ends::add);
        this.zone = ZoneId.of(config.accounting_zone());
        this.clock = clock;
    }

    /** @return the day that it is where the company keeps its books */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** @return the period that the day belongs to */
    Days of(LocalDate day) {
        LocalDate first = day.withDayOfMonth(1);
        LocalDate last = day.with(TemporalAdjusters.lastDayOfMonth());
        LocalDate before = ends.lower(day);
        LocalDate next = ends.ceiling(day);
        if (next == null) {
            return new Days(before != null && !before.isBefore(first) ? before.plusDays(1) : first, last);
        }
        return before == null ? new Days(first, next.isBefore(last) ? next : last) : new Days(before.plusDays(1), next);
    }

    /** @return the period that ends on that day, or empty when none does */
    Optional<Days> endingOn(LocalDate day) {
        return Optional.of(of(day)).filter(days -> days.to().equals(day));
    }

    /**
     * @param from the first day
     * @param to the last one
     */
    record Days(LocalDate from, LocalDate to) {}
}
