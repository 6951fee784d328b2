package org.lottrace.cost.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * Goods of suppliers become ours in the event that uses them. Of a lot of which a part is ours that part is used first; the rest is taken
 * over, three lines each: CONSIGNED_GOODS less the quantity, and INVENTORY to GOODS_RECEIVED_NOT_INVOICED at the agreed price.
 */
final class ConsignedUse {
    /** They bring goods, take back what was booked, or ask for themselves what is whose. */
    private static final Set<EventType> NO_USE = Set.of(
            EventType.RECEIVE,
            EventType.OPENING,
            EventType.RETURN,
            EventType.GAIN,
            EventType.SUPPLIER_RETURN,
            EventType.REVERSE,
            EventType.COST,
            EventType.SPLIT,
            EventType.MERGE,
            EventType.RELABEL,
            EventType.REPACK);

    /** So many lines, one behind the other, take goods over. */
    static final int LINES = 3;

    private final BiFunction<TraceEvent, EventLine, Money> price;

    /** @param price what a received line costs in all */
    ConsignedUse(BiFunction<TraceEvent, EventLine, Money> price) {
        this.price = price;
    }

    /**
     * Takes over what the event uses and is not ours.
     *
     * @return whether there was any
     */
    boolean before(TraceEvent event, Posting posting) {
        if (NO_USE.contains(event.type())) {
            return false;
        }
        Map<LotKey, Quantity> leaving = new LinkedHashMap<>();
        for (EventLine line : event.lines()) {
            boolean leaves = BookingRule.isInventory(line.from()) && !BookingRule.isInventory(line.to());
            boolean isFound = event.type() == EventType.COUNT
                    && !BookingRule.isInventory(line.from())
                    && BookingRule.isInventory(line.to());
            if (leaves || isFound) {
                leaving.merge(
                        line.lot(), leaves ? line.quantity() : line.quantity().negated(), Quantity::plus);
            }
        }
        boolean isAny = false;
        for (Map.Entry<LotKey, Quantity> lot : leaving.entrySet()) {
            isAny |= cover(lot.getKey(), lot.getValue(), posting);
        }
        return isAny;
    }

    /**
     * Takes over what is missing of that quantity on INVENTORY, as far as it lies here.
     *
     * @return whether anything was missing
     */
    boolean cover(LotKey lot, Quantity wanted, Posting posting) {
        Quantity missing =
                wanted.minus(posting.onStock(lot, wanted.unit()).left().quantity());
        if (missing.isPositive()) {
            takeOver(lot, missing, posting);
        }
        return missing.isPositive();
    }

    void takeOver(LotKey lot, Quantity quantity, Posting posting) {
        of(lot, quantity, posting).use(quantity).forEach(part -> {
            posting.consign(lot, part.goods().quantity().negated(), part.orderLine());
            posting.receive(lot, part.goods(), part.orderLine());
            posting.credit(Account.GOODS_RECEIVED_NOT_INVOICED, lot, part.goods(), part.orderLine());
        });
    }

    ConsignedLot of(LotKey lot, Quantity quantity, Posting posting) {
        return ConsignedLot.of(lot, posting.books(), price, Quantity.zero(quantity.unit()), posting.noMoney());
    }

    /** @return how many lines at the beginning take goods over */
    static int atBeginning(List<JournalLine> lines) {
        int taken = 0;
        while (isTakenOver(lines, taken)) {
            taken += LINES;
        }
        return taken;
    }

    /** @return the lines that bring goods into INVENTORY by taking them over, wherever they stand */
    static List<JournalLine> broughtIn(List<JournalLine> lines) {
        List<JournalLine> brought = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (isTakenOver(lines, i)) {
                brought.add(lines.get(i + 1));
            }
        }
        return brought;
    }

    /** @return whether such lines begin there */
    static boolean isTakenOver(List<JournalLine> lines, int at) {
        if (at + LINES > lines.size()) {
            return false;
        }
        JournalLine consigned = lines.get(at);
        JournalLine stock = lines.get(at + 1);
        return consigned.account() == Account.CONSIGNED_GOODS
                && consigned.quantity().filter(Quantity::isNegative).isPresent()
                && stock.account() == Account.INVENTORY
                && lines.get(at + 2).account() == Account.GOODS_RECEIVED_NOT_INVOICED
                && stock.lot().equals(consigned.lot())
                && stock.orderLine().equals(consigned.orderLine())
                && stock.quantity().equals(consigned.quantity().map(Quantity::negated));
    }
}
