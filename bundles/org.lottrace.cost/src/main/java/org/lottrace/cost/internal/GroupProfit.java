package org.lottrace.cost.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.cost.UnrealisedProfit;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * How much profit of the group's own companies is in the goods of a lot, company by company, worked out of the journals of all of them
 * in their order. What leaves takes its share of the profit along, to another company or out of the group, because within a lot goods
 * cannot be told apart. Nothing is rounded but what is asked for.
 */
final class GroupProfit {
    private final LotKey lot;
    private final CurrencyUnit group;
    private final BiFunction<Money, JournalEntry, BigDecimal> worth;
    private final Map<EventId, EventId> undone;
    private final Map<Optional<PartyId>, Held> held = new HashMap<>();
    private final Map<EventId, Moved> moves = new HashMap<>();

    /** @param transfers those that were not undone */
    private record Held(BigDecimal quantity, BigDecimal profit, Map<EventId, UnrealisedProfit.Transfer> transfers) {
        static Held nothing() {
            return new Held(BigDecimal.ZERO, BigDecimal.ZERO, new LinkedHashMap<>());
        }

        Held plus(BigDecimal change, BigDecimal profitChange) {
            BigDecimal after = quantity.add(change);
            return new Held(after, after.signum() == 0 ? BigDecimal.ZERO : profit.add(profitChange), transfers);
        }

        BigDecimal share(BigDecimal part) {
            return quantity.signum() == 0
                    ? BigDecimal.ZERO
                    : profit.multiply(part).divide(quantity, MathContext.DECIMAL128);
        }
    }

    /**
     * @param carried profit of earlier transfers that left the seller
     * @param all carried profit and what the seller added
     */
    private record Moved(BigDecimal carried, BigDecimal all, UnrealisedProfit.Transfer transfer) {}

    /**
     * @param group currency in which profit is told
     * @param worth an amount of that entry in it
     * @param undone by reversal the event that it undoes
     */
    GroupProfit(
            LotKey lot,
            CurrencyUnit group,
            BiFunction<Money, JournalEntry, BigDecimal> worth,
            Map<EventId, EventId> undone) {
        this.lot = lot;
        this.group = group;
        this.worth = worth;
        this.undone = undone;
    }

    /** @param entries of all books with a line for the lot, by number */
    GroupProfit after(List<JournalEntry> entries) {
        entries.forEach(this::take);
        return this;
    }

    Money of(Optional<PartyId> books) {
        return Money.of(group, held.getOrDefault(books, Held.nothing()).profit(), Layer.ROUNDING);
    }

    List<UnrealisedProfit.Transfer> transfers(Optional<PartyId> books) {
        return new ArrayList<>(
                held.getOrDefault(books, Held.nothing()).transfers().values());
    }

    private void take(JournalEntry entry) {
        BigDecimal change = quantity(entry, Account.INVENTORY);
        Held before = held.getOrDefault(entry.company(), Held.nothing());
        Optional<Moved> back = entry.type() == EventType.REVERSE
                ? Optional.ofNullable(undone.get(entry.event())).map(moves::get)
                : Optional.empty();
        Held after;
        if (isOn(entry, Account.INTERCOMPANY_COGS)) {
            after = back.map(moved -> before.plus(change, moved.carried()))
                    .orElseGet(() -> sell(entry, change, before));
        } else if (isOn(entry, Account.INTERCOMPANY_PAYABLE)) {
            after = before.plus(change, back.map(moved -> moved.all().negate()).orElseGet(() -> moves.get(entry.event())
                    .all()));
            if (back.isPresent()) {
                after.transfers().remove(back.get().transfer().event());
            } else {
                after.transfers().put(entry.event(), moves.get(entry.event()).transfer());
            }
        } else {
            after = before.plus(change, change.signum() < 0 ? before.share(change) : BigDecimal.ZERO);
        }
        held.put(entry.company(), after);
    }

    private Held sell(JournalEntry entry, BigDecimal change, Held before) {
        BigDecimal carried = before.share(change.negate());
        Money sale = amount(entry, Account.INTERCOMPANY_RECEIVABLE);
        Money cost = amount(entry, Account.INTERCOMPANY_COGS);
        Quantity quantity = entry.lines().stream()
                .filter(line -> isOf(line, Account.INTERCOMPANY_COGS))
                .map(line -> line.quantity().orElseThrow())
                .reduce(Quantity::plus)
                .orElseThrow();
        UnrealisedProfit.Transfer transfer =
                new UnrealisedProfit.Transfer(entry.event(), entry.document(), entry.company(), quantity, sale, cost);
        moves.put(entry.event(), new Moved(carried, carried.add(worth.apply(sale.minus(cost), entry)), transfer));
        return before.plus(change, carried.negate());
    }

    private boolean isOf(JournalLine line, Account account) {
        return line.account() == account && line.lot().filter(lot::equals).isPresent();
    }

    private boolean isOn(JournalEntry entry, Account account) {
        return entry.lines().stream().anyMatch(line -> isOf(line, account));
    }

    private Money amount(JournalEntry entry, Account account) {
        return entry.lines().stream()
                .filter(line -> isOf(line, account))
                .map(JournalLine::amount)
                .reduce(Money::plus)
                .orElseThrow();
    }

    private BigDecimal quantity(JournalEntry entry, Account account) {
        return entry.lines().stream()
                .filter(line -> isOf(line, account))
                .flatMap(line -> line.quantity().stream())
                .map(Quantity::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
