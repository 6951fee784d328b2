package org.lottrace.cost.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.cost.CogsQuestion;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.InventoryAges;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.LotFinding;
import org.lottrace.api.cost.LotMargin;
import org.lottrace.api.cost.LotReview;
import org.lottrace.api.cost.ReviewedLot;
import org.lottrace.api.cost.store.CostStore;
import org.lottrace.api.cost.store.CostWaitingStore;
import org.lottrace.api.cost.store.KeptWaiting;
import org.lottrace.api.cost.store.PeriodStore;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.operation.WrongQuestionException;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks at lots as they were at the end of a day, a page of the journal's lots at a time. */
@Component(configurationPid = LotCostingService.PID)
public final class LotReviewService implements LotReview {
    /** So many times the usual cost, or that part of it, is unusual. */
    private static final BigDecimal FAR = BigDecimal.valueOf(2);

    private static final int PAGE = 500;
    private static final int LOTS_AT_A_TIME = 50;
    private static final long NEVER_A_NUMBER = Long.MAX_VALUE - 1;

    private final LotCosting costing;
    private final UnitOfWork unitOfWork;
    private final CostStore costs;
    private final PeriodStore periods;
    private final CostWaitingStore waiting;
    private final LotStore lots;
    private final LedgerStore events;
    private final BooksCurrency currencies;
    private final SalesPrice prices;

    @Activate
    public LotReviewService(
            @Reference LotCosting costing,
            @Reference UnitOfWork unitOfWork,
            @Reference CostStore costs,
            @Reference PeriodStore periods,
            @Reference CostWaitingStore waiting,
            @Reference LotStore lots,
            @Reference LedgerStore events,
            @Reference SalesOrderStore orders,
            @Reference ItemStore items,
            @Reference BooksCurrency currencies) {
        this.costing = costing;
        this.unitOfWork = unitOfWork;
        this.costs = costs;
        this.periods = periods;
        this.waiting = waiting;
        this.lots = lots;
        this.events = events;
        this.currencies = currencies;
        this.prices = new SalesPrice(events, orders, items, currencies::current);
    }

    @Override
    public List<ReviewedLot> review(
            LocalDate day, int expiresWithin, Optional<LotFinding> only, Optional<LotKey> after, int limit) {
        LocalDate soon = soon(day, expiresWithin);
        return booked(() -> {
            long known = costs.lastNumber();
            List<ReviewedLot> found = new ArrayList<>();
            Map<ItemNumber, CostedQuantity> ofItems = new HashMap<>();
            Optional<LotKey> last = after;
            do {
                List<LotCost> page = costs.asOf(day, known, last, PAGE);
                reviewed(page, day, known, soon, ofItems).stream()
                        .filter(lot -> only.isEmpty() || lot.findings().contains(only.get()))
                        .limit(limit - found.size())
                        .forEach(found::add);
                last = page.size() < PAGE
                        ? Optional.empty()
                        : Optional.of(page.get(PAGE - 1).lot());
            } while (last.isPresent() && found.size() < limit);
            return found;
        });
    }

    @Override
    public InventoryAges ages(LocalDate day, int expiresWithin) {
        LocalDate soon = soon(day, expiresWithin);
        return booked(() -> {
            long known = costs.lastNumber();
            Sums sums = new Sums(day);
            Map<ItemNumber, CostedQuantity> ofItems = new HashMap<>();
            Optional<LotKey> last = Optional.empty();
            do {
                List<LotCost> page = costs.asOf(day, known, last, PAGE);
                reviewed(page, day, known, soon, ofItems).forEach(sums);
                last = page.size() < PAGE
                        ? Optional.empty()
                        : Optional.of(page.get(PAGE - 1).lot());
            } while (last.isPresent());
            return sums.ages();
        });
    }

    @Override
    public List<LotMargin> margins(
            LocalDate from, LocalDate to, boolean onlyLosses, Optional<LotKey> after, int limit) {
        if (CogsQuestion.isTooLong(from, to)) {
            throw new WrongQuestionException(
                    "ask for at most " + CogsQuestion.MOST_DAYS + " days at a time, not for " + from + " to " + to);
        }
        return booked(() -> {
            long known = costs.lastNumber();
            List<LotMargin> found = new ArrayList<>();
            Optional<LotKey> last = after;
            do {
                Map<LotKey, Money> page = periods.soldByLot(from, to, known, last, LOTS_AT_A_TIME);
                List<LotKey> order = List.copyOf(page.keySet());
                new Margins(prices, from, to)
                        .of(page, inBooks(events.historyOf(order))).stream()
                                .sorted(Comparator.comparing(margin -> order.indexOf(margin.lot())))
                                .filter(margin -> !onlyLosses || margin.isLoss())
                                .limit(limit - found.size())
                                .forEach(found::add);
                last = order.size() < LOTS_AT_A_TIME ? Optional.empty() : Optional.of(order.get(LOTS_AT_A_TIME - 1));
            } while (last.isPresent() && found.size() < limit);
            return found;
        });
    }

    /** A lot may be sold by several companies. What waits to be booked has no cost yet, and no revenue. */
    private List<RecordedEvent> inBooks(List<RecordedEvent> history) {
        Predicate<TraceEvent> isInBooks = currencies.inCurrent();
        Set<Long> unbooked = waiting.open(0, CostingProgress.MOST_WAITING).stream()
                .map(KeptWaiting::position)
                .collect(Collectors.toSet());
        return history.stream()
                .filter(recorded -> !unbooked.contains(recorded.position()) && isInBooks.test(recorded.event()))
                .toList();
    }

