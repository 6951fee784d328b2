package org.lottrace.cost.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostElement;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.lot.LotKey;

/**
 * Keeps cost elements apart along the journal, entry by entry in its order, and keeps nothing but what it goes on with. An amount that is
 * taken out of a lot, a process or what was sold keeps its elements where it goes; what comes in new has the element of its document. Each line
 * is shared as a whole, so by element, too, all lines of an account are the account.
 */
final class ElementReplay {
    private static final Set<Account> BY_LOT =
            EnumSet.of(Account.INVENTORY, Account.WORK_IN_PROCESS, Account.COST_OF_GOODS_SOLD);
    private static final Set<Account> REVALUING =
            EnumSet.of(Account.PURCHASE_PRICE_VARIANCE, Account.PRODUCTION_VARIANCE, Account.INVENTORY_REVALUATION);
    private static final Set<DocumentType> LATE =
            EnumSet.of(DocumentType.SUPPLIER_INVOICE, DocumentType.CREDIT_NOTE, DocumentType.LANDED_COST);

    private final Map<Account, Map<Object, HeldElements>> held = new HashMap<>();
    private Elements sold = Elements.NOTHING;

    /**
     * What a cost document says that its entry does not.
     *
     * @param element what it was paid for
     * @param order the production order that absorbs it
     */
    record Said(CostElement element, Optional<DocumentReference> order) {
        static final Said MATERIAL = new Said(CostElement.MATERIAL, Optional.empty());
    }

    /** @return what an account has of a lot after the entries so far */
    Elements held(Account account, LotKey lot) {
        return of(account, lot).left();
    }

    /** @return what the entry changes on the account of the cost of goods sold */
    Elements take(JournalEntry entry, Said said) {
        sold = Elements.NOTHING;
        int spread = beginOfSpread(entry.lines());
        List<JournalLine> main = new ArrayList<>(entry.lines().subList(0, spread));
        List<JournalLine> takenOver = ConsignedUse.broughtIn(main);
        takenOver.forEach(line -> put(line, key(line, entry, said), Elements.of(CostElement.MATERIAL, minor(line))));
        takenOver.forEach(main::remove);
        if (entry.type() == EventType.COST && LATE.contains(entry.document().type())) {
            main.stream()
                    .filter(line -> BY_LOT.contains(line.account()))
                    .forEach(line -> put(line, key(line, entry, said), Elements.of(said.element(), minor(line))));
        } else {
            List<JournalLine> invoicedAhead = main.stream()
                    .filter(line -> entry.type() == EventType.RECEIVE
                            && line.account() == Account.INVENTORY
                            && line.orderLine().isPresent()
                            && line.quantity().orElseThrow().isZero())
                    .toList();
            invoicedAhead.forEach(main::remove);
            List<JournalLine> revalued = pairs(main, ElementReplay::revalues);
            boolean isMade = entry.type() == EventType.PRODUCE || EventType.TRANSFORMATIONS.contains(entry.type());
            if (isMade) {
                pairs(main, ElementReplay::passesThrough);
            }
            for (List<JournalLine> block : isMade ? blocks(main) : List.of(main)) {
                move(block, isMade || entry.type() == EventType.REVERSE, entry, said);
            }
            invoicedAhead.forEach(
                    line -> put(line, key(line, entry, said), Elements.of(CostElement.MATERIAL, minor(line))));
            revalued.stream()
                    .filter(line -> line.account() == Account.INVENTORY)
                    .forEach(line -> put(
                            line,
                            key(line, entry, said),
                            of(line.account(), key(line, entry, said)).alike(minor(line))));
        }
        move(entry.lines().subList(spread, entry.lines().size()), true, entry, said);
        return sold;
    }

    /** Credits first: what they take out goes to the debits of the same lot, and when lots become others, to all debits. */
    private void move(List<JournalLine> lines, boolean toOthers, JournalEntry entry, Said said) {
        Map<Object, Elements> taken = new LinkedHashMap<>();
        for (JournalLine line : lines) {
            if (isHeld(line) && minor(line) < 0) {
                Object key = key(line, entry, said);
                Elements part = of(line.account(), key).take(-minor(line));
                count(line, part.negated());
                taken.merge(key, part, Elements::plus);
            }
        }
        Map<JournalLine, Long> open = new LinkedHashMap<>(); // equal lines are one, and want as much together
        for (JournalLine line : lines) {
            if (isHeld(line) && minor(line) > 0) {
                open.merge(line, minor(line), Long::sum);
            }
        }
        open.replaceAll((line, wanted) -> wanted - give(line, wanted, key(line, entry, said), taken, entry, said));
        if (toOthers) {
            Elements all = taken.values().stream().reduce(Elements.NOTHING, Elements::plus);
            Map<Object, Elements> shared = new HashMap<>(Map.of(entry, all));
            open.replaceAll((line, wanted) -> wanted - give(line, wanted, entry, shared, entry, said));
        }
        open.forEach((line, wanted) -> {
            if (wanted > 0) {
                put(line, key(line, entry, said), comesIn(line, wanted, entry, said));
            }
        });
    }

