package org.lottrace.movement.capture.internal;

import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.TraceEvent;

/** Whose work an event is that can be told again: the operation that records such an event. */
final class RestatedWork {
    private RestatedWork() {}

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
