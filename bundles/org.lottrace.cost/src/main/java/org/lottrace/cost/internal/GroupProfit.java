package org.lottrace.cost.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
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
 * Where the profit of the group's own companies is, worked out of the journals of all of them in their order. A transfer takes it out of
 * the sales of the seller and adds it to the goods of the buyer, each on the day of its own entry, and in between it is with what the one
 * owes the other; what leaves takes its share along, because within a lot goods cannot be told apart: into process, into
 * what is made, to another company, and out of the group, from where a return brings it back. A reversal moves back what its original
 * moved. All places together are nothing at any time, so what has changed between two days is an entry. Nothing is rounded.
 */
final class GroupProfit {
    /** From where goods can come back, with their profit. */
    private static final Set<Account> HOLDING = EnumSet.of(
            Account.INVENTORY,
            Account.WORK_IN_PROCESS,
            Account.COST_OF_GOODS_SOLD,
            Account.INVENTORY_ADJUSTMENT,
            Account.WRITE_OFF,
            Account.UNEXPLAINED_DIFFERENCE);

    private final BiFunction<Money, JournalEntry, BigDecimal> worth;
    private final Map<Place, Held> held = new HashMap<>();
    private final Map<Place, Map<EventId, UnrealisedProfit.Transfer>> transfers = new HashMap<>();
    private final Map<EventId, Map<LotKey, Sale>> sales = new HashMap<>();
    private final Map<EventId, Map<Optional<PartyId>, List<Change>>> changes = new HashMap<>();

    /** An account of a lot in the books of a company. */
    record Place(Optional<PartyId> books, Account account, LotKey lot) {}

    private record Change(Place place, BigDecimal profit) {}

    /** @param carried profit of earlier transfers that left the seller */
    private record Sale(BigDecimal carried, BigDecimal price, BigDecimal cost, UnrealisedProfit.Transfer transfer) {
        BigDecimal all() {
            return carried.add(price).subtract(cost);
        }
    }

    /**
     * @param value in the currency of the books
     * @param profit in that of the group
     */
    private record Held(BigDecimal quantity, BigDecimal value, BigDecimal profit) {
        static final Held NOTHING = new Held(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        Held plus(JournalLine line) {
            return new Held(
                    quantity.add(GroupProfit.quantity(line)),
                    value.add(line.amount().getAmount()),
                    profit);
        }

        Held plus(BigDecimal change) {
            return new Held(quantity, value, profit.add(change));
        }

        /** @return of the profit what goods take along that leave, or a value without goods */
        BigDecimal share(JournalLine line) {
            boolean isGoods = GroupProfit.quantity(line).signum() != 0;
            BigDecimal there = isGoods ? quantity : value;
            BigDecimal part =
                    isGoods ? GroupProfit.quantity(line) : line.amount().getAmount();
            return there.signum() <= 0
                    ? BigDecimal.ZERO
                    : profit.multiply(part.negate().min(there)).divide(there, MathContext.DECIMAL128);
        }
    }

    /** @param worth an amount of that entry in the currency of the group */
    GroupProfit(BiFunction<Money, JournalEntry, BigDecimal> worth) {
        this.worth = worth;
    }

    /** @return profit by place, negative for a loss and for what was taken out of sales; no place without any */
    Map<Place, BigDecimal> places() {
        Map<Place, BigDecimal> places = new HashMap<>();
        held.forEach((place, some) -> {
            if (some.profit().signum() != 0) {
                places.put(place, some.profit());
            }
        });
        return places;
    }

    /** @return what the lot has on stock and in process there */
    BigDecimal of(Optional<PartyId> books, LotKey lot) {
        return at(new Place(books, Account.INVENTORY, lot))
                .profit()
                .add(at(new Place(books, Account.WORK_IN_PROCESS, lot)).profit());
    }

    /** @return those that brought the lot, or what it was made of, there, without those that were undone */
    List<UnrealisedProfit.Transfer> transfers(Optional<PartyId> books, LotKey lot) {
        return List.copyOf(transfers
                .getOrDefault(new Place(books, Account.INVENTORY, lot), Map.of())
                .values());
    }

