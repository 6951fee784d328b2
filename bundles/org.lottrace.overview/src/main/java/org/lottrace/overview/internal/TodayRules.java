package org.lottrace.overview.internal;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.overview.StockState;
import org.lottrace.api.overview.TodayFigures.OpenRecall;
import org.lottrace.api.overview.TodayFigures.Receipts;
import org.lottrace.api.overview.TodayFigures.SiteDay;
import org.lottrace.api.overview.TodayFigures.Stock;
import org.lottrace.api.overview.TodayFigures.Week;
import org.lottrace.api.overview.store.TodayStore.LotCount;
import org.lottrace.api.overview.store.TodayStore.OpenCase;
import org.lottrace.api.overview.store.TodayStore.OpenNotices;

/** What the counts of the store mean. No store, no clock. */
final class TodayRules {
    static final int WEEKS = 8;

    private TodayRules() {}

    /** @return the earliest date at any site; any date when there is none, as nothing is anywhere then */
    static LocalDate earliest(List<SiteDay> days) {
        return days.stream().map(SiteDay::date).min(LocalDate::compareTo).orElse(LocalDate.EPOCH);
    }

    /** @return the Monday of the week in which the earliest of the sites is */
    static LocalDate firstMonday(List<SiteDay> days) {
        return earliest(days).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** @return the last day of the last week */
    static LocalDate lastSunday(LocalDate firstMonday) {
        return firstMonday.plusWeeks(WEEKS).minusDays(1);
    }

    /** @return one for each state, in their order */
    static List<Stock> stock(List<LotCount> lots, Map<StockState, Long> units) {
        return Arrays.stream(StockState.values())
                .map(state -> new Stock(
                        state,
                        lots.stream()
                                .filter(count -> count.state() == state)
                                .mapToLong(LotCount::lots)
                                .sum(),
                        units.getOrDefault(state, 0L)))
                .toList();
    }

    /** @return one for each week, in their order */
    static List<Week> weeks(List<LotCount> lots, LocalDate firstMonday) {
        return IntStream.range(0, WEEKS)
                .mapToObj(firstMonday::plusWeeks)
                .map(monday -> new Week(monday, inWeek(lots, monday)))
                .toList();
    }

    private static long inWeek(List<LotCount> lots, LocalDate monday) {
        LocalDate next = monday.plusWeeks(1);
        return lots.stream()
                .filter(count -> count.expiry()
                        .filter(day -> !day.isBefore(monday) && day.isBefore(next))
                        .isPresent())
                .mapToLong(LotCount::lots)
                .sum();
    }

    /** What is shipped later than today is not due yet. */
    static Receipts receipts(List<OpenNotices> open, List<SiteDay> days, int daysOnTheRoad) {
        Map<SiteId, LocalDate> today = days.stream().collect(Collectors.toMap(SiteDay::site, SiteDay::date));
        Function<OpenNotices, LocalDate> dayThere = notices -> today.get(notices.site());
        long late = open.stream()
                .filter(notices -> isLate(notices, dayThere.apply(notices), daysOnTheRoad))
                .mapToLong(OpenNotices::notices)
                .sum();
        long shipped = open.stream()
                .filter(notices -> !notices.shipped().isAfter(dayThere.apply(notices)))
                .mapToLong(OpenNotices::notices)
                .sum();
        return new Receipts(late, shipped - late, daysOnTheRoad);
    }

    private static boolean isLate(OpenNotices notices, LocalDate today, int daysOnTheRoad) {
        return notices.shipped().plusDays(daysOnTheRoad).isBefore(today);
    }

    /** The rule of {@link org.lottrace.api.recall.report.StatusReport#nextReport}. */
    static OpenRecall recall(OpenCase open) {
        Duration interval = Duration.ofDays(open.regime().reportDays());
        return new OpenRecall(
                open.id(),
                open.mode(),
                open.mode().isLive()
                        ? Optional.of(open.reported().orElse(open.opened()).plus(interval))
                        : Optional.empty());
    }
}
