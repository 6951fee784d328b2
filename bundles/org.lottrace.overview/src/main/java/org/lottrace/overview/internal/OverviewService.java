package org.lottrace.overview.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.operation.WrongQuestionException;
import org.lottrace.api.overview.OpenOrder;
import org.lottrace.api.overview.Overview;
import org.lottrace.api.overview.TodayFigures;
import org.lottrace.api.overview.TodayFigures.SiteDay;
import org.lottrace.api.overview.store.TodayStore;
import org.lottrace.api.overview.store.TodayStore.LotCount;
import org.lottrace.api.overview.store.TodayStore.OpenOrders;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Asks for each figure once. What they mean is in {@link TodayRules}. */
@Component(service = Overview.class, configurationPid = "org.lottrace.overview")
@Designate(ocd = OverviewConfig.class)
public final class OverviewService implements Overview {
    private static final List<InterchangeStatus> PROBLEMS = List.of(
            InterchangeStatus.REJECTED,
            InterchangeStatus.PARTLY_ACCEPTED,
            InterchangeStatus.QUARANTINED,
            InterchangeStatus.ACKNOWLEDGED_WITH_ERRORS);

    private static final int LONGEST_PAGE = 500;

    private final UnitOfWork unitOfWork;
    private final LedgerStore ledger;
    private final TodayStore today;
    private final Clock clock;
    private final OverviewConfig config;

    @Activate
    public OverviewService(
            @Reference UnitOfWork unitOfWork,
            @Reference LedgerStore ledger,
            @Reference TodayStore today,
            @Reference Clock clock,
            OverviewConfig config) {
        this.unitOfWork = unitOfWork;
        this.ledger = ledger;
        this.today = today;
        this.clock = clock;
        this.config = config;
    }

    @Override
    public TodayFigures today() {
        return unitOfWork.required(() -> figures(clock.instant()));
    }

    @Override
    public List<OpenOrder> openOrders(boolean late, Optional<OpenOrder.Key> after, int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new WrongQuestionException("a page has 1 to " + LONGEST_PAGE + " orders, not " + limit);
        }
        return unitOfWork.required(() -> {
            List<SiteDay> days = SiteDays.at(clock.instant(), today);
            return today.openOrders(
                    days, TodayRules.earliest(days).minusDays(config.sales_order_days()), late, after, limit);
        });
    }

    /** The position is asked for first: what is recorded meanwhile may only be more than it says. */
    private TodayFigures figures(Instant now) {
        long position = ledger.head().position();
        List<SiteDay> days = SiteDays.at(now, today);
        LocalDate monday = TodayRules.firstMonday(days);
        List<LotCount> lots = today.lots(days, monday, TodayRules.lastSunday(monday));
        return new TodayFigures(
                now,
                position,
                days,
                TodayRules.stock(lots, today.units(days)),
                TodayRules.weeks(lots, monday),
                today.road(days.stream().map(SiteDay::site).toList()),
                salesOrders(days),
                TodayRules.receipts(today.openNotices(), days, config.road_days()),
                interchanges(now.minus(Duration.ofDays(config.interchange_days()))),
                today.eventsSetAside(),
                today.openCases().stream().map(TodayRules::recall).toList());
    }

    private TodayFigures.SalesOrders salesOrders(List<SiteDay> days) {
        OpenOrders open = today.openOrders(days, config.sales_order_days());
        return new TodayFigures.SalesOrders(
                open.late(), open.dueToday(), TodayRules.earliest(days).minusDays(config.sales_order_days()));
    }

    private TodayFigures.Interchanges interchanges(Instant since) {
        Map<InterchangeStatus, Long> counts = today.interchanges(PROBLEMS, since, InterchangeStatus.WITHHELD);
        return new TodayFigures.Interchanges(
                PROBLEMS.stream()
                        .mapToLong(status -> counts.getOrDefault(status, 0L))
                        .sum(),
                counts.getOrDefault(InterchangeStatus.WITHHELD, 0L),
                since);
    }
}
