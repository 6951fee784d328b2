package org.lottrace.cost.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;

/**
 * The entry of one event while it is made. Lot costs change only by its lines on INVENTORY and WORK_IN_PROCESS: that is
 * why their sum equals these two accounts at any time.
 */
final class Posting {
    private final Books books;
    private final CurrencyUnit currency;
    private final List<JournalLine> lines = new ArrayList<>();
    private final Map<LotKey, LotCost> lots = new TreeMap<>();

    /**
     * @param event whose lots are read at once
     * @throws UnbookableEventException if they are kept in another currency
     */
    Posting(TraceEvent event, Books books, CurrencyUnit currency) {
        this.books = books;
        this.currency = currency;
        Set<LotKey> named = event.lines().stream().map(EventLine::lot).collect(Collectors.toSet());
        event.edges().forEach(edge -> named.addAll(List.of(edge.input(), edge.output())));
        books.costsOf(named).forEach(this::take);
    }

    Books books() {
        return books;
    }

    /** @return what is left of the lot after the lines so far; nothing when it never had a cost */
    LotCost cost(LotKey lot, UnitOfMeasure unit) {
        return lots.computeIfAbsent(lot, key -> new LotCost(key, nothing(unit), nothing(unit)));
    }

    /** @return no quantity, no value */
    CostedQuantity nothing(UnitOfMeasure unit) {
        return new CostedQuantity(Quantity.zero(unit), Money.zero(currency));
    }

    Money noMoney() {
        return Money.zero(currency);
    }

    void debit(Account account, LotKey lot, CostedQuantity amount, Optional<OrderLineReference> orderLine) {
        lines.add(
                new JournalLine(account, Optional.of(lot), Optional.of(amount.quantity()), orderLine, amount.value()));
        LotCost before = cost(lot, amount.quantity().unit());
        if (account == Account.INVENTORY) {
            lots.put(lot, new LotCost(lot, before.onStock().plus(amount), before.inProcess()));
        } else if (account == Account.WORK_IN_PROCESS) {
            lots.put(lot, new LotCost(lot, before.onStock(), before.inProcess().plus(amount)));
        }
    }

    void credit(Account account, LotKey lot, CostedQuantity amount, Optional<OrderLineReference> orderLine) {
        debit(account, lot, amount.negated(), orderLine);
    }

    /** Credits an account that is not kept by lot. */
    void credit(Account account, Money amount, Optional<OrderLineReference> orderLine) {
        lines.add(new JournalLine(account, Optional.empty(), Optional.empty(), orderLine, amount.negated()));
    }

    /** @return the costs of all lots that the lines touch, as they are afterwards */
    Collection<LotCost> lots() {
        return lots.values();
    }

    /**
     * @return the entry with all lines; empty when the event moved no value
     * @throws UnbookableEventException if the event names no document, so that nobody could find the entry
     */
    Optional<JournalEntry> entry(RecordedEvent recorded, long number) {
        TraceEvent event = recorded.event();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        if (event.documents().isEmpty()) {
            throw new UnbookableEventException("it moves value but names no document");
        }
        return Optional.of(new JournalEntry(
                number,
                event.id(),
                recorded.position(),
                event.type(),
                event.context().accountingDate(),
                event.documents().get(0),
                lines));
    }

    private void take(LotCost cost) {
        CurrencyUnit kept = cost.value().getCurrencyUnit();
        if (!kept.equals(currency)) {
            throw new UnbookableEventException("the books of lot " + cost.lot() + " are kept in " + kept
                    + ", but the configured currency is " + currency + "; set it back to " + kept);
        }
        lots.put(cost.lot(), cost);
    }
}
