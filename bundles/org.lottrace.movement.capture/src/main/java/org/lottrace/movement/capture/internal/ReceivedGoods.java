package org.lottrace.movement.capture.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * Goods of a receipt as they came: what the event splits over the lines of the notice is one again.
 *
 * @param unit in which they came
 * @param expiry on the label
 * @param quantity in the base unit
 */
record ReceivedGoods(LotKey lot, Optional<Sscc> unit, Optional<LocalDate> expiry, Quantity quantity) {

    /** @return in the order of the event */
    static Collection<ReceivedGoods> of(TraceEvent receipt) {
        Map<LotKey, LotChange> changes = new HashMap<>();
        receipt.lotChanges().forEach(change -> changes.putIfAbsent(change.lot(), change));
        Map<List<Object>, ReceivedGoods> goods = new LinkedHashMap<>();
        for (EventLine line : receipt.lines()) {
            ReceivedGoods came =
                    new ReceivedGoods(line.lot(), line.to().container(), labelled(line, changes), line.quantity());
            goods.merge(List.of(came.lot, came.unit, came.expiry), came, ReceivedGoods::plus);
        }
        return goods.values();
    }

    private ReceivedGoods plus(ReceivedGoods other) {
        return new ReceivedGoods(lot, unit, expiry, quantity.plus(other.quantity));
    }

    /** @return the expiry on the label: recorded where it is not as announced, else that with which the lot was registered */
    private static Optional<LocalDate> labelled(EventLine came, Map<LotKey, LotChange> changes) {
        return KeyDatum.find(came.keyData(), KeyDataElement.EXPIRY_DATE)
                .map(KeyDataValue::text)
                .map(LocalDate::parse)
                .or(() -> Optional.ofNullable(changes.get(came.lot()))
                        .map(LotChange::toLot)
                        .flatMap(Lot::expiry));
    }
}