    /**
     * @param undone by reversal what it undoes
     * @param counts whether the entry is one of the days that are asked for; of a sale that is not, the purchase may be
     */
    void take(JournalEntry entry, Map<EventId, EventId> undone, boolean counts) {
        boolean isSale = entry.type() != EventType.REVERSE && has(entry, Account.INTERCOMPANY_COGS);
        if (!counts) {
            if (isSale) {
                sell(entry);
            }
            return;
        }
        List<Change> moved;
        if (entry.type() == EventType.REVERSE) {
            moved = back(entry, undone.get(entry.event()));
        } else if (isSale) {
            moved = sell(entry);
        } else if (has(entry, Account.INTERCOMPANY_PAYABLE)) {
            moved = buy(entry);
        } else {
            moved = move(entry);
        }
        changes.computeIfAbsent(entry.event(), one -> new HashMap<>()).put(entry.company(), moved);
        apply(entry, moved);
    }

    private void apply(JournalEntry entry, List<Change> moved) {
        Set<Place> touched = new LinkedHashSet<>();
        ofLots(entry.lines()).forEach(line -> {
            Place place = place(entry, line);
            held.put(place, at(place).plus(line));
            touched.add(place);
        });
        moved.forEach(change -> add(change.place(), change.profit()));
        touched.stream()
                .filter(place -> isGone(place))
                .forEach(
                        place -> { // of goods that left before they never came
                            BigDecimal rest = at(place).profit();
                            add(place, rest.negate());
                            add(sold(place.books(), place.lot()), rest);
                        });
    }

    private boolean isGone(Place place) {
        boolean isOfGoods = place.account() == Account.INVENTORY || place.account() == Account.WORK_IN_PROCESS;
        return isOfGoods
                && at(place).quantity().signum() == 0
                && at(place).profit().signum() != 0;
    }

    private List<Change> back(JournalEntry entry, EventId original) {
        List<Change> moved = changes.getOrDefault(original, Map.of()).getOrDefault(entry.company(), List.of());
        transfers.forEach((place, all) -> all.remove(original));
        return moved.stream()
                .map(change -> new Change(change.place(), change.profit().negate()))
                .toList();
    }

    private List<Change> sell(JournalEntry entry) {
        List<Change> moved = new ArrayList<>();
        Map<LotKey, Sale> sold = new LinkedHashMap<>();
        for (LotKey lot : lots(entry, Account.INTERCOMPANY_COGS)) {
            Place stock = new Place(entry.company(), Account.INVENTORY, lot);
            BigDecimal carried = of(entry, lot, Account.INVENTORY)
                    .filter(line -> quantity(line).signum() < 0)
                    .map(line -> at(stock).share(line))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            Money price = sum(entry, lot, Account.INTERCOMPANY_RECEIVABLE);
            Money cost = sum(entry, lot, Account.INTERCOMPANY_COGS);
            Quantity quantity = of(entry, lot, Account.INTERCOMPANY_COGS)
                    .map(line -> line.quantity().orElseThrow())
                    .reduce(Quantity::plus)
                    .orElseThrow();
            sold.put(
                    lot,
                    new Sale(
                            carried,
                            worth.apply(price, entry),
                            worth.apply(cost, entry),
                            new UnrealisedProfit.Transfer(
                                    entry.event(), entry.document(), entry.company(), quantity, price, cost)));
            moved.add(new Change(stock, carried.negate()));
            Sale sale = sold.get(lot);
            moved.add(new Change(
                    new Place(entry.company(), Account.INTERCOMPANY_SALES, lot),
                    sale.price().negate()));
            moved.add(new Change(new Place(entry.company(), Account.INTERCOMPANY_COGS, lot), sale.cost()));
            moved.add(new Change(new Place(entry.company(), Account.INTERCOMPANY_RECEIVABLE, lot), sale.all()));
        }
        sales.put(entry.event(), sold);
        return moved;
    }

    private List<Change> buy(JournalEntry entry) {
        List<Change> moved = new ArrayList<>();
        for (LotKey lot : lots(entry, Account.INTERCOMPANY_PAYABLE)) {
            Sale sale = sales.get(entry.event()).get(lot);
            Optional<PartyId> seller = sale.transfer().seller();
            Place stock = new Place(entry.company(), Account.INVENTORY, lot);
            moved.add(new Change(
                    new Place(seller, Account.INTERCOMPANY_RECEIVABLE, lot),
                    sale.all().negate()));
            moved.add(new Change(stock, sale.all()));
            transfers.computeIfAbsent(stock, one -> new LinkedHashMap<>()).put(entry.event(), sale.transfer());
        }
        return moved;
    }

