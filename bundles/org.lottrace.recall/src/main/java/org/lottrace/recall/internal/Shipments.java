package org.lottrace.recall.internal;

import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.genealogy.Handover;

/** Which shipment a handover belongs to. */
final class Shipments {
    private Shipments() {}

    /** @return the shipment the goods left with, of a shipment or a return; its place in the ledger when it names none */
    static DocumentReference of(Handover handover) {
        return handover.documents().stream()
                .filter(document -> document.type() == DocumentType.SHIPMENT)
                .findFirst()
                .orElseGet(() -> byPosition(handover.position()));
    }

    private static DocumentReference byPosition(long position) {
        return new DocumentReference(DocumentType.SHIPMENT, "EVENT-" + position);
    }
}
