package org.lottrace.movement.capture.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.quantity.Quantity;

/** What a ship notice expects again when a receipt of it is reversed. */
final class ReopenedNotice {
    private ReopenedNotice() {}

    /** @return the notice that the receipt was for; empty for an event that is no receipt of one */
    static Optional<ShipNoticeId> of(TraceEvent receipt) {
        Optional<PartyId> sender = receipt.lines().stream()
                .map(line -> line.from().place())
                .filter(place -> place.kind() == PlaceKind.PARTY)
                .map(place -> new PartyId(place.code()))
                .findFirst();
        return receipt.document(DocumentType.SHIP_NOTICE)
                .map(DocumentReference::number)
                .flatMap(number -> sender.map(party -> new ShipNoticeId(party, number)));
    }

    /** The event does not say which line of the notice it was for: lot (or item), order line and logistic unit tell. */
    static ExpectedReceipt without(ExpectedReceipt expected, TraceEvent receipt) {
        Map<Integer, Quantity> received = new HashMap<>();
        expected.lines().forEach(line -> received.put(line.number(), line.received()));
        LinesByLot byLot = new LinesByLot(expected);
        for (EventLine came : receipt.lines()) {
            Quantity rest = came.quantity();
            for (ExpectedReceipt.Line line :
                    byLot.counting(came.lot(), came.to().container())) {
                if (rest.isZero()) {
                    break;
                }
                if (!came.orderLine().equals(Optional.of(line.orderLine()))) {
                    continue;
                }
                Quantity part = rest.min(received.get(line.number()));
                received.merge(line.number(), part, Quantity::minus);
                rest = rest.minus(part);
            }
        }
        List<ExpectedReceipt.Line> lines = expected.lines().stream()
                .map(line -> line.having(received.get(line.number())))
                .toList();
        return new ExpectedReceipt(expected.notice(), expected.site(), lines);
    }
}
