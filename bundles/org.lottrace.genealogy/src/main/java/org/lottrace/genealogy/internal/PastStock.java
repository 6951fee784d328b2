package org.lottrace.genealogy.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.store.CustodyStore;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.genealogy.CustodyStep;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * Where lots were, by moving them again as the ledger tells, without what was reversed by then. Filtering today's stock would lose what was used up since
 * (odoo/odoo#262008).
 */
final class PastStock {
    private final CustodyStore custody;

    PastStock(CustodyStore custody) {
        this.custody = custody;
    }

    /** @return every balance that was not zero, by lot and position */
    List<StockBalance> of(Collection<LotKey> lots, long upTo, AsOf asOf) {
        SortedMap<LotKey, SortedMap<Position, Quantity>> balances = new TreeMap<>();
        custody.steps(lots, upTo).stream()
                .filter(step -> asOf.hasHappened(step.at().toInstant()))
                .forEach(step -> move(step, balances.computeIfAbsent(step.lot(), lot -> new TreeMap<>())));
        List<StockBalance> onHand = new ArrayList<>();
        balances.forEach((lot, positions) -> positions.forEach((position, quantity) -> {
            if (!quantity.isZero()) {
                onHand.add(new StockBalance(lot, position, quantity));
            }
        }));
        return onHand;
    }

    private static void move(CustodyStep step, SortedMap<Position, Quantity> positions) {
        add(positions, step.from(), step.quantity().negated());
        add(positions, step.to(), step.quantity());
    }

    private static void add(SortedMap<Position, Quantity> positions, Position position, Quantity change) {
        if (position.place().kind().holdsStock()) {
            positions.merge(position, change, Quantity::plus);
        }
    }
}
