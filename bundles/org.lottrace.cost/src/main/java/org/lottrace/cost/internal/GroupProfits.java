package org.lottrace.cost.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.UnrealisedProfit;
import org.lottrace.api.cost.store.CostStore;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;

/** Finds the lots of a company that came from other companies of the group, and what of their value is profit. */
final class GroupProfits {
    private static final int LOTS = 100;

    private final CostStore costs;
    private final LedgerStore ledger;
    private final BooksCurrency currencies;

    GroupProfits(CostStore costs, LedgerStore ledger, BooksCurrency currencies) {
        this.costs = costs;
        this.ledger = ledger;
        this.currencies = currencies;
    }

    List<UnrealisedProfit> page(Optional<PartyId> books, Optional<LotKey> after, int limit) {
        List<UnrealisedProfit> found = new ArrayList<>();
        Optional<LotKey> last = after;
        while (found.size() < limit) {
            Optional<LotKey> from = last;
            List<LotCost> page = CurrentBooks.of(books, () -> costs.inventory(from, LOTS));
            List<JournalEntry> entries = CurrentBooks.ofAll(() -> costs.numbered(
                    costs.numbersOf(page.stream().map(LotCost::lot).toList())));
            for (LotCost lot : page) {
                if (found.size() < limit) {
                    profit(books, lot, entries).ifPresent(found::add);
                }
            }
            if (page.size() < LOTS) {
                break;
            }
            last = Optional.of(page.get(page.size() - 1).lot());
        }
        return found;
    }

    private Optional<UnrealisedProfit> profit(Optional<PartyId> books, LotCost cost, List<JournalEntry> all) {
        LotKey lot = cost.lot();
        List<JournalEntry> entries =
                all.stream().filter(entry -> names(entry, lot)).toList();
        boolean isBought = entries.stream()
                .filter(entry -> entry.company().equals(books))
                .flatMap(entry -> entry.lines().stream())
                .anyMatch(line -> line.account() == Account.INTERCOMPANY_PAYABLE
                        && line.lot().filter(lot::equals).isPresent());
        if (!isBought || cost.onStock().quantity().isZero()) {
            return Optional.empty();
        }
        GroupProfit profit = new GroupProfit(lot, currencies.common(), this::inGroup, undone(entries)).after(entries);
        return Optional.of(new UnrealisedProfit(books, lot, cost.onStock(), profit.of(books), profit.transfers(books)));
    }

    private static boolean names(JournalEntry entry, LotKey lot) {
        return entry.lines().stream()
                .anyMatch(line -> line.lot().filter(lot::equals).isPresent());
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
                .orElseThrow(() -> new IllegalStateException("no exchange rate of " + currency + " is known for "
                        + entry.accountingDate() + ": record one"));
    }
}
