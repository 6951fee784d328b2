package org.lottrace.cost.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.lot.LotKey;

/** What of an order line was received, or taken over of what came on consignment, and is not invoiced, by lot in the order in which it came; negative for what went back. */
final class OpenReceipts {
    private OpenReceipts() {}

    /** @param entries those of the order, by number */
    static Map<LotKey, Layer> of(OrderLineReference orderLine, List<JournalEntry> entries) {
        Map<LotKey, Layer> open = new LinkedHashMap<>();
        for (JournalEntry entry : ReversedEntries.without(entries)) {
            List<JournalLine> takenOver =
                    entry.type() == EventType.COST ? List.of() : ConsignedUse.broughtIn(entry.lines());
            for (JournalLine line : entry.lines()) {
                if (line.orderLine().equals(Optional.of(orderLine))
                        && line.lot().isPresent()
                        && (counts(entry, line) || takenOver.contains(line))) {
                    CostedQuantity change = line.account() == Account.GOODS_RECEIVED_NOT_INVOICED
                            ? Books.costed(line).negated()
                            : Books.costed(line);
                    open.merge(line.lot().get(), Layer.of(change), (before, after) -> before.plus(after.left()));
                }
            }
        }
        return open;
    }

    /** @return what was ever received for the order line, by lot */
    static Map<LotKey, CostedQuantity> received(OrderLineReference orderLine, List<JournalEntry> entries) {
        Map<LotKey, CostedQuantity> received = new LinkedHashMap<>();
        for (JournalEntry entry : ReversedEntries.without(entries)) {
            List<JournalLine> lines =
                    entry.type() == EventType.RECEIVE ? entry.lines() : ConsignedUse.broughtIn(entry.lines());
            lines.stream()
                    .filter(line -> line.account() == Account.INVENTORY
                            && isGoods(line)
                            && line.orderLine().equals(Optional.of(orderLine)))
                    .forEach(
                            line -> received.merge(line.lot().orElseThrow(), Books.costed(line), CostedQuantity::plus));
        }
        return received;
    }

    private static boolean counts(JournalEntry entry, JournalLine line) {
        if (line.account() == Account.GOODS_RECEIVED_NOT_INVOICED) {
            return entry.type() == EventType.COST || isInvoicedAhead(entry, line);
        }
        return line.account() == Account.INVENTORY
                && isGoods(line)
                && (entry.type() == EventType.RECEIVE || entry.type() == EventType.SUPPLIER_RETURN);
    }

    /** What was invoiced before it came is settled by its receipt. */
    private static boolean isInvoicedAhead(JournalEntry entry, JournalLine line) {
        return entry.type() == EventType.RECEIVE
                && line.quantity().orElseThrow().isPositive();
    }

    private static boolean isGoods(JournalLine line) {
        return !line.quantity().orElseThrow().isZero();
    }
}
