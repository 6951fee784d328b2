package org.lottrace.planning.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.event.store.DispositionStore;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.TooMuchException;
import org.lottrace.api.operation.WrongQuestionException;
import org.lottrace.api.overview.TodayFigures.SiteDay;
import org.lottrace.api.overview.store.TodayStore;
import org.lottrace.api.overview.store.TodayStore.SiteZone;
import org.lottrace.api.planning.ExpiringLot;
import org.lottrace.api.planning.ExpiryAdvice;
import org.lottrace.api.planning.ExpiryAdvices;
import org.lottrace.api.planning.ExpiryRisks;
import org.lottrace.api.planning.LotRisk;
import org.lottrace.api.planning.RotationMeasures;
import org.lottrace.api.planning.store.PlanningStore;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.planning.internal.AdviceRules.Elsewhere;
import org.lottrace.planning.internal.AdviceRules.Need;
import org.lottrace.planning.internal.ExpiryQueue.Waiting;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads the risks, what production needs, and lots and demand of the other sites: some statements for each site, and none for a lot. */
@Component(service = ExpiryAdvices.class)
public final class ExpiryAdvicesService implements ExpiryAdvices {
    private final UnitOfWork unitOfWork;
    private final ExpiryRisks risks;
    private final TodayStore sites;
    private final PlanningStore planning;
    private final DispositionStore dispositions;
    private final Clock clock;

    @Activate
    public ExpiryAdvicesService(
            @Reference UnitOfWork unitOfWork,
            @Reference ExpiryRisks risks,
            @Reference TodayStore sites,
            @Reference PlanningStore planning,
            @Reference DispositionStore dispositions,
            @Reference Clock clock) {
        this.unitOfWork = unitOfWork;
        this.risks = risks;
        this.sites = sites;
        this.planning = planning;
        this.dispositions = dispositions;
        this.clock = clock;
    }

    @Override
    public List<ExpiryAdvice> list(SiteId site, Optional<ItemNumber> item, int days, int skip, int limit) {
        if (skip < 0 || limit < 1 || limit > ExpiryRisks.LONGEST_PAGE) {
            throw new WrongQuestionException("a page has 1 to " + ExpiryRisks.LONGEST_PAGE
                    + " rows and begins at 0 or later, not " + limit + " rows from " + skip);
        }
        return unitOfWork.required(() -> {
            List<LotRisk> found = risks.list(site, item, days, 0, ExpiryRisks.LONGEST_PAGE).stream()
                    .filter(risk -> risk.left().isPresent())
                    .toList();
            if (found.isEmpty()) {
                return List.<ExpiryAdvice>of();
            }
            Map<String, List<Need>> needs = needs(site, item, days);
            Map<String, List<Elsewhere>> elsewhere = elsewhere(site, item);
            return found.stream()
                    .flatMap(risk -> AdviceRules.of(
                            risk,
                            needs.getOrDefault(item(risk.lot()), List.of()),
                            elsewhere.getOrDefault(item(risk.lot()), List.of()))
                            .stream())
                    .skip(skip)
                    .limit(limit)
                    .toList();
        });
    }

    private static String item(ExpiringLot lot) {
        return lot.lot().item().value();
    }

    private Map<String, List<Need>> needs(SiteId site, Optional<ItemNumber> item, int days) {
        LocalDate today = Days.today(sites, Optional.of(site), clock.instant()).stream()
                .map(SiteDay::date)
                .findFirst()
                .orElse(LocalDate.EPOCH);
        return all(
                        "components of open orders",
                        planning.needed(site, item, today.plusDays(days), ExpiryRisks.MOST_READ + 1))
                .stream()
                .collect(Collectors.groupingBy(
                        needed -> needed.item().value(),
                        Collectors.mapping(
                                needed -> new Need(
                                        needed.order(),
                                        needed.day(),
                                        needed.open().amount()),
                                Collectors.toList())));
    }

    private Map<String, List<Elsewhere>> elsewhere(SiteId here, Optional<ItemNumber> item) {
        List<SiteZone> others =
                sites.zones().stream().filter(zone -> !zone.site().equals(here)).toList();
        Map<String, List<Elsewhere>> byItem = new HashMap<>();
        for (SiteZone other : others) {
            LocalDate today = LocalDate.ofInstant(clock.instant(), other.zone());
            Map<String, List<Waiting>> lots = lots(new SiteDay(other.site(), today), item);
            DemandHistory.of(planning, other.site(), other.zone(), today, item)
                    .items()
                    .forEach((number, demand) -> byItem.computeIfAbsent(number, key -> new ArrayList<>())
                            .add(new Elsewhere(other.site(), demand.series(), lots.getOrDefault(number, List.of()))));
        }
        return byItem;
    }

    private Map<String, List<Waiting>> lots(SiteDay day, Optional<ItemNumber> item) {
        List<ExpiringLot> lots = all(
                "lots on stock",
                planning.expiring(
                        List.of(day),
                        item,
                        day.date(),
                        day.date().plusDays(RotationMeasures.MOST_DAYS_AHEAD),
                        ExpiryRisks.MOST_READ + 1));
        Set<LotKey> held = lots.isEmpty()
                ? Set.of()
                : dispositions.of(lots.stream().map(ExpiringLot::lot).toList()).stream()
                        .filter(state -> state.disposition() != Disposition.SELLABLE)
                        .map(LotDisposition::lot)
                        .collect(Collectors.toSet());
        return lots.stream()
                .filter(lot -> !held.contains(lot.lot()))
                .sorted(Comparator.comparing(ExpiringLot::daysLeft))
                .collect(Collectors.groupingBy(
                        ExpiryAdvicesService::item,
                        Collectors.mapping(
                                lot -> new Waiting(lot.quantity().amount(), lot.daysLeft()), Collectors.toList())));
    }

    private static <T> List<T> all(String what, List<T> rows) {
        if (rows.size() > ExpiryRisks.MOST_READ) {
            throw new TooMuchException(ExpiryRisks.MOST_READ, what);
        }
        return rows;
    }
}