    /** Within a lot; where lots become others, to what is made, as its value is shared. */
    private List<Change> move(JournalEntry entry) {
        List<Change> moved = new ArrayList<>();
        boolean isMade = isMade(entry);
        List<JournalLine> lines = isMade ? ElementReplay.made(entry) : entry.lines();
        for (List<JournalLine> block : isMade ? ElementReplay.blocks(lines) : List.of(lines)) {
            Map<LotKey, BigDecimal> taken = new LinkedHashMap<>();
            ofLots(block).filter(line -> HOLDING.contains(line.account())).forEach(line -> {
                if (direction(line, isMade) < 0) {
                    Place place = place(entry, line);
                    BigDecimal share = at(place).share(line);
                    taken.merge(place.lot(), share, BigDecimal::add);
                    moved.add(new Change(place, share.negate()));
                }
            });
            taken.forEach((lot, profit) -> {
                List<JournalLine> to = ofLots(block)
                        .filter(line -> direction(line, isMade) > 0 && HOLDING.contains(line.account()))
                        .filter(line -> isMade
                                ? line.account() == Account.INVENTORY
                                : line.lot().orElseThrow().equals(lot))
                        .toList();
                moved.addAll(given(entry, lot, profit, to));
            });
        }
        moved.removeIf(change -> change.profit().signum() == 0);
        return moved;
    }

    private List<Change> given(JournalEntry entry, LotKey from, BigDecimal profit, List<JournalLine> to) {
        if (to.isEmpty()) {
            return List.of(new Change(sold(entry.company(), from), profit)); // it has left the group
        }
        boolean hasValue = to.stream().anyMatch(line -> line.amount().isPositive());
        List<BigDecimal> weights = to.stream()
                .map(line -> hasValue ? line.amount().getAmount().max(BigDecimal.ZERO) : quantity(line))
                .toList();
        BigDecimal all = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Change> given = new ArrayList<>();
        BigDecimal left = profit;
        for (int i = 0; i < to.size(); i++) {
            boolean isLast = i == to.size() - 1;
            BigDecimal part = isLast ? left : profit.multiply(weights.get(i)).divide(all, MathContext.DECIMAL128);
            left = left.subtract(part);
            Place place = place(entry, to.get(i));
            given.add(new Change(place, part));
            if (!place.lot().equals(from) && profit.signum() != 0) {
                transfers
                        .computeIfAbsent(place, one -> new LinkedHashMap<>())
                        .putAll(transfers.getOrDefault(new Place(place.books(), Account.INVENTORY, from), Map.of()));
            }
        }
        return given;
    }

    /** A value alone moves only from output to output of an order. */
    private static int direction(JournalLine line, boolean isMade) {
        int goods = quantity(line).signum();
        return goods != 0 || !isMade ? goods : line.amount().getAmount().signum();
    }

    static boolean isMade(JournalEntry entry) {
        return entry.type() == EventType.PRODUCE || EventType.TRANSFORMATIONS.contains(entry.type());
    }

    private Held at(Place place) {
        return held.getOrDefault(place, Held.NOTHING);
    }

    private void add(Place place, BigDecimal profit) {
        held.put(place, at(place).plus(profit));
    }

    private static Place sold(Optional<PartyId> books, LotKey lot) {
        return new Place(books, Account.COST_OF_GOODS_SOLD, lot);
    }

    private static Place place(JournalEntry entry, JournalLine line) {
        return new Place(entry.company(), line.account(), line.lot().orElseThrow());
    }

    private static Stream<JournalLine> ofLots(List<JournalLine> lines) {
        return lines.stream().filter(line -> line.lot().isPresent());
    }

    private static boolean has(JournalEntry entry, Account account) {
        return entry.lines().stream().anyMatch(line -> line.account() == account);
    }

    private static Set<LotKey> lots(JournalEntry entry, Account account) {
        Set<LotKey> lots = new LinkedHashSet<>();
        ofLots(entry.lines())
                .filter(line -> line.account() == account)
                .forEach(line -> lots.add(line.lot().orElseThrow()));
        return lots;
    }

    private static Stream<JournalLine> of(JournalEntry entry, LotKey lot, Account account) {
        return ofLots(entry.lines())
                .filter(line ->
                        line.account() == account && line.lot().orElseThrow().equals(lot));
    }

    private static Money sum(JournalEntry entry, LotKey lot, Account account) {
        return of(entry, lot, account)
                .map(JournalLine::amount)
                .reduce(Money::plus)
                .orElseThrow();
    }

    private static BigDecimal quantity(JournalLine line) {
        return line.quantity().map(Quantity::amount).orElse(BigDecimal.ZERO);
    }
}