    private static LocalDate soon(LocalDate day, int expiresWithin) {
        if (expiresWithin < 0 || expiresWithin > MOST_DAYS) {
            throw new WrongQuestionException("ask for 0 to " + MOST_DAYS + " days, not for " + expiresWithin);
        }
        return day.plusDays(expiresWithin);
    }

    /**
     * @param known number of the last entry that counts: books go on meanwhile
     * @param ofItems what is there of items, as far as it was added up for a page before
     */
    private List<ReviewedLot> reviewed(
            List<LotCost> page, LocalDate day, long known, LocalDate soon, Map<ItemNumber, CostedQuantity> ofItems) {
        List<LotCost> there = page.stream()
                .filter(lot -> !(lot.onStock().quantity().isZero()
                        && lot.onStock().value().isZero()))
                .toList();
        List<LotKey> keys = there.stream().map(LotCost::lot).toList();
        Map<LotKey, LocalDate> since = since(keys);
        Map<LotKey, Lot> registered = lots.withKeys(keys).stream().collect(Collectors.toMap(Lot::key, lot -> lot));
        addItems(keys, day, known, ofItems);
        return there.stream()
                .map(lot -> {
                    Optional<LocalDate> expiry =
                            Optional.ofNullable(registered.get(lot.lot())).flatMap(Lot::expiry);
                    Optional<Money> usual = usual(lot, ofItems.get(lot.lot().item()));
                    return new ReviewedLot(
                            lot.lot(),
                            lot.onStock(),
                            since.getOrDefault(lot.lot(), day),
                            expiry,
                            usual,
                            findings(lot.onStock(), usual, expiry, day, soon));
                })
                .toList();
    }

    private Map<LotKey, LocalDate> since(List<LotKey> keys) {
        Map<LotKey, Long> numbers = costs.firstNumbers(keys);
        Map<Long, LocalDate> days = costs.numbered(numbers.values()).stream()
                .collect(Collectors.toMap(JournalEntry::number, JournalEntry::accountingDate));
        Map<LotKey, LocalDate> since = new HashMap<>();
        numbers.forEach((lot, number) -> since.put(lot, days.get(number)));
        return since;
    }

    private void addItems(List<LotKey> keys, LocalDate day, long known, Map<ItemNumber, CostedQuantity> ofItems) {
        List<ItemNumber> items = keys.stream()
                .map(LotKey::item)
                .distinct()
                .filter(item -> !ofItems.containsKey(item))
                .toList();
        if (!items.isEmpty()) {
            periods.onStock(items, day, known)
                    .forEach(lot -> ofItems.merge(lot.lot().item(), lot.onStock(), CostedQuantity::plus));
        }
    }

    private static Optional<Money> usual(LotCost lot, CostedQuantity all) {
        CostedQuantity others = all.minus(lot.onStock());
        return others.quantity().isPositive()
                ? Optional.of(Layer.share(others, lot.onStock().quantity()))
                : Optional.empty();
    }

    private static List<LotFinding> findings(
            CostedQuantity onStock, Optional<Money> usual, Optional<LocalDate> expiry, LocalDate day, LocalDate soon) {
        List<LotFinding> findings = new ArrayList<>();
        BigDecimal value = onStock.value().getAmount();
        if (onStock.quantity().isPositive() && value.signum() == 0) {
            findings.add(LotFinding.COST_MISSING);
        } else if (usual.filter(of -> isFar(value, of.getAmount())).isPresent()) {
            findings.add(LotFinding.COST_UNUSUAL);
        }
        if (expiry.filter(day::isAfter).isPresent()) {
            findings.add(LotFinding.EXPIRED);
        } else if (expiry.filter(last -> !last.isAfter(soon)).isPresent()) {
            findings.add(LotFinding.EXPIRES_SOON);
        }
        return findings;
    }

    private static boolean isFar(BigDecimal value, BigDecimal usual) {
        return value.compareTo(usual.multiply(FAR)) > 0 || value.multiply(FAR).compareTo(usual) < 0;
    }

    /** Looks once more after the answer: a rebuild that began meanwhile has taken away some of it. */
    private <T> T booked(Supplier<T> question) {
        costing.journal(NEVER_A_NUMBER, 1);
        T answer = unitOfWork.required(question);
        costing.journal(NEVER_A_NUMBER, 1);
        return answer;
    }

    private final class Sums implements Consumer<ReviewedLot> {
        private final LocalDate day;
        private final Map<Long, Money> byAge = new HashMap<>();
        private final Map<LotFinding, Money> byFinding = new HashMap<>();

        Sums(LocalDate day) {
            this.day = day;
        }

        @Override
        public void accept(ReviewedLot lot) {
            long age = ChronoUnit.DAYS.between(lot.since(), day);
            long upTo = age <= 30 ? 30 : age <= 90 ? 90 : age <= 180 ? 180 : Long.MAX_VALUE;
            byAge.merge(upTo, lot.onStock().value(), Money::plus);
            lot.findings()
                    .forEach(finding -> byFinding.merge(finding, lot.onStock().value(), Money::plus));
        }

        InventoryAges ages() {
            Money nothing = Money.zero(currencies.current());
            return new InventoryAges(
                    byAge.getOrDefault(30L, nothing),
                    byAge.getOrDefault(90L, nothing),
                    byAge.getOrDefault(180L, nothing),
                    byAge.getOrDefault(Long.MAX_VALUE, nothing),
                    byFinding.getOrDefault(LotFinding.EXPIRED, nothing),
                    byFinding.getOrDefault(LotFinding.EXPIRES_SOON, nothing));
        }
    }
}
