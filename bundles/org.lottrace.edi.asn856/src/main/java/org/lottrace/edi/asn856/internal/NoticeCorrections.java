package org.lottrace.edi.asn856.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.edi.SentInterchanges;
import org.lottrace.api.edi.store.InterchangeStore;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.partner.Party;
import org.lottrace.api.violation.Violation;

/**
 * What a customer is told when a shipment of which it has heard is reversed, or recorded again under its number: a notice with another
 * purpose, or nothing, and then a person has to do it. Once the customer has said what came, no notice changes that.
 *
 * <p>Source: X12 data element 353 (BSN01): 00 original, 01 cancellation, 04 change, 05 replacement.
 */
final class NoticeCorrections {
    private static final String ORIGINAL = "00";
    private static final String CANCELLATION = "01";
    private static final String TAKEN_BACK = SentInterchanges.RECEIPT + "CANCELLED";

    private final Ledger ledger;
    private final InterchangeStore log;

    NoticeCorrections(Ledger ledger, InterchangeStore log) {
        this.ledger = ledger;
        this.log = log;
    }

    /** @return whether the customer has heard of the shipment, or is about to */
    boolean isTold(EventId shipment) {
        return sent(shipment).isPresent();
    }

    /**
     * @param event a shipment in force, or what reverses one of which the customer has heard
     * @return BSN01 of the notice that tells it; empty when none does
     */
    Optional<String> purpose(TraceEvent event, TraceEvent shipment, Party customer, ChangedNotice agreed) {
        Optional<TraceEvent> other = other(event, shipment, customer);
        if (event.type() == EventType.REVERSE) {
            boolean isRest = other.isPresent() && agreed.isOneNotice();
            return agreed.cancels() && !isRest && !isReceived(shipment) ? Optional.of(CANCELLATION) : Optional.empty();
        }
        if (other.isEmpty()) {
            return Optional.of(ORIGINAL);
        }
        return isReceived(other.get()) || agreed.purpose().isEmpty() ? Optional.empty() : Optional.of(agreed.purpose());
    }

    /** @return what a person has to tell; empty when a notice tells it, of this event or of the one that takes its place */
    Optional<String> untold(TraceEvent event, TraceEvent shipment, Party customer, ChangedNotice agreed) {
        if (purpose(event, shipment, customer, agreed).isPresent()) {
            return Optional.empty();
        }
        Optional<TraceEvent> other = other(event, shipment, customer);
        if (event.type() == EventType.REVERSE && other.isPresent()) {
            return Optional.empty(); // said of the shipment that takes its place, by notice or by case
        }
        TraceEvent heardOf = event.type() == EventType.REVERSE ? shipment : other.orElseThrow();
        String what = "customer " + customer.id() + " has our ship notice " + number(shipment)
                + ", and the shipment was " + (event.type() == EventType.REVERSE ? "reversed" : "recorded again");
        return Optional.of(what + (isReceived(heardOf) ? " after it said what came" : "")
                + ": no notice says so; tell the customer");
    }

    /**
     * @return of a reversal the shipment that takes the place of the reversed one; of a shipment the reversed one whose place it takes,
     *     when the customer has heard of that and not of its end
     */
    private Optional<TraceEvent> other(TraceEvent event, TraceEvent shipment, Party customer) {
        List<RecordedEvent> ofNumber =
                shipment.document(DocumentType.SHIPMENT).map(ledger::byDocument).orElse(List.of());
        if (event.type() == EventType.REVERSE) {
            return InForce.of(ofNumber).stream()
                    .map(RecordedEvent::event)
                    .filter(other -> isTo(other, customer))
                    .findFirst();
        }
        return ofNumber.stream()
                .sorted(Comparator.comparingLong(RecordedEvent::position).reversed())
                .map(RecordedEvent::event)
                .filter(other -> isTo(other, customer) && !other.id().equals(shipment.id()) && isTold(other.id()))
                .findFirst()
                .filter(other -> ofNumber.stream()
                        .map(RecordedEvent::event)
                        .filter(undo -> InForce.reversedBy(undo).equals(Optional.of(other.id())))
                        .noneMatch(undo -> isTold(undo.id())));
    }

    private static boolean isTo(TraceEvent event, Party customer) {
        return event.type() == EventType.SHIP
                && ShipmentNotices.customer(event).filter(customer.id()::equals).isPresent();
    }

    /** The last that the customer said of it counts. */
    private boolean isReceived(TraceEvent shipment) {
        return sent(shipment.id()).stream()
                .flatMap(record -> record.problems().stream())
                .map(Violation::code)
                .filter(code -> code.startsWith(SentInterchanges.RECEIPT))
                .reduce((first, last) -> last)
                .filter(last -> !last.equals(TAKEN_BACK))
                .isPresent();
    }

    private Optional<InterchangeRecord> sent(EventId shipment) {
        return log.find(OutboundTransactionSet.logKey(OutboundTransactionSet.SHIP_NOTICE, shipment.value()))
                .filter(record -> record.status() != InterchangeStatus.WITHHELD);
    }

    private static String number(TraceEvent shipment) {
        return shipment.document(DocumentType.SHIPMENT)
                .map(document -> document.number())
                .orElse("");
    }
}
