package org.lottrace.planning.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.operation.WrongQuestionException;
import org.lottrace.api.overview.store.TodayStore;
import org.lottrace.api.overview.store.TodayStore.SiteZone;
import org.lottrace.api.planning.DemandForecast;
import org.lottrace.api.planning.DemandForecasts;
import org.lottrace.api.planning.ReplenishmentTerms;
import org.lottrace.api.planning.store.PlanningStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads demand once; what follows from it is in {@link ForecastRules}. */
@Component(service = DemandForecasts.class)
public final class DemandForecastsService implements DemandForecasts {
    private final UnitOfWork unitOfWork;
    private final TodayStore sites;
    private final PlanningStore planning;
    private final Clock clock;

    @Activate
    public DemandForecastsService(
            @Reference UnitOfWork unitOfWork,
            @Reference TodayStore sites,
            @Reference PlanningStore planning,
            @Reference Clock clock) {
        this.unitOfWork = unitOfWork;
        this.sites = sites;
        this.planning = planning;
        this.clock = clock;
    }

    @Override
    public List<DemandForecast> list(
            SiteId site, Optional<ItemNumber> item, ReplenishmentTerms terms, int skip, int limit) {
        if (skip < 0 || limit < 1 || limit > LONGEST_PAGE) {
            throw new WrongQuestionException("a page has 1 to " + LONGEST_PAGE + " rows and begins at 0 or later, not "
                    + limit + " rows from " + skip);
        }
        return unitOfWork
                .required(() -> sites.zones().stream()
                        .filter(zone -> zone.site().equals(site))
                        .map(SiteZone::zone)
                        .findFirst()
                        .map(zone -> DemandHistory.of(
                                planning, site, zone, LocalDate.ofInstant(clock.instant(), zone), item)))
                .map(history -> history.items().entrySet().stream()
                        .skip(skip)
                        .limit(limit)
                        .map(one -> ForecastRules.of(
                                site,
                                new ItemNumber(one.getKey()),
                                one.getValue().unit(),
                                one.getValue().series(),
                                terms))
                        .toList())
                .orElse(List.of());
    }
}
