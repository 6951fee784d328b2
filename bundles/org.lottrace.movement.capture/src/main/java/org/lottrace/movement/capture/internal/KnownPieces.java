package org.lottrace.movement.capture.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/** What is known of the serial numbers of the pieces of a lot, from what came and went. */
final class KnownPieces {
    private static final Set<EventType> ALWAYS_SAID =
            Set.of(EventType.RECEIVE, EventType.SHIP, EventType.RETURN, EventType.SUPPLIER_RETURN);

    /** By number, for each that was ever said: its newest state. What is told late changes nothing of what came after. */
    private final Map<String, State> states = new HashMap<>();

    private BigDecimal all = BigDecimal.ZERO;

    /** So many at most may be there that came without their numbers: opening stock, or what came before numbers were kept. */
    private BigDecimal unnamed = BigDecimal.ZERO;

    private record State(boolean isInStock, Instant since) {}

    /** @param history of the lot, by position */
    static KnownPieces of(LotKey lot, List<RecordedEvent> history) {
        KnownPieces pieces = new KnownPieces();
        history.forEach(recorded -> recorded.event().lines().stream()
                .filter(line -> line.lot().equals(lot))
                .forEach(line -> pieces.take(
                        line,
                        recorded.event().type(),
                        recorded.event().context().effective())));
        return pieces;
    }

    /** Goods have moved; what stays in own stock changes nothing, and what was made up to explain a report neither. */
    void take(EventLine line, EventType type, Instant happened) {
        if (isUnexplained(line)) {
            return;
        }
        List<String> serials = serials(line.keyData());
        if (isIn(line)) {
            serials.forEach(serial -> came(serial, happened));
            unnamed = unnamed.add(unsaid(line.quantity(), serials));
            all = all.add(line.quantity().amount());
        } else if (isOut(line)) {
            serials.forEach(serial -> went(serial, happened));
            if (isAlwaysSaid(type)) {
                unnamed = unnamed.subtract(unsaid(line.quantity(), serials)).max(BigDecimal.ZERO);
            }
            all = all.subtract(line.quantity().amount());
        }
    }

    void came(String serial, Instant happened) {
        become(serial, new State(true, happened));
    }

    void went(String serial, Instant happened) {
        if (!states.containsKey(serial)) {
            unnamed = unnamed.subtract(BigDecimal.ONE).max(BigDecimal.ZERO);
        }
        become(serial, new State(false, happened));
    }

    private void become(String serial, State state) {
        states.merge(serial, state, (before, now) -> now.since().isBefore(before.since()) ? before : now);
    }

    /** @return true when any piece of the lot is in own stock */
    boolean areThere() {
        return all.signum() > 0;
    }

    boolean isInStock(String serial) {
        return states.containsKey(serial) && states.get(serial).isInStock();
    }

    /** @return true when it came and went, or only went */
    boolean isGone(String serial) {
        return states.containsKey(serial) && !states.get(serial).isInStock();
    }

    /** @return true when it is in stock, or may be one of the pieces that came without their numbers */
    boolean mayBeThere(String serial) {
        return isInStock(serial) || !states.containsKey(serial) && unnamed.signum() > 0;
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

    private static boolean isUnexplained(EventLine line) {
        return line.from().place().kind() == PlaceKind.UNEXPLAINED
                || line.to().place().kind() == PlaceKind.UNEXPLAINED;
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
