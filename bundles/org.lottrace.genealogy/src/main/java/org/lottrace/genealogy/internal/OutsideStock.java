package org.lottrace.genealogy.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.genealogy.Handover;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * What customers have and did not send back. A return is of the shipment it names, else of the one in the same logistic
 * unit, else of the oldest that is left.
 */
final class OutsideStock {
    private final List<Handover> shipped = new ArrayList<>();
    private final List<Quantity> left = new ArrayList<>();

    /**
     * What is left of a shipment.
     *
     * @param position the party, with the logistic unit it was shipped in
     */
    record Shipped(LotKey lot, Position position, Quantity quantity, List<DocumentReference> documents) {}

    private OutsideStock() {}

    /** @param handovers of some lots, in ledger order */
    static List<Shipped> of(List<Handover> handovers) {
        OutsideStock stock = new OutsideStock();
        for (Handover handover : handovers) {
            if (handover.isOutgoing()) {
                stock.shipped.add(handover);
                stock.left.add(handover.quantity());
            } else if (handover.type() == EventType.RETURN) {
                stock.takeBack(handover);
            }
        }
        return stock.whatIsLeft();
    }

    private void takeBack(Handover back) {
        Comparator<Integer> bestFirst = Comparator.comparing((Integer i) -> !nameTheSameShipment(shipped.get(i), back))
                .thenComparing(i -> !shipped.get(i).container().equals(back.container()));
        List<Integer> candidates = new ArrayList<>();
        for (int i = 0; i < shipped.size(); i++) {
            if (shipped.get(i).lot().equals(back.lot())
                    && shipped.get(i).party().equals(back.party())) {
                candidates.add(i);
            }
        }
        candidates.sort(bestFirst);
        Quantity rest = back.quantity();
        for (int i : candidates) {
            Quantity taken = rest.min(left.get(i));
            left.set(i, left.get(i).minus(taken));
            rest = rest.minus(taken);
        }
    }

    private List<Shipped> whatIsLeft() {
        List<Shipped> outside = new ArrayList<>();
        for (int i = 0; i < shipped.size(); i++) {
            Handover shipment = shipped.get(i);
            if (left.get(i).isPositive()) {
                outside.add(new Shipped(
                        shipment.lot(),
                        new Position(Place.party(shipment.party()), shipment.container()),
                        left.get(i),
                        shipment.documents()));
            }
        }
        return outside;
    }

    private static boolean nameTheSameShipment(Handover shipment, Handover back) {
        return shipment.documents().stream()
                .filter(document -> document.type() == DocumentType.SHIPMENT)
                .map(DocumentReference::number)
                .anyMatch(number -> back.documents().contains(new DocumentReference(DocumentType.SHIPMENT, number)));
    }
}
