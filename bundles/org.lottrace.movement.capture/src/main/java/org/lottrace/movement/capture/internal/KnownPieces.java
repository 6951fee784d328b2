package org.lottrace.movement.capture.internal;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/** What is known of the serial numbers of the pieces of a lot, from what came and went. */
final class KnownPieces {
    private static final Set<EventType> ALWAYS_SAID =
            Set.of(EventType.RECEIVE, EventType.SHIP, EventType.RETURN, EventType.SUPPLIER_RETURN);

    /** By number, for each that was ever said: whether it is in own stock. */
    private final Map<String, Boolean> inStock = new HashMap<>();

    /** So many at most may be there that came without their numbers: opening stock, or what came before numbers were kept. */
    private BigDecimal unnamed = BigDecimal.ZERO;

    /** @param history of the lot, by position */
    static KnownPieces of(LotKey lot, List<RecordedEvent> history) {
        KnownPieces pieces = new KnownPieces();
        history.forEach(recorded -> recorded.event().lines().stream()
                .filter(line -> line.lot().equals(lot))
                .forEach(line -> pieces.take(line, recorded.event().type())));
        return pieces;
    }

    /** Goods have moved; what stays in own stock changes nothing. */
    void take(EventLine line, EventType type) {
        List<String> serials = serials(line.keyData());
        if (isIn(line)) {
            serials.forEach(this::came);
            unnamed = unnamed.add(unsaid(line.quantity(), serials));
        } else if (isOut(line)) {
            serials.forEach(this::went);
            if (isAlwaysSaid(type)) {
                unnamed = unnamed.subtract(unsaid(line.quantity(), serials)).max(BigDecimal.ZERO);
            }
        }
    }

    void came(String serial) {
        inStock.put(serial, true);
    }

    void went(String serial) {
        if (inStock.put(serial, false) == null) {
            unnamed = unnamed.subtract(BigDecimal.ONE).max(BigDecimal.ZERO);
        }
    }

    boolean isInStock(String serial) {
        return inStock.getOrDefault(serial, false);
    }

    /** @return true when it came and went, or only went */
    boolean isGone(String serial) {
        return !inStock.getOrDefault(serial, true);
    }

    /** @return true when it is in stock, or may be one of the pieces that came without their numbers */
    boolean mayBeThere(String serial) {
        return isInStock(serial) || !inStock.containsKey(serial) && unnamed.signum() > 0;
    }

    /** @return true when so many pieces without numbers may be there */
    boolean mayLackNumbers(Quantity pieces) {
        return unnamed.compareTo(pieces.amount()) >= 0;
    }

    private static BigDecimal unsaid(Quantity quantity, List<String> serials) {
        return quantity.amount().subtract(BigDecimal.valueOf(serials.size())).max(BigDecimal.ZERO);
    }

    /** @return true for goods that cross the border to a partner: each number is said of them */
    static boolean isAlwaysSaid(EventType type) {
        return ALWAYS_SAID.contains(type);
    }

    static boolean isIn(EventLine line) {
        return !line.from().place().kind().holdsStock()
                && line.to().place().kind().holdsStock();
    }

    static boolean isOut(EventLine line) {
        return line.from().place().kind().holdsStock()
                && !line.to().place().kind().holdsStock();
    }

    static List<String> serials(List<KeyDatum> said) {
        return said.stream()
                .filter(KnownPieces::isSerial)
                .map(datum -> datum.value().text())
                .toList();
    }

    static boolean isSerial(KeyDatum datum) {
        return datum.name().equals(KeyDataElement.SERIAL.word());
    }
}
