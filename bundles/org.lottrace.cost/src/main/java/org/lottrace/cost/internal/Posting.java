package org.lottrace.cost.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostMethod;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.store.KeptCost;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
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
    private final List<JournalLine> spread = new ArrayList<>();
    private final Map<LotKey, KeptCost> lots = new TreeMap<>();
    private final Set<LotKey> read = new HashSet<>();
    private final Map<LotKey, KeptCost> onlyRead = new HashMap<>();
    private final Set<LotKey> changed = new TreeSet<>();
    private final Map<ItemNumber, ItemValuation> valuations = new HashMap<>();
    private final Function<ItemNumber, ItemValuation> methods;
    private final FirstInFirstOut layers;

    /**
     * @param event whose lots are read at once
     * @param methods how the goods of an item are valued
     * @throws StoppedBooksException if they are kept in another currency
     */
    Posting(TraceEvent event, Books books, CurrencyUnit currency, Function<ItemNumber, ItemValuation> methods) {
        this.methods = methods;
        this.layers = new FirstInFirstOut(event, this);
        this.books = books;
        this.currency = currency;
        Set<LotKey> named = named(event);
        read.addAll(named);
        books.costsOf(named).forEach(this::take);
    }

    /** @return the lots whose costs are read to book the event, whatever becomes of it */
    static Set<LotKey> named(TraceEvent event) {
        Set<LotKey> named = event.lines().stream().map(EventLine::lot).collect(Collectors.toSet());
        event.edges().forEach(edge -> named.addAll(List.of(edge.input(), edge.output())));
        return named;
    }

    Books books() {
        return books;
    }

    /** @return how the goods of the item are valued */
    ItemValuation valuation(ItemNumber item) {
        return valuations.computeIfAbsent(item, methods);
    }

    /** From here on the goods of the item are valued in that way, and all lots that are there count as changed. */
    void value(ItemNumber item, ItemValuation valuation) {
        boolean wasFifo = valuation(item).method() == CostMethod.FIFO;
        boolean isFifo = valuation.method() == CostMethod.FIFO;
        valuations.put(item, valuation);
        changed.addAll(onStock(item).keySet());
        if (isFifo && !wasFifo) {
            layers.begin(item, onStock(item));
        } else if (wasFifo && !isFifo) {
            layers.end(item);
        }
    }

    /** @return the layers of items that are valued first in, first out */
    FirstInFirstOut layers() {
        return layers;
    }

    /**
     * @return a quantity of the lot that leaves, and what it leaves at: the lot's share, or as its item is valued
     * @throws UnbookableEventException if there is not that much of it
     */
    CostedQuantity issue(LotKey lot, Quantity quantity) {
        return layers.issue(lot, quantity);
    }

    /** @return the lots whose unit cost these lines may have changed, by lot */
    Set<LotKey> changed() {
        return changed;
    }

    /** @return what is on stock of each lot of the item that has a quantity or a value there, by lot */
    SortedMap<LotKey, Layer> onStock(ItemNumber item) {
        books.left(item).stream().filter(kept -> read.add(kept.cost().lot())).forEach(kept -> {
            take(kept);
            onlyRead.put(kept.cost().lot(), kept);
        });
        SortedMap<LotKey, Layer> there = new TreeMap<>();
        lots.forEach((lot, kept) -> {
            CostedQuantity left = kept.cost().onStock();
            if (lot.item().equals(item)
                    && !(left.quantity().isZero() && left.value().isZero())) {
                there.put(lot, new Layer(left, kept.basis()));
            }
        });
        return there;
    }

    /**
     * Changes what goods are worth and what a unit of them costs.
     *
     * @param to the same quantity
     * @param against what the difference is posted to; empty when other lots take it
     */
    void settle(LotKey lot, Layer to, Optional<Account> against) {
        KeptCost before = kept(lot, to.left().quantity().unit());
        CostedQuantity change = to.left().minus(before.cost().onStock());
        if (!change.value().isZero()) {
            against.ifPresentOrElse(
                    account -> {
                        add(Account.INVENTORY, lot, change, Optional.empty());
                        add(account, lot, change.negated(), Optional.empty());
                    },
                    () -> spread.add(line(Account.INVENTORY, lot, change, Optional.empty())));
        }
        lots.put(lot, new KeptCost(new LotCost(lot, to.left(), before.cost().inProcess()), to.basis()));
    }

    /** @return what is on stock of the lot after the lines so far; nothing when it never had a cost */
    Layer onStock(LotKey lot, UnitOfMeasure unit) {
        KeptCost kept = kept(lot, unit);
        return new Layer(kept.cost().onStock(), kept.basis());
    }

    /** @return what is on stock of a lot that the event need not move; empty when it never had a cost */
    Optional<Layer> known(LotKey lot) {
        read(lot);
        return Optional.ofNullable(lots.get(lot))
                .map(kept -> new Layer(kept.cost().onStock(), kept.basis()));
    }

    private KeptCost kept(LotKey lot, UnitOfMeasure unit) {
        read(lot);
        return lots.computeIfAbsent(
                lot, key -> new KeptCost(new LotCost(key, nothing(unit), nothing(unit)), nothing(unit)));
    }

    private void read(LotKey lot) {
        if (read.add(lot)) {
            books.costsOf(List.of(lot)).forEach(this::take);
        }
    }

    /** @return no quantity, no value */
    CostedQuantity nothing(UnitOfMeasure unit) {
        return new CostedQuantity(Quantity.zero(unit), Money.zero(currency));
    }

    /** Debits INVENTORY with goods that came in at a cost of their own. */
    void receive(LotKey lot, CostedQuantity goods, Optional<OrderLineReference> orderLine) {
        add(Account.INVENTORY, lot, goods, orderLine);
        onStock(lot, goods, Layer::receiving);
    }

    /** Goods of a supplier came to lie here or, when that is negative, do so no longer: a quantity without a value. */
    void consign(LotKey lot, Quantity change, Optional<OrderLineReference> orderLine) {
        add(Account.CONSIGNED_GOODS, lot, new CostedQuantity(change, noMoney()), orderLine);
    }

    /** What the part adds stands before all other lines. */
    void atBeginning(Runnable part) {
        int before = lines.size();
        part.run();
        Collections.rotate(lines, lines.size() - before);
    }

    Money noMoney() {
        return Money.zero(currency);
    }

    void debit(Account account, LotKey lot, CostedQuantity amount, Optional<OrderLineReference> orderLine) {
        add(account, lot, amount, orderLine);
        if (account == Account.INVENTORY) {
            onStock(lot, amount, Layer::plus);
        } else if (account == Account.WORK_IN_PROCESS) {
            KeptCost before = kept(lot, amount.quantity().unit());
            LotCost cost = before.cost();
            lots.put(
                    lot,
                    new KeptCost(
                            new LotCost(lot, cost.onStock(), cost.inProcess().plus(amount)), before.basis()));
        }
    }

    private void add(Account account, LotKey lot, CostedQuantity amount, Optional<OrderLineReference> orderLine) {
        lines.add(line(account, lot, amount, orderLine));
    }

    private static JournalLine line(
            Account account, LotKey lot, CostedQuantity amount, Optional<OrderLineReference> orderLine) {
        return new JournalLine(account, Optional.of(lot), Optional.of(amount.quantity()), orderLine, amount.value());
    }

    private void onStock(LotKey lot, CostedQuantity amount, BiFunction<Layer, CostedQuantity, Layer> change) {
        layers.moved(lot, amount);
        Layer before = onStock(lot, amount.quantity().unit());
        Layer after = change.apply(before, amount);
        boolean isIssue = amount.quantity().isNegative() && after.basis().equals(before.basis());
        if (!isIssue) {
            changed.add(lot);
        }
        LotCost cost = kept(lot, amount.quantity().unit()).cost();
        lots.put(lot, new KeptCost(new LotCost(lot, after.left(), cost.inProcess()), after.basis()));
    }

    /** What is found of the lot from now on is worth what all its other goods came in with. */
    void forgetUnitCost(LotKey lot) {
        lots.computeIfPresent(
                lot,
                (key, kept) -> new KeptCost(
                        kept.cost(), nothing(kept.basis().quantity().unit())));
    }

    void credit(Account account, LotKey lot, CostedQuantity amount, Optional<OrderLineReference> orderLine) {
        debit(account, lot, amount.negated(), orderLine);
    }

    /** Credits an account that is not kept by lot. */
    void credit(Account account, Money amount, Optional<OrderLineReference> orderLine) {
        lines.add(new JournalLine(account, Optional.empty(), Optional.empty(), orderLine, amount.negated()));
    }

    /** @return the costs of all lots that the lines touch, as they are afterwards */
    Collection<KeptCost> lots() {
        return lots.values().stream()
                .filter(kept -> !kept.equals(onlyRead.get(kept.cost().lot())))
                .toList();
    }

    /**
     * @param closed the last day for which the books were closed when the event was recorded: it counts on the next one at the
     *     earliest
     * @return the entry with all lines; empty when the event moved no value
     * @throws UnbookableEventException if the event names no document, so that nobody could find the entry
     */
    Optional<JournalEntry> entry(
            RecordedEvent recorded, long number, Optional<LocalDate> closed, Optional<PartyId> company) {
        TraceEvent event = recorded.event();
        List<JournalLine> all = new ArrayList<>(lines);
        all.addAll(spread); // at the end, where SpreadLines looks for them
        if (all.isEmpty()) {
            return Optional.empty();
        }
        if (event.documents().isEmpty()) {
            throw new UnbookableEventException("it moves value but names no document");
        }
        LocalDate day = event.context().accountingDate();
        Optional<LocalDate> firstOpen =
                closed.filter(last -> !day.isAfter(last)).map(last -> last.plusDays(1));
        return Optional.of(new JournalEntry(
                number,
                event.id(),
                recorded.position(),
                event.type(),
                firstOpen.orElse(day),
                firstOpen.map(moved -> day),
                event.documents().get(0),
                company,
                all));
    }

    private void take(KeptCost kept) {
        LotCost cost = kept.cost();
        CurrencyUnit keptIn = cost.value().getCurrencyUnit();
        if (!keptIn.equals(currency)) {
            throw new StoppedBooksException("the books of lot " + cost.lot() + " are kept in " + keptIn
                    + ", but the configured currency is " + currency + "; set it back to " + keptIn);
        }
        lots.put(cost.lot(), kept);
    }
}
