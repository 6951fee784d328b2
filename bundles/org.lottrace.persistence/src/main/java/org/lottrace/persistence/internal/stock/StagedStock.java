package org.lottrace.persistence.internal.stock;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lottrace.persistence.internal.RoundTrip;
import org.lottrace.persistence.internal.Staged;

/** The balances that a unit of work has saved: of each position the last one. */
final class StagedStock implements Staged {
    private final Map<StockId, StockEntity> rows = new LinkedHashMap<>();

    void put(StockEntity row) {
        rows.put(row.id, row);
    }

    @Override
    public void addTo(RoundTrip trip) {
        trip.merge(List.copyOf(rows.values()), "s.quantity = 0");
    }
}
