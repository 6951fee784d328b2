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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.operation.TooMuchException;
import org.lottrace.api.planning.ExpiryRisks;
import org.lottrace.api.planning.store.PlanningStore;
import org.lottrace.api.planning.store.PlanningStore.Wanted;
import org.lottrace.api.planning.store.SiteHours;
import org.lottrace.api.quantity.UnitOfMeasure;

/**
 * Demand of items at a site by weeks of 7 days, the last of which ends with yesterday.
 *
 * @param items by number; one without demand is not in it
 */
record DemandHistory(Map<String, OfItem> items) {
    private static final int WEEK = 7;

    /** @param unit the base unit */
    record OfItem(UnitOfMeasure unit, Series series) {}

    Series series(String item) {
        return Optional.ofNullable(items.get(item)).map(OfItem::series).orElse(new Series(List.of()));
    }

    static DemandHistory of(PlanningStore store, SiteId site, ZoneId zone, LocalDate today, Optional<ItemNumber> item) {
        List<SiteHours> weeks = IntStream.range(0, ExpiryRisks.WEEKS)
                .mapToObj(week -> week(site, zone, today.minusDays((long) WEEK * (ExpiryRisks.WEEKS - week))))
                .toList();
        List<Wanted> wanted = store.wanted(weeks, item, ExpiryRisks.MOST_READ + 1);
        if (wanted.size() > ExpiryRisks.MOST_READ) {
            throw new TooMuchException(ExpiryRisks.MOST_READ, "weeks of items");
        }
        LocalDate first = weeks.get(0).day();
        Map<String, OfItem> items = new TreeMap<>();
        wanted.stream()
                .collect(Collectors.groupingBy(one -> one.item().value()))
                .forEach((number, rows) ->
                        items.put(number, new OfItem(rows.get(0).quantity().unit(), series(first, rows))));
        return new DemandHistory(items);
    }

    private static SiteHours week(SiteId site, ZoneId zone, LocalDate begin) {
        return new SiteHours(
                site,
                begin,
                begin.atStartOfDay(zone).toInstant(),
                begin.plusDays(WEEK).atStartOfDay(zone).toInstant());
    }

    /** A week without a row is one without demand; before the first one nothing is known. */
    private static Series series(LocalDate first, List<Wanted> rows) {
        BigDecimal[] amounts = new BigDecimal[ExpiryRisks.WEEKS];
        rows.forEach(row -> amounts[(int) ChronoUnit.DAYS.between(first, row.from()) / WEEK] =
                row.quantity().amount());
        return new Series(Arrays.stream(amounts)
                .dropWhile(amount -> amount == null)
                .map(amount -> amount == null ? BigDecimal.ZERO : amount)
                .toList());
    }
}
