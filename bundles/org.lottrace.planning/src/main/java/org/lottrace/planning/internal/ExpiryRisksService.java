package org.lottrace.planning.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.lottrace.api.planning.ExpiryRisks;
import org.lottrace.api.planning.LotRisk;
import org.lottrace.api.planning.RiskTrial;
import org.lottrace.api.planning.RotationMeasures;
import org.lottrace.api.planning.store.PlanningStore;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads lots, holds and demand once each, however many items there are. */
@Component(service = ExpiryRisks.class)
public final class ExpiryRisksService implements ExpiryRisks {
    private static final int MOST_WEEKS_AHEAD = 8;

    private final UnitOfWork unitOfWork;
    private final TodayStore sites;
    private final PlanningStore planning;
    private final DispositionStore dispositions;
    private final Clock clock;

    @Activate
    public ExpiryRisksService(
            @Reference UnitOfWork unitOfWork,
            @Reference TodayStore sites,
            @Reference PlanningStore planning,
            @Reference DispositionStore dispositions,
            @Reference Clock clock) {
        this.unitOfWork = unitOfWork;
        this.sites = sites;
        this.planning = planning;
        this.dispositions = dispositions;
        this.clock = clock;
    }

    @Override
    public List<LotRisk> list(SiteId site, Optional<ItemNumber> item, int days, int skip, int limit) {
        if (days < 0 || days > RotationMeasures.MOST_DAYS_AHEAD) {
            throw new WrongQuestionException(
                    "ask for 0 to " + RotationMeasures.MOST_DAYS_AHEAD + " days ahead, not for " + days);
        }
        if (skip < 0 || limit < 1 || limit > LONGEST_PAGE) {
            throw new WrongQuestionException("a page has 1 to " + LONGEST_PAGE + " rows and begins at 0 or later, not "
                    + limit + " rows from " + skip);
        }
        return unitOfWork.required(() -> zone(site).stream()
                .flatMap(zone -> risks(site, zone, item, days))
                .sorted(RiskRules.MOST_MONEY)
                .skip(skip)
                .limit(limit)
                .toList());
    }

    private Stream<LotRisk> risks(SiteId site, ZoneId zone, Optional<ItemNumber> item, int days) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        List<ExpiringLot> lots =
                planning.expiring(List.of(new SiteDay(site, today)), item, today, today.plusDays(days), MOST_READ + 1);
        if (lots.size() > MOST_READ) {
            throw new TooMuchException(MOST_READ, "lots on stock");
        }
        if (lots.isEmpty()) {
            return Stream.empty();
        }
        Set<LotKey> held = dispositions.of(lots.stream().map(ExpiringLot::lot).toList()).stream()
                .filter(state -> state.disposition() != Disposition.SELLABLE)
                .map(LotDisposition::lot)
                .collect(Collectors.toSet());
        DemandHistory demand = DemandHistory.of(planning, site, zone, today, item);
        return lots.stream()
                .collect(Collectors.groupingBy(lot -> lot.lot().item().value(), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .flatMap(one -> RiskRules.of(one.getValue(), held, demand.series(one.getKey())).stream());
    }

    @Override
    public RiskTrial backTest(SiteId site, ItemNumber item, int weeksAhead) {
        if (weeksAhead < 1 || weeksAhead > MOST_WEEKS_AHEAD) {
            throw new WrongQuestionException("look 1 to " + MOST_WEEKS_AHEAD + " weeks ahead, not " + weeksAhead);
        }
        Series series = unitOfWork.required(() -> zone(site)
                .map(zone -> DemandHistory.of(
                                planning, site, zone, LocalDate.ofInstant(clock.instant(), zone), Optional.of(item))
                        .series(item.value()))
                .orElse(new Series(List.of())));
        BackTest.Scores scores = BackTest.of(series, weeksAhead);
        return new RiskTrial(site, item, weeksAhead, scores.trials(), scores.score(), scores.naive());
    }

    private Optional<ZoneId> zone(SiteId site) {
        return sites.zones().stream()
                .filter(zone -> zone.site().equals(site))
                .map(SiteZone::zone)
                .findFirst();
    }
}
