package org.lottrace.cost.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.Companies;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.cost.Elimination;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.UnrealisedProfit;
import org.lottrace.api.cost.store.CostStore;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.NotPossibleException;
import org.lottrace.api.operation.TooMuchException;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** Follows the lots that came from other companies of the group, and what was made of them, through the journals of all companies. */
final class GroupProfits {
    /** Most entries for one answer. */
    static final int MOST_ENTRIES = 100_000;

    private static final int LOTS = 100;
    private static final int ENTRIES_AT_A_TIME = 500;

    private final CostStore costs;
    private final LedgerStore ledger;
    private final BooksCurrency currencies;
    private final int most;

    GroupProfits(CostStore costs, LedgerStore ledger, BooksCurrency currencies) {
        this(costs, ledger, currencies, MOST_ENTRIES);
    }

    /** For tests. */
    GroupProfits(CostStore costs, LedgerStore ledger, BooksCurrency currencies, int most) {
        this.costs = costs;
        this.ledger = ledger;
        this.currencies = currencies;
        this.most = most;
    }

    List<UnrealisedProfit> page(Optional<PartyId> books, Optional<LotKey> after, int limit) {
        GroupProfit profit = until(LocalDate.MAX, Long.MAX_VALUE);
        List<UnrealisedProfit> found = new ArrayList<>();
        Optional<LotKey> last = after;
        while (found.size() < limit) {
            Optional<LotKey> from = last;
            List<LotCost> page = CurrentBooks.of(books, () -> costs.inventory(from, LOTS));
            page.stream()
                    .flatMap(lot -> unrealised(books, lot, profit).stream())
                    .limit((long) limit - found.size())
                    .forEach(found::add);
            if (page.size() < LOTS) {
                break;
            }
            last = Optional.of(page.get(page.size() - 1).lot());
        }
        return found;
    }

    private Optional<UnrealisedProfit> unrealised(Optional<PartyId> books, LotCost cost, GroupProfit profit) {
        List<UnrealisedProfit.Transfer> transfers = profit.transfers(books, cost.lot());
        return transfers.isEmpty() || cost.quantity().isZero()
                ? Optional.empty()
                : Optional.of(new UnrealisedProfit(
                        books,
                        cost.lot(),
                        cost.onStock().plus(cost.inProcess()),
                        rounded(profit.of(books, cost.lot())),
                        transfers));
    }

    private Money rounded(BigDecimal profit) {
        return Money.of(currencies.common(), profit, Layer.ROUNDING);
    }

    List<Elimination> eliminations(LocalDate from, LocalDate to, long known) {
        long newest = CurrentBooks.ofAll(costs::lastNumber);
        long last = Math.min(known, newest);
        return entry(from, to, last).lines(from, to, last);
    }

    /** @throws IllegalArgumentException if the last day is before the first */
    GroupEntry entry(LocalDate from, LocalDate to, long known) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(to + " is before " + from + "; say the first day first");
        }
        return new GroupEntry(
                until(from.minusDays(1), known).places(), until(to, known).places(), currencies.common());
    }

    /**
     * @param day last accounting date that counts
     * @param known number of the last entry that counts
     * @throws TooMuchException if that are too many entries
     */
    private GroupProfit until(LocalDate day, long known) {
        return CurrentBooks.ofAll(() -> {
            GroupProfit profit = new GroupProfit(this::inGroup);
            pages(List.copyOf(followed(known))).map(costs::numbered).forEach(page -> {
                Map<EventId, EventId> undone = undone(page);
                page.forEach(entry ->
                        profit.take(entry, undone, !entry.accountingDate().isAfter(day)));
            });
            return profit;
        });
    }

    /** Level by level, so that an entry is not read once for each of its lots. */
    private SortedSet<Long> followed(long known) {
        SortedSet<Long> numbers = new TreeSet<>();
        Set<LotKey> level = costs.lotsOn(Account.INTERCOMPANY_PAYABLE);
        Set<LotKey> seen = new HashSet<>(level);
        while (!level.isEmpty()) {
            List<Long> ofThese = costs.numbersOf(level);
            ofThese.stream().filter(number -> number <= known).forEach(numbers::add);
            if (numbers.size() > most) {
                throw new TooMuchException(most, "entries of the journals about goods of other companies of the group");
            }
            Set<LotKey> next = new LinkedHashSet<>();
            pages(ofThese)
                    .flatMap(page -> costs.numbered(page).stream())
                    .filter(GroupProfit::isMade)
                    .flatMap(entry -> entry.lines().stream())
                    .filter(line -> line.account() == Account.INVENTORY)
                    .flatMap(line -> line.lot().stream())
                    .filter(seen::add)
                    .forEach(next::add);
            level = next;
        }
        return numbers;
    }

    private static Stream<List<Long>> pages(List<Long> numbers) {
        return IntStream.iterate(0, begin -> begin < numbers.size(), begin -> begin + ENTRIES_AT_A_TIME)
                .mapToObj(begin -> numbers.subList(begin, Math.min(numbers.size(), begin + ENTRIES_AT_A_TIME)));
    }

    private Map<EventId, EventId> undone(List<JournalEntry> entries) {
        Map<EventId, EventId> undone = new HashMap<>();
        ledger.find(entries.stream()
                        .filter(entry -> entry.type() == EventType.REVERSE)
                        .map(JournalEntry::event)
                        .collect(Collectors.toSet()))
                .forEach((event, recorded) ->
                        recorded.event().corrects().ifPresent(original -> undone.put(event, original)));
        return undone;
    }

    /** At the rate of the day, as the entry was booked. */
    private BigDecimal inGroup(Money amount, JournalEntry entry) {
        String currency = amount.getCurrencyUnit().getCode();
        if (currency.equals(currencies.common().getCode())) {
            return amount.getAmount();
        }
        return new PublishedRates(ledger)
                .inForce(currency, entry.originalDate().orElse(entry.accountingDate()), entry.event())
                .map(rate -> amount.getAmount().multiply(rate.factor()))
                .orElseThrow(() -> new NotPossibleException(new Violation(
                        Companies.GROUP_RATE_MISSING,
                        ViolationPath.WHOLE,
                        "goods were sold within the group in " + currency + " (event " + entry.event()
                                + "), its entry is in " + currencies.common()
                                + ", and no exchange rate is known: record a rate of " + currency + " for "
                                + entry.originalDate().orElse(entry.accountingDate()) + " or one of the "
                                + PublishedRates.STANDS_FOR_DAYS + " days before")));
    }
}
