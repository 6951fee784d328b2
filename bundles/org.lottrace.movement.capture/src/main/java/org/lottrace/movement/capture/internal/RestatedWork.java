package org.lottrace.movement.capture.internal;

import java.util.Set;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.movement.Restatement;

/** Whose work an event is that can be told again: the operation that records such an event; and what of it is still to be said. */
final class RestatedWork {
    private static final Set<String> OF_PARTY = Set.of(
            "CUSTOMER_UNKNOWN",
            "CUSTOMER_DIFFERS",
            "SUPPLIER_UNKNOWN",
            "PARTY_UNKNOWN",
            "NOT_FROM_SUPPLIER",
            "ORDER_OF_OTHER_SUPPLIER",
            "ORDER_UNKNOWN");
    private static final Set<String> OF_NUMBER =
            Set.of("SHIPMENT_NUMBER_IN_USE", "SHIPMENT_UNKNOWN", "SHIPMENT_MISSING", "RETURN_EXCEEDS_SHIPMENT");
    private static final Set<String> OF_LOTS = Set.of(
            "LOT_AMBIGUOUS",
            "LOT_UNKNOWN",
            "LOT_DIFFERS",
            "LOT_SWAPPED",
            "LOT_NOT_ANNOUNCED",
            "LOT_NUMBER_IN_USE",
            "LOT_NUMBER_SIMILAR");

    private RestatedWork() {}

    /** @return true when the event has a finding on everything that is named now */
    static boolean leftOpen(TraceEvent event, Restatement given) {
        return (given.party().isEmpty() || hasOne(event, OF_PARTY))
                && (given.number().isEmpty() || hasOne(event, OF_NUMBER))
                && (given.lots().isEmpty() || hasOne(event, OF_LOTS));
    }

    private static boolean hasOne(TraceEvent event, Set<String> codes) {
        return event.findings().stream().anyMatch(codes::contains);
    }

    /** @return its name in the catalogue; that of a reversal when the event cannot be told again */
    static String operationOf(TraceEvent event) {
        return switch (event.type()) {
            case SHIP -> "movement.ship";
            case RECEIVE -> "movement.receive";
            case RETURN -> "movement.take-back";
            case SUPPLIER_RETURN -> "movement.return-to-supplier";
            case CONSUME -> "movement.consume";
            case DISPOSE -> "movement.dispose";
            case SAMPLE -> "movement.sample";
            case PUT_AWAY, TRANSFER, PICK, PACK -> ofMove(event);
            default -> "correction.reverse";
        };
    }

    private static String ofMove(TraceEvent move) {
        if (move.lines().stream().anyMatch(line -> line.to().place().kind() == PlaceKind.IN_TRANSIT)) {
            return "movement.dispatch";
        }
        return move.lines().stream().anyMatch(line -> line.from().place().kind() == PlaceKind.IN_TRANSIT)
                ? "movement.arrive"
                : "movement.transfer";
    }
}
