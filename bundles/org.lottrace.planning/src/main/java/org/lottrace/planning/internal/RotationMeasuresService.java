package org.lottrace.planning.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.store.AllocationDecisionStore;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.operation.TooMuchException;
import org.lottrace.api.operation.WrongQuestionException;
import org.lottrace.api.overview.TodayFigures.SiteDay;
import org.lottrace.api.overview.store.TodayStore;
import org.lottrace.api.planning.ExpiringLot;
import org.lottrace.api.planning.MeasureQuestion;
import org.lottrace.api.planning.Measures;
import org.lottrace.api.planning.OrderedLine;
import org.lottrace.api.planning.PassedLot;
import org.lottrace.api.planning.RotationMeasures;
import org.lottrace.api.planning.ShippedLot;
import org.lottrace.api.planning.WastedLot;
import org.lottrace.api.planning.store.PlanningStore;
import org.lottrace.api.planning.store.PlanningStore.Earlier;
import org.lottrace.api.planning.store.SiteHours;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Reads the rows of each figure once; what they mean is in the rules beside it. */
@Component(service = RotationMeasures.class, configurationPid = "org.lottrace.planning")
@Designate(ocd = PlanningConfig.class)
public final class RotationMeasuresService implements RotationMeasures {
    private static final Comparator<ShippedLot> SHORTEST_LIFE = Comparator.comparing(
                    (ShippedLot shipped) -> shipped.daysLeft().orElse(Integer.MAX_VALUE))
            .thenComparing(ShippedLot::position)
            .thenComparing(ShippedLot::lot);

    /** So long after it stayed a lot is looked for among what was lost. */
    private static final int DAYS_OF_SPOILING = 366;

    private final UnitOfWork unitOfWork;
    private final LedgerStore ledger;
    private final TodayStore sites;
    private final PlanningStore planning;
    private final AllocationDecisionStore decisions;
    private final Clock clock;
    private final List<Integer> steps;
    private final LeadTimes leadTimes;

    @Activate
    public RotationMeasuresService(
            @Reference UnitOfWork unitOfWork,
            @Reference LedgerStore ledger,
            @Reference TodayStore sites,
            @Reference PlanningStore planning,
            @Reference AllocationDecisionStore decisions,
            @Reference Clock clock,
            PlanningConfig config) {
        this.unitOfWork = unitOfWork;
        this.ledger = ledger;
        this.sites = sites;
        this.planning = planning;
        this.decisions = decisions;
        this.clock = clock;
        this.steps = ExpiringRules.steps(config.expiring_days());
        this.leadTimes = LeadTimes.of(config.lead_days());
    }

    /** The position is asked for first: what is recorded meanwhile may only be more than it says. */
    @Override
    public Measures measure(MeasureQuestion question) {
        return unitOfWork.required(() -> {
            long position = ledger.head().position();
            List<SiteHours> days = days(question);
            List<ShippedLot> shipped = shipped(question, days);
            return new Measures(
                    question,
                    FillRules.of(ordered(question, days)),
                    WasteRules.of(planning.came(days, question.item()), wasted(question)),
                    LifeRules.of(shipped),
                    PassedRules.figures(shipped, passed(question, days, shipped)),
                    ExpiringRules.of(stock(question.site(), question.item(), steps.get(steps.size() - 1)), steps),
                    position);
        });
    }

    @Override
    public List<OrderedLine> orderLines(MeasureQuestion question, int skip, int limit) {
        return page(skip, limit, () -> ordered(question, days(question)));
    }

    @Override
    public List<WastedLot> waste(MeasureQuestion question, int skip, int limit) {
        return page(skip, limit, () -> wasted(question));
    }

    @Override
    public List<ShippedLot> deliveries(MeasureQuestion question, int skip, int limit) {
        return page(skip, limit, () -> shipped(question, days(question)).stream()
                .sorted(SHORTEST_LIFE)
                .toList());
    }

    @Override
    public List<PassedLot> passedOver(MeasureQuestion question, int skip, int limit) {
        return page(skip, limit, () -> {
            List<SiteHours> days = days(question);
            return passed(question, days, shipped(question, days));
        });
    }

    @Override
    public List<ExpiringLot> expiring(Optional<SiteId> site, Optional<ItemNumber> item, int days, int skip, int limit) {
        if (days < 0 || days > MOST_DAYS_AHEAD) {
            throw new WrongQuestionException("ask for 0 to " + MOST_DAYS_AHEAD + " days ahead, not for " + days);
        }
        return page(skip, limit, () -> stock(site, item, days));
    }

