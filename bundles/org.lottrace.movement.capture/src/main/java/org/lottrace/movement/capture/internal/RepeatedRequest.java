package org.lottrace.movement.capture.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitMismatchException;

/**
 * Compares a request with the event that was recorded under its id, looking at nothing that changes with time. A request
 * may name fewer things than the event (it says "everything that is open"), so only what it names is compared.
 */
final class RepeatedRequest {
    /**
     * A line of the request.
     *
     * @param lot as scanned
     * @param where what else the line says, in the form in which {@code where} gives it for a line of the event
     * @param entered the quantity
     * @param keyData what else the line says
     */
    record Part(LotReference lot, Object where, Quantity entered, List<KeyDatum> keyData) {
        Part(LotReference lot, Object where, Quantity entered) {
            this(lot, where, entered, List.of());
        }
    }

    private record Sum(LotKey lot, Object where) {}

    private final ItemStore items;
    private final MeantLots meant;

    RepeatedRequest(ItemStore items, MeantLots meant) {
        this.items = items;
        this.meant = meant;
    }

    /** @return true when type and documents are those of the event */
    static boolean sameDocuments(TraceEvent event, EventType type, DocumentReference... documents) {
        return event.type() == type && event.documents().containsAll(List.of(documents));
    }

    /**
     * @param where what the request says about a line besides lot and quantity
     * @return true when the parts, in base units and added up, are the lines of the event
     */
    boolean sameGoods(TraceEvent event, Function<EventLine, Object> where, List<Part> parts) {
        return sameGoods(event.lines(), where, parts);
    }

    /** As above, for those lines of the event that the request names one by one. */
    boolean sameGoods(List<EventLine> lines, Function<EventLine, Object> where, List<Part> parts) {
        Map<Sum, Quantity> recorded = new HashMap<>();
        lines.forEach(line -> recorded.merge(new Sum(line.lot(), where.apply(line)), line.quantity(), Quantity::plus));
        Map<Sum, Quantity> requested = new HashMap<>();
        for (Part part : parts) {
            Predicate<LotKey> isMeant = meant.by(part.lot());
            List<Sum> fitting = new ArrayList<>(recorded.keySet());
            fitting.removeIf(sum -> !sum.where().equals(part.where()) || !isMeant.test(sum.lot()));
            Optional<Quantity> quantity =
                    fitting.size() == 1 ? inBaseUnit(fitting.get(0).lot(), part.entered(), lines) : Optional.empty();
            if (quantity.isEmpty()) {
                return false;
            }
            requested.merge(fitting.get(0), quantity.get(), Quantity::plus);
        }
        return requested.equals(recorded)
                && said(parts.stream().map(Part::keyData))
                        .equals(said(lines.stream().map(EventLine::keyData)));
    }

    /** What counts goods a second time. Other things may be on a line that nobody has said, such as the tank it came from. */
    private static Map<String, List<Object>> said(Stream<List<KeyDatum>> data) {
        Map<String, List<Object>> counted = new HashMap<>();
        data.flatMap(List::stream)
                .filter(SaidOfParts::counts)
                .forEach(datum -> counted.merge(
                        KnownPieces.isSerial(datum) ? datum.value().text() : datum.name(),
                        KnownPieces.isSerial(datum)
                                ? List.of(datum.name())
                                : List.of(((KeyDataValue.Amount) datum.value()).quantity()),
                        RepeatedRequest::together));
        return counted;
    }

    private static List<Object> together(List<Object> one, List<Object> more) {
        return one.get(0) instanceof Quantity sum && more.get(0) instanceof Quantity quantity
                ? List.of(sum.plus(quantity))
                : Stream.concat(one.stream(), more.stream()).toList();
    }

    /**
     * A pack holds what it held when the event was recorded, as a line of it says that was entered in that unit.
     *
     * @return empty when the item has no such quantity: then it cannot be what was recorded
     */
    private Optional<Quantity> inBaseUnit(LotKey lot, Quantity entered, List<EventLine> lines) {
        try {
            Optional<Quantity> asRecorded = lines.stream()
                    .filter(line -> line.lot().item().equals(lot.item())
                            && line.entered().unit().equals(entered.unit()))
                    // the same quantity was rounded the same
                    .min(Comparator.comparing(line -> !line.entered().equals(entered)))
                    .map(line -> new Quantity(
                            entered.amount()
                                    .multiply(line.quantity().amount())
                                    .divide(line.entered().amount()),
                            line.quantity().unit()));
            return asRecorded.or(() -> items.find(lot.item()).map(item -> item.toBaseUnit(entered)));
        } catch (UnitMismatchException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
