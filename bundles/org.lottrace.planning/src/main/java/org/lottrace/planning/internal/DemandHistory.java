package org.lottrace.planning.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.operation.TooMuchException;
import org.lottrace.api.planning.ExpiryRisks;
import org.lottrace.api.planning.store.PlanningStore;
import org.lottrace.api.planning.store.PlanningStore.Wanted;
import org.lottrace.api.planning.store.SiteHours;

/** Demand of items at a site by weeks of 7 days, the last of which ends with yesterday. */
final class DemandHistory {
    private static final int WEEK = 7;

    private DemandHistory() {}

    /** @return by number of the item; one without demand is not in it */
    static Map<String, Series> of(
            PlanningStore store, SiteId site, ZoneId zone, LocalDate today, Optional<ItemNumber> item) {
        List<SiteHours> weeks = IntStream.range(0, ExpiryRisks.WEEKS)
                .mapToObj(week -> week(site, zone, today.minusDays((long) WEEK * (ExpiryRisks.WEEKS - week))))
                .toList();
        List<Wanted> wanted = store.wanted(weeks, item, ExpiryRisks.MOST_READ + 1);
        if (wanted.size() > ExpiryRisks.MOST_READ) {
            throw new TooMuchException(ExpiryRisks.MOST_READ, "weeks of items");
        }
        Map<String, BigDecimal[]> byItem = new TreeMap<>();
        LocalDate first = weeks.get(0).day();
        wanted.forEach(one -> byItem.computeIfAbsent(one.item().value(), key -> new BigDecimal[ExpiryRisks.WEEKS])[
                        (int) (ChronoUnit.DAYS.between(first, one.from()) / WEEK)] =
                one.quantity().amount());
        Map<String, Series> series = new TreeMap<>();
        byItem.forEach((number, amounts) -> series.put(number, series(amounts)));
        return series;
    }

    private static SiteHours week(SiteId site, ZoneId zone, LocalDate monday) {
        return new SiteHours(
                site,
                monday,
                monday.atStartOfDay(zone).toInstant(),
                monday.plusDays(WEEK).atStartOfDay(zone).toInstant());
    }

    /** A week without a row is one without demand; before the first one nothing is known. */
    private static Series series(BigDecimal... amounts) {
        return new Series(Arrays.stream(amounts)
                .dropWhile(amount -> amount == null)
                .map(amount -> amount == null ? BigDecimal.ZERO : amount)
                .toList());
    }
}
