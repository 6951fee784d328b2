package org.lottrace.thirdparty.internal;

import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.thirdparty.StockDocument;

/** Under which number a shipment of a third party leaves: its own, unless another shipment has left under it. */
final class ShipmentNumbers {
    private final Ledger ledger;

    ShipmentNumbers(Ledger ledger) {
        this.ledger = ledger;
    }

    String numberOf(StockDocument advice) {
        DocumentReference number = new DocumentReference(DocumentType.SHIPMENT, advice.number());
        boolean isTaken = InForce.of(ledger.byDocument(number)).stream()
                .anyMatch(recorded -> recorded.event().type() == EventType.SHIP);
        return isTaken ? advice.warehouse() + "-" + advice.number() : advice.number();
    }
}
