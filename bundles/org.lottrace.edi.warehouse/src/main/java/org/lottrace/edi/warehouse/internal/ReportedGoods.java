package org.lottrace.edi.warehouse.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.quantity.Quantity;

/** How the goods of an event stand in a 944 or 945: lot and serial numbers in N9, expiry in G62 36, catch weight in W20. */
final class ReportedGoods {
    /** G6201 (data element 432). */
    private static final String EXPIRY = "36";
    /** W2005 (data element 187): actual net weight; W2006 (188): kilograms. */
    private static final List<String> NET_KILOGRAMS = List.of("N", "K");

    private final ItemStore items;
    private final LotStore lots;

    ReportedGoods(ItemStore items, LotStore lots) {
        this.items = items;
        this.lots = lots;
    }

    /** @throws IllegalStateException if it is unknown */
    Item item(EventLine line) {
        return item(line.lot().item());
    }

    /** @throws IllegalStateException if it is unknown */
    Item item(ItemNumber number) {
        return items.find(number).orElseThrow(() -> new IllegalStateException("item " + number + " is unknown"));
    }

    /** @return N9 of the lot, as it is marked on the goods */
    List<String> lot(LotKey key) {
        return List.of(
                "N9", "LT", lots.find(key).map(Lot::number).orElse(key.number()).value());
    }

    /** @return N9 of the lot, as it is marked on the goods, and of each serial number */
    List<List<String>> numbers(EventLine line) {
        List<List<String>> segments = new ArrayList<>();
        segments.add(lot(line.lot()));
        line.keyData().stream()
                .filter(datum -> datum.name().equals(KeyDataElement.SERIAL.word()))
                .map(serial -> List.of("N9", "SE", serial.value().text()))
                .forEach(segments::add);
        return segments;
    }

    /** @return G62; empty when the lot does not expire */
    Optional<List<String>> expiry(EventLine line) {
        return KeyDatum.find(line.keyData(), KeyDataElement.EXPIRY_DATE)
                .map(value -> LocalDate.parse(value.text()))
                .or(() -> lots.find(line.lot()).flatMap(Lot::expiry))
                .map(day -> List.of("G62", EXPIRY, DateTimeFormatter.BASIC_ISO_DATE.format(day)));
    }

    /** @return W20; empty when the goods were not weighed */
    Optional<List<String>> weight(EventLine line) {
        return KeyDatum.find(line.keyData(), KeyDataElement.NET_WEIGHT)
                .filter(KeyDataValue.Amount.class::isInstance)
                .map(value -> ((KeyDataValue.Amount) value).quantity())
                .map(weight -> List.of(
                        "W20", "", "", "", ItemTexts.amount(weight), NET_KILOGRAMS.get(0), NET_KILOGRAMS.get(1)));
    }

    /** @return the sum of what the lines say, whatever their units, as X12 has it */
    static String total(List<Quantity> quantities) {
        return quantities.stream()
                .map(Quantity::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .stripTrailingZeros()
                .toPlainString();
    }
}
