package org.lottrace.movement.capture.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.transaction.StaleWriteException;
import org.lottrace.api.violation.ViolationPath;

/**
 * The number under which a shipment is recorded. One that another shipment has refuses a request; what a report says has left
 * is told apart by what is put behind its number.
 *
 * @param recorded the one that no other shipment has
 * @param told what the event says of it: the number as it was reported, when that is another one
 */
record ShipmentNumber(DocumentReference recorded, List<KeyDatum> told) {
    private static final String SHIPMENT_NUMBER_IN_USE = "SHIPMENT_NUMBER_IN_USE";
    private static final int LONGEST = 50;

    static ShipmentNumber of(DocumentReference number, Ledger ledger, Findings findings) {
        if (shipments(number, ledger).isEmpty()) {
            return new ShipmentNumber(number, List.of());
        }
        DocumentReference free = free(number, ledger);
        findings.breach(
                SHIPMENT_NUMBER_IN_USE,
                ViolationPath.of("number"),
                number + " has left: "
                        + (findings.isReport()
                                ? "this one is recorded as " + free.number() + "; find out which number it has"
                                : "give this one another number"));
        return new ShipmentNumber(free, List.of(KeyDataElement.NUMBER_TOLD.is(new KeyDataValue.Text(number.number()))));
    }

    /**
     * Looks once more, when nobody else can record anything: two shipments of different goods wait for each other nowhere before. Events are
     * read only when there is another one under the number.
     *
     * @throws StaleWriteException if another one has left under the number meanwhile, so that the work begins again
     */
    static void stillFree(TraceEvent shipment, Ledger ledger, LedgerStore events) {
        shipment.document(DocumentType.SHIPMENT)
                .filter(number -> events.positionsOf(number).size() > 1)
                .ifPresent(
                        number -> StaleWriteException.requireLocked(Set.of(shipment.id()), shipments(number, ledger)));
    }

    private static List<EventId> shipments(DocumentReference number, Ledger ledger) {
        return InForce.of(ledger.byDocument(number)).stream()
                .filter(recorded -> recorded.event().type() == EventType.SHIP)
                .map(recorded -> recorded.event().id())
                .toList();
    }

    /** @return true when the event was reported or recorded under that number */
    static boolean isOf(TraceEvent event, DocumentReference number) {
        return event.documents().contains(number)
                || KeyDatum.find(event.keyData(), KeyDataElement.NUMBER_TOLD)
                        .map(KeyDataValue::text)
                        .equals(Optional.of(number.number()));
    }

    private static DocumentReference free(DocumentReference number, Ledger ledger) {
        return IntStream.iterate(2, next -> next + 1)
                .mapToObj(next -> "#" + next)
                .map(mark ->
                        number.number().substring(0, Math.min(number.number().length(), LONGEST - mark.length()))
                                + mark)
                .map(told -> new DocumentReference(number.type(), told))
                .filter(apart -> ledger.byDocument(apart).isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
