package org.lottrace.edi.asn856.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    /**
     * What the customer is told of an event.
     *
     * @param about the shipment that the notice says: as it is in force, or as the customer knows it when it is cancelled
     * @param purpose BSN01 of the notice; empty when there is none
     * @param untold what a person has to tell; empty when a notice tells it, of this event or of another one, or when there is nothing to tell
     */
    record Answer(TraceEvent about, Optional<String> purpose, Optional<String> untold) {
        boolean isNothing() {
            return purpose.isEmpty() && untold.isEmpty();
        }
    }

    /** @param event a shipment, or what reverses one; asked later, when others have been recorded, it may be answered in another way */
    Answer answer(TraceEvent event, TraceEvent shipment, Party customer, ChangedNotice agreed) {
        List<RecordedEvent> ofNumber =
                shipment.document(DocumentType.SHIPMENT).map(ledger::byDocument).orElse(List.of());
        Optional<TraceEvent> heard = heard(event, ofNumber, customer);
        List<TraceEvent> inForce = InForce.of(ofNumber).stream()
                .map(RecordedEvent::event)
                .filter(other -> isTo(other, customer))
                .toList();
        if (event.type() == EventType.REVERSE) {
            return heard.map(known -> ended(known, !inForce.isEmpty(), customer, agreed))
                    .orElseGet(() -> nothing(shipment));
        }
        if (!ofNumber.isEmpty()
                && inForce.stream().noneMatch(other -> other.id().equals(event.id()))) {
            return nothing(shipment);
        }
        if (heard.isEmpty()) {
            return notice(shipment, ORIGINAL);
        }
        boolean isReceived = isReceived(heard.get());
        return isReceived || agreed.purpose().isEmpty()
                ? person(shipment, customer, "recorded again", isReceived)
                : notice(shipment, agreed.purpose());
    }

    /** @param isFollowed whether another shipment has taken its place, of which the customer is told what is to be told */
    private Answer ended(TraceEvent known, boolean isFollowed, Party customer, ChangedNotice agreed) {
        boolean isReceived = isReceived(known);
        if (agreed.cancels() && !isReceived && !(isFollowed && agreed.isOneNotice())) {
            return notice(known, CANCELLATION);
        }
        return isFollowed ? nothing(known) : person(known, customer, "reversed", isReceived);
    }

    private static Answer nothing(TraceEvent about) {
        return new Answer(about, Optional.empty(), Optional.empty());
    }

    private static Answer notice(TraceEvent about, String purpose) {
        return new Answer(about, Optional.of(purpose), Optional.empty());
    }

    private static Answer person(TraceEvent about, Party customer, String how, boolean isReceived) {
        String what = "customer " + customer.id() + " has our ship notice " + number(about) + ", and the shipment was "
                + how + (isReceived ? " after it said what came" : "") + ": no notice says so; tell the customer";
        return new Answer(about, Optional.empty(), Optional.of(what));
    }

    /**
     * @return the shipment that the customer takes for true before the event: the last of that number of which it was told, or is about to be;
     *     empty when that has been cancelled since, or when there is none
     */
    private Optional<TraceEvent> heard(TraceEvent event, List<RecordedEvent> ofNumber, Party customer) {
        long position = ofNumber.stream()
                .filter(recorded -> recorded.event().id().equals(event.id()))
                .mapToLong(RecordedEvent::position)
                .findFirst()
                .orElse(Long.MAX_VALUE);
        Set<EventId> shipments = ofNumber.stream()
                .map(RecordedEvent::event)
                .filter(other -> isTo(other, customer))
                .map(TraceEvent::id)
                .collect(Collectors.toSet());
        return ofNumber.stream()
                .filter(recorded -> recorded.position() < position)
                .sorted(Comparator.comparingLong(RecordedEvent::position).reversed())
                .map(RecordedEvent::event)
                .filter(other -> shipments.contains(InForce.reversedBy(other).orElse(other.id())) && isTold(other.id()))
                .findFirst()
                .filter(other -> other.type() == EventType.SHIP);
    }

    private boolean isTold(EventId event) {
        return sent(event).isPresent();
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
