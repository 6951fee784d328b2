package org.lottrace.soap.erp.internal;

import jakarta.xml.bind.JAXBElement;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.soap.erp.internal.wire.WireArrival;
import org.lottrace.soap.erp.internal.wire.WireBasis;
import org.lottrace.soap.erp.internal.wire.WireConsumption;
import org.lottrace.soap.erp.internal.wire.WireCustomerReturn;
import org.lottrace.soap.erp.internal.wire.WireDispatch;
import org.lottrace.soap.erp.internal.wire.WireLotReference;
import org.lottrace.soap.erp.internal.wire.WireMovement;
import org.lottrace.soap.erp.internal.wire.WireProduction;
import org.lottrace.soap.erp.internal.wire.WireShipment;

/**
 * What the movements of one list say of each other. Nothing comes out of an order before something went in, nobody sends back what has not
 * left, and nothing arrives that did not set out. So a movement that does not say its basis is a report when what it led to is reported in
 * the same list.
 */
final class ToldWith {
    /** By what it shows to have happened, the last moment at which a report shows it. */
    private final Map<List<String>, Instant> shown = new HashMap<>();

    ToldWith(List<JAXBElement<? extends WireMovement>> list) {
        list.stream()
                .map(JAXBElement::getValue)
                .filter(report -> report.getBasis() != WireBasis.REQUESTED)
                .forEach(report -> time(report)
                        .ifPresent(at -> shownBy(report).forEach(what -> shown.merge(what, at, ToldWith::later))));
    }

    /** @return its basis, said or shown by the others; empty for what is usual */
    Optional<WireBasis> basis(WireMovement movement) {
        return Optional.ofNullable(movement.getBasis())
                .or(() -> Optional.of(WireBasis.REPORTED).filter(reported -> isShown(movement)));
    }

    private boolean isShown(WireMovement movement) {
        return time(movement)
                .map(at -> whatIs(movement)
                        .map(shown::get)
                        .filter(Objects::nonNull)
                        .anyMatch(report -> !report.isBefore(at)))
                .orElse(false);
    }

    private static Stream<List<String>> shownBy(WireMovement report) {
        if (report instanceof WireProduction made) {
            return Stream.of(List.of("order", made.getProductionOrder()));
        }
        if (report instanceof WireCustomerReturn returned) {
            return Optional.ofNullable(returned.getShipment()).stream().map(number -> List.of("shipment", number));
        }
        if (report instanceof WireArrival arrival) {
            String to = Optional.ofNullable(arrival.getDispatchedTo()).orElse(arrival.getSite());
            return Stream.concat(
                    arrival.getUnit().stream().map(unit -> List.of("unit", unit, to)),
                    arrival.getLine().stream().flatMap(line -> arrived(line.getLot(), to)));
        }
        return Stream.of();
    }

    private static Stream<List<String>> whatIs(WireMovement movement) {
        if (movement instanceof WireConsumption consumption) {
            return Stream.of(List.of("order", consumption.getProductionOrder()));
        }
        if (movement instanceof WireShipment shipment) {
            return Stream.of(List.of("shipment", shipment.getNumber()));
        }
        if (movement instanceof WireDispatch dispatch) {
            String to = dispatch.getToSite();
            Stream<String> units = Stream.concat(
                    Stream.ofNullable(dispatch.getContainer()),
                    dispatch.getLine().stream().map(line -> line.getContainer()).filter(Objects::nonNull));
            return Stream.concat(
                    units.map(unit -> List.of("unit", unit, to)),
                    dispatch.getLine().stream().flatMap(line -> dispatched(line.getLot(), to)));
        }
        return Stream.of();
    }

    /** A lot of another item with the same number is another lot; one whose item is not named may be of any. */
    private static Stream<List<String>> arrived(WireLotReference lot, String to) {
        return Stream.of(
                List.of("lot", lot.getNumber(), to, item(lot)), List.of("lot of any item", lot.getNumber(), to));
    }

    private static Stream<List<String>> dispatched(WireLotReference lot, String to) {
        return item(lot).isEmpty()
                ? Stream.of(List.of("lot of any item", lot.getNumber(), to))
                : Stream.of(List.of("lot", lot.getNumber(), to, item(lot)), List.of("lot", lot.getNumber(), to, ""));
    }

    private static String item(WireLotReference lot) {
        return Objects.requireNonNullElse(lot.getItem(), "");
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** @return empty when it cannot be read, which is told where the movement is read */
    private static Optional<Instant> time(WireMovement movement) {
        try {
            return Optional.of(ValueMapper.timestamp(movement.getTime()).toInstant());
        } catch (InvalidIdentifierException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
