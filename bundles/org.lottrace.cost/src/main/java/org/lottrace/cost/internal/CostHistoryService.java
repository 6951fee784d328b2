package org.lottrace.cost.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.AccountBalance;
import org.lottrace.api.cost.CogsElements;
import org.lottrace.api.cost.CogsFigures;
import org.lottrace.api.cost.CogsMonth;
import org.lottrace.api.cost.CogsQuestion;
import org.lottrace.api.cost.CostHistory;
import org.lottrace.api.cost.ItemMethod;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.LotElements;
import org.lottrace.api.cost.MethodComparison;
import org.lottrace.api.cost.RecordedRate;
import org.lottrace.api.cost.UninvoicedAge;
import org.lottrace.api.cost.UninvoicedReceipt;
import org.lottrace.api.cost.store.CostStore;
import org.lottrace.api.cost.store.PeriodStore;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.WrongQuestionException;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers from the journal alone, never from what is left today (odoo/odoo#262008). */
@Component(configurationPid = LotCostingService.PID)
public final class CostHistoryService implements CostHistory {
    private static final long NEVER_A_NUMBER = Long.MAX_VALUE - 1;
    private static final int ITEMS_AT_A_TIME = 100;

    private final LotCosting costing;
    private final UnitOfWork unitOfWork;
    private final LedgerStore ledger;
    private final CostStore costs;
    private final PeriodStore periods;
    private final BooksCurrency currencies;

    @Activate
    public CostHistoryService(
            @Reference LotCosting costing,
            @Reference UnitOfWork unitOfWork,
            @Reference LedgerStore ledger,
            @Reference CostStore costs,
            @Reference PeriodStore periods,
            @Reference BooksCurrency currencies) {
        this.costing = costing;
        this.unitOfWork = unitOfWork;
        this.ledger = ledger;
        this.costs = costs;
        this.periods = periods;
        this.currencies = currencies;
    }

    @Override
    public long knowledge(Optional<Instant> moment) {
        return upToDate(
                () -> moment.map(until -> costs.numberAt(positionAt(until))).orElseGet(costs::lastNumber));
    }

    @Override
    public List<LotCost> inventory(LocalDate day, long known, Optional<LotKey> after, int limit) {
        return upToDate(() -> costs.asOf(day, known, after, limit));
    }

    @Override
    public List<JournalEntry> bridge(LocalDate day, long known, long after, int limit) {
        return upToDate(() -> costs.later(day, Math.max(known, after), limit));
    }

    @Override
    public List<UninvoicedReceipt> uninvoiced(LocalDate day, int skip, int limit) {
        return upToDate(() -> periods.uninvoiced(day, skip, limit));
    }

    @Override
    public List<UninvoicedAge> uninvoicedBySupplier(LocalDate day, int skip, int limit) {
        return upToDate(() -> periods.uninvoicedBySupplier(day, skip, limit));
    }

    @Override
    public CogsFigures cogs(CogsQuestion question, int skip, int limit) {
        return upToDate(() -> {
            long known = costs.lastNumber();
            List<PeriodStore.SoldLine> sold =
                    CogsByGroup.asked(periods.sold(question.from(), question.to(), known), question);
            Money account = soldOnAccount(question.from(), question.to(), known);
            return new CogsFigures(
                    CogsByGroup.total(sold, currencies.current()),
                    account,
                    CogsByGroup.of(sold, question.by()).stream()
                            .skip(skip)
                            .limit(limit)
                            .toList());
        });
    }

    @Override
    public List<CogsMonth> cogsByMonth(LocalDate last, int months) {
        if (months < 1 || months > MOST_MONTHS) {
            throw new WrongQuestionException("ask for 1 to " + MOST_MONTHS + " months, not for " + months);
        }
        YearMonth first = YearMonth.from(last).minusMonths(months - 1L);
        return upToDate(() -> {
            long known = costs.lastNumber();
            return Stream.iterate(first, month -> month.plusMonths(1))
                    .limit(months)
                    .map(month ->
                            new CogsMonth(month.atDay(1), soldOnAccount(month.atDay(1), month.atEndOfMonth(), known)))
                    .toList();
        });
    }

    /** @return what the account has for these days */
    @Override
    public List<MethodComparison> compareMethods(LocalDate from, LocalDate to, Optional<ItemNumber> after, int limit) {
        if (CogsQuestion.isTooLong(from, to)) {
            throw new WrongQuestionException(
                    "ask for at most " + CogsQuestion.MOST_DAYS + " days at a time, not for " + from + " to " + to);
        }
        return upToDate(() -> {
            MethodComparer.Days days = new MethodComparer.Days(from, to, costs.lastNumber());
            Set<ItemNumber> averaged = ledger.byDocument(MethodText.DOCUMENT).stream()
                    .map(MethodText::method)
                    .filter(method -> ItemValuation.isOfAllLots(method.method()))
                    .map(ItemMethod::item)
                    .collect(Collectors.toSet());
            List<MethodComparison> found = new ArrayList<>();
            Optional<ItemNumber> last = after;
            boolean more = true;
            while (more && found.size() < limit) {
                List<ItemNumber> page = periods.items(last, ITEMS_AT_A_TIME);
                if (!page.isEmpty()) {
                    found.addAll(MethodComparer.compare(periods, page, days, currencies.current(), averaged));
                    last = Optional.of(page.get(page.size() - 1));
                }
                more = page.size() == ITEMS_AT_A_TIME;
            }
            return found.subList(0, Math.min(limit, found.size()));
        });
    }

    /** From the ledger itself: what was said counts, whatever the books have come to. */
    @Override
    public List<ItemMethod> methods(Optional<ItemNumber> item, long after, int limit) {
        return unitOfWork.required(() -> ledger.byDocument(MethodText.DOCUMENT)).stream()
                .filter(change -> change.position() > after)
                .map(MethodText::method)
                .filter(method -> item.isEmpty() || item.get().equals(method.item()))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<LotElements> elements(LotKey lot) {
        costing.costOf(lot); // refuses while something about the lot waits
        return upToDate(() -> costs.of(List.of(lot)).stream().findFirst().map(known -> {
            ElementReplay replay = new ElementsOfLots(new StoredBooks(costs, ledger), costs.lastNumber()).of(lot);
            return new LotElements(
                    lot,
                    replay.held(Account.INVENTORY, lot).amounts(currencies.current()),
                    replay.held(Account.WORK_IN_PROCESS, lot).amounts(currencies.current()));
        }));
    }

    @Override
    public CogsElements cogsElements(LocalDate from, LocalDate to) {
        if (CogsQuestion.isTooLong(from, to)) {
            throw new WrongQuestionException(
                    "ask for at most " + CogsQuestion.MOST_DAYS + " days at a time, not for " + from + " to " + to);
        }
        return upToDate(() -> {
            long known = costs.lastNumber();
            Set<LotKey> lots = periods.sold(from, to, known).stream()
                    .flatMap(line -> line.lot().stream())
                    .collect(Collectors.toSet());
            return new CogsElements(
                    new ElementsOfLots(new StoredBooks(costs, ledger), known)
                            .sold(lots, from, to)
                            .amounts(currencies.current()),
                    soldOnAccount(from, to, known));
        });
    }

    private Money soldOnAccount(LocalDate from, LocalDate to, long known) {
        return periods.changes(from, to, known).stream()
                .filter(change -> change.account() == Account.COST_OF_GOODS_SOLD)
                .map(AccountBalance::change)
                .findFirst()
                .orElse(Money.zero(currencies.current()));
    }

    /** From the ledger itself, too. */
    @Override
    public List<RecordedRate> rates(Optional<String> currency, LocalDate from, LocalDate to, int skip, int limit) {
        if (CogsQuestion.isTooLong(from, to)) {
            throw new WrongQuestionException(
                    "ask for at most " + CogsQuestion.MOST_DAYS + " days at a time, not for " + from + " to " + to);
        }
        return unitOfWork.required(() -> new PublishedRates(ledger)
                .between(currency, from, to)
                .sorted(Comparator.comparing(RecordedRate::day)
                        .reversed()
                        .thenComparing(RecordedRate::currency)
                        .thenComparing(RecordedRate::position))
                .skip(skip)
                .limit(limit)
                .toList());
    }

    /** Looks by halves, because the ledger is recorded in the order of its positions. */
    private long positionAt(Instant moment) {
        long until = 0;
        long beyond = ledger.head().position() + 1;
        while (beyond - until > 1) {
            long middle = until + (beyond - until) / 2;
            boolean isUntil = ledger.after(middle - 1, 1).stream()
                    .findFirst()
                    .filter(event -> !event.recorded().isAfter(moment))
                    .isPresent();
            if (isUntil) {
                until = middle;
            } else {
                beyond = middle;
            }
        }
        return until;
    }

    /** Looks once more after the answer: a rebuild that began meanwhile has taken away some of it. */
    private <T> T upToDate(Supplier<T> query) {
        refuseUnlessBooked();
        T answer = unitOfWork.required(query);
        refuseUnlessBooked();
        return answer;
    }

    /** Any question books what is committed, and refuses when that cannot be done; this one costs next to nothing. */
    private void refuseUnlessBooked() {
        costing.journal(NEVER_A_NUMBER, 1);
    }
}