    /** @return how much of what is wanted was there */
    private long give(
            JournalLine line, long wanted, Object from, Map<Object, Elements> taken, JournalEntry entry, Said said) {
        Elements there = taken.getOrDefault(from, Elements.NOTHING);
        long amount = Math.min(wanted, Math.max(0, there.total()));
        if (amount > 0) {
            Elements part = there.share(amount);
            taken.put(from, there.minus(part));
            put(line, key(line, entry, said), part);
        }
        return amount;
    }

    private Elements comesIn(JournalLine line, long amount, JournalEntry entry, Said said) {
        boolean isNew = entry.type() == EventType.RECEIVE || entry.type() == EventType.OPENING;
        return isNew || line.lot().isEmpty()
                ? Elements.of(said.element(), amount)
                : of(Account.INVENTORY, line.lot().get()).alike(amount);
    }

    private void put(JournalLine line, Object key, Elements part) {
        of(line.account(), key).put(part);
        count(line, part);
    }

    private void count(JournalLine line, Elements part) {
        if (line.account() == Account.COST_OF_GOODS_SOLD) {
            sold = sold.plus(part);
        }
    }

    private HeldElements of(Account account, Object key) {
        return held.computeIfAbsent(account, one -> new HashMap<>()).computeIfAbsent(key, one -> new HeldElements());
    }

    /** @return the lot, or the production order of what belongs to no lot */
    private static Object key(JournalLine line, JournalEntry entry, Said said) {
        return line.lot().<Object>map(lot -> lot).orElseGet(() -> said.order().orElse(entry.document()));
    }

    private static boolean isHeld(JournalLine line) {
        return line.account() == Account.CONVERSION_IN_PROCESS
                || BY_LOT.contains(line.account()) && line.lot().isPresent();
    }

    private static long minor(JournalLine line) {
        return line.amount().getAmountMinorLong();
    }

    /** What went into an output stands before it; where that is not so, all that went in is of all that came out. */
    static List<List<JournalLine>> blocks(List<JournalLine> lines) {
        List<List<JournalLine>> blocks = new ArrayList<>();
        List<JournalLine> block = new ArrayList<>();
        long sum = 0;
        for (JournalLine line : lines) {
            block.add(line);
            sum += minor(line);
            if (line.account() == Account.INVENTORY && minor(line) >= 0) {
                if (sum != 0) {
                    return List.of(lines);
                }
                blocks.add(block);
                block = new ArrayList<>();
            }
        }
        blocks.add(block);
        return sum == 0 ? blocks : List.of(lines);
    }

    /** @return the lines of a production that move goods or their cost: without what only shows parts, revalues, or spreads a value */
    static List<JournalLine> made(JournalEntry entry) {
        List<JournalLine> main = new ArrayList<>(entry.lines().subList(0, beginOfSpread(entry.lines())));
        ConsignedUse.broughtIn(main).forEach(main::remove);
        pairs(main, ElementReplay::revalues);
        pairs(main, ElementReplay::passesThrough);
        return main;
    }

    /** A lot at another value, against the account that takes the difference. */
    private static boolean revalues(JournalLine line, JournalLine next) {
        return line.account() == Account.INVENTORY && REVALUING.contains(next.account());
    }

    /** Only to show what an output was made of. */
    private static boolean passesThrough(JournalLine line, JournalLine next) {
        return line.account() != Account.INVENTORY && line.account() == next.account();
    }

    @FunctionalInterface
    private interface Pairing {
        boolean fits(JournalLine line, JournalLine next);
    }

    /** Takes out lines that stand together, are of the same lot and nothing together. */
    private static List<JournalLine> pairs(List<JournalLine> lines, Pairing pairing) {
        List<JournalLine> taken = new ArrayList<>();
        for (int i = 0; i + 1 < lines.size(); ) {
            JournalLine line = lines.get(i);
            JournalLine next = lines.get(i + 1);
            if (line.lot().equals(next.lot())
                    && line.amount().plus(next.amount()).isZero()
                    && pairing.fits(line, next)) {
                taken.add(lines.remove(i));
                taken.add(lines.remove(i));
            } else {
                i++;
            }
        }
        return taken;
    }

    /** @return where the most lines at the end begin that move a value within INVENTORY and no goods ({@link SpreadLines}) */
    private static int beginOfSpread(List<JournalLine> lines) {
        int begin = lines.size();
        long sum = 0;
        for (int i = lines.size() - 1; i >= 0; i--) {
            JournalLine line = lines.get(i);
            if (line.account() != Account.INVENTORY
                    || !line.quantity().orElseThrow().isZero()) {
                break;
            }
            sum += minor(line);
            begin = sum == 0 ? i : begin;
        }
        return begin;
    }
}