    @Override
    public List<ExpiringLot> due(Optional<SiteId> site, Optional<ItemNumber> item, int skip, int limit) {
        return page(skip, limit, () -> leadTimes.due(stock(site, item, leadTimes.longest())));
    }

    private List<SiteHours> days(MeasureQuestion question) {
        return Days.of(sites, question.site(), question.from(), question.to());
    }

    private List<OrderedLine> ordered(MeasureQuestion question, List<SiteHours> days) {
        return all("order lines", planning.ordered(days, question.item(), question.customer(), MOST_READ + 1));
    }

    private List<ShippedLot> shipped(MeasureQuestion question, List<SiteHours> days) {
        return all("deliveries", planning.shipped(days, question.item(), question.customer(), MOST_READ + 1));
    }

    private List<PassedLot> passed(MeasureQuestion question, List<SiteHours> days, List<ShippedLot> shipped) {
        List<Earlier> earlier =
                all("lots passed over", planning.earlier(days, question.item(), question.customer(), MOST_READ + 1));
        List<DocumentReference> orders = earlier.stream()
                .map(Earlier::order)
                .filter(order -> !order.isEmpty())
                .distinct()
                .map(order -> new DocumentReference(DocumentType.SALES_ORDER, order))
                .toList();
        List<AllocationDecision> decided = orders.isEmpty() ? List.of() : decisions.ofOrders(orders);
        List<PassedLot> passed = PassedRules.of(shipped, earlier, decided);
        return passed.isEmpty() ? passed : SpoiledRules.of(passed, wastedSince(question));
    }

    /** Everything of the item, whoever ordered something else. */
    private List<WastedLot> wastedSince(MeasureQuestion question) {
        LocalDate latest = Days.today(sites, question.site(), clock.instant()).stream()
                .map(SiteDay::date)
                .max(LocalDate::compareTo)
                .orElse(question.to());
        LocalDate end = question.to().plusDays(DAYS_OF_SPOILING);
        LocalDate to = latest.isBefore(end) ? latest : end;
        return wasted(
                question.site(), question.item(), question.from(), to.isBefore(question.from()) ? question.from() : to);
    }

    /** What expired on the day before a day of the question lies there expired since then. */
    private List<WastedLot> wasted(MeasureQuestion question) {
        return wasted(question.site(), question.item(), question.from(), question.to());
    }

    private List<WastedLot> wasted(Optional<SiteId> site, Optional<ItemNumber> item, LocalDate from, LocalDate to) {
        List<SiteHours> days = Days.of(sites, site, from, to);
        List<SiteDay> today = Days.today(sites, site, clock.instant());
        LocalDate yesterday = today.stream()
                .map(SiteDay::date)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.EPOCH)
                .minusDays(1);
        LocalDate last = to.minusDays(1);
        List<ExpiringLot> expired = all(
                "lots on stock",
                planning.expiring(
                        today, item, from.minusDays(1), last.isBefore(yesterday) ? last : yesterday, MOST_READ + 1));
        return WasteRules.rows(
                all("disposals", planning.destroyed(days, item, MOST_READ + 1)),
                expired.stream().filter(lot -> lot.daysLeft() < 0).toList());
    }

    /** A site may be a day ahead of the others. */
    private List<ExpiringLot> stock(Optional<SiteId> site, Optional<ItemNumber> item, int daysAhead) {
        List<SiteDay> today = Days.today(sites, site, clock.instant());
        LocalDate latest =
                today.stream().map(SiteDay::date).max(LocalDate::compareTo).orElse(LocalDate.EPOCH);
        return all(
                        "lots on stock",
                        planning.expiring(today, item, LocalDate.EPOCH, latest.plusDays(daysAhead), MOST_READ + 1))
                .stream()
                .filter(lot -> lot.daysLeft() <= daysAhead)
                .toList();
    }

    private static <T> List<T> all(String what, List<T> rows) {
        if (rows.size() > MOST_READ) {
            throw new TooMuchException(MOST_READ, what);
        }
        return rows;
    }

    private <T> List<T> page(int skip, int limit, Supplier<List<T>> rows) {
        if (skip < 0 || limit < 1 || limit > LONGEST_PAGE) {
            throw new WrongQuestionException("a page has 1 to " + LONGEST_PAGE + " rows and begins at 0 or later, not "
                    + limit + " rows from " + skip);
        }
        return unitOfWork.required(
                () -> rows.get().stream().skip(skip).limit(limit).toList());
    }
}
