package org.lottrace.recall.internal;

import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.genealogy.Handover;

/** Which shipment a handover belongs to. */
final class Shipments {
    private static final int DOCUMENT_NUMBER_LENGTH = 50;

    private Shipments() {}

    /** @return the shipment the goods left with, of a shipment or a return; its event when it names none */
    static DocumentReference of(Handover handover) {
        return handover.documents().stream()
                .filter(document -> document.type() == DocumentType.SHIPMENT)
                .findFirst()
                .orElseGet(() -> byEvent(handover.event().value()));
    }

    private static DocumentReference byEvent(String id) {
        return new DocumentReference(
                DocumentType.SHIPMENT, id.substring(0, Math.min(id.length(), DOCUMENT_NUMBER_LENGTH)));
    }
}
