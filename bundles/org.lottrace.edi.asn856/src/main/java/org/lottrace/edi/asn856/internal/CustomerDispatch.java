package org.lottrace.edi.asn856.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.edi.WithheldInterchanges;
import org.lottrace.api.edi.store.InterchangeStore;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.DispositionStore;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.violation.Violation;
import org.lottrace.edi.asn856.internal.MessageWriter.Names;
import org.lottrace.edi.asn856.internal.wire.ShipNoticeMessage;

/**
 * Makes the 856 of a shipment and stores it for sending; that of a recalled lot is withheld. When a shipment is reversed its
 * notice is not sent any more, or, when it was, cancelled by another one with the same number.
 */
final class CustomerDispatch {
    private static final String FUNCTIONAL_ID = "SH";
    /** BSN01 (data element 353): cancellation. */
    private static final String CANCELLATION = "01";

    private final Ledger ledger;
    private final DispositionStore dispositions;
    private final PartyStore partners;
    private final ShipmentNotices notices;
    private final PartnerFolder folder;
    private final Interchanges interchanges;
    private final WithheldInterchanges withheld;
    private final InterchangeStore log;

    CustomerDispatch(
            Ledger ledger,
            DispositionStore dispositions,
            PartyStore partners,
            ShipmentNotices notices,
            PartnerFolder folder,
            Interchanges interchanges,
            WithheldInterchanges withheld,
            InterchangeStore log) {
        this.ledger = ledger;
        this.dispositions = dispositions;
        this.partners = partners;
        this.notices = notices;
        this.folder = folder;
        this.interchanges = interchanges;
        this.withheld = withheld;
        this.log = log;
    }

    /** @return whether the customer has heard of the shipment, or is about to */
    private boolean isTold(TraceEvent shipment) {
        return log.find(OutboundTransactionSet.logKey(
                        InboundShipNotices.CODE, shipment.id().value()))
                .filter(record -> record.status() != InterchangeStatus.WITHHELD)
                .isPresent();
    }

    /** Withholds the notice of a reversed shipment if it can: then its customer never heard of it. */
    private boolean mustBeCancelled(TraceEvent shipment) {
        return !withheld.withhold(InboundShipNotices.CODE, shipment.id().value()) && isTold(shipment);
    }

    private boolean isReversed(TraceEvent shipment) {
        return shipment.document(DocumentType.SHIPMENT)
                .map(number -> InForce.of(ledger.byDocument(number)).stream()
                        .noneMatch(recorded -> recorded.event().id().equals(shipment.id())))
                .orElse(false);
    }

    private boolean isRecalled(TraceEvent shipment) {
        List<LotKey> lots =
                shipment.lines().stream().map(EventLine::lot).distinct().toList();
        return dispositions.of(lots).stream().anyMatch(lot -> lot.disposition() == Disposition.RECALLED);
    }

    /** @return the customer of the event when it is a shipment, or reverses one, to one that exchanges by EDI */
    Optional<Party> recipient(TraceEvent event) {
        return shipmentOf(event)
                .flatMap(ShipmentNotices::customer)
                .flatMap(partners::find)
                .filter(party -> party.profile().ediAddress().isPresent());
    }

    /** @return the event itself or the one it reverses when that is a shipment */
    private Optional<TraceEvent> shipmentOf(TraceEvent event) {
        return InForce.reversedBy(event)
                .map(original -> ledger.find(original).map(RecordedEvent::event))
                .orElse(Optional.of(event))
                .filter(original -> original.type() == EventType.SHIP);
    }

    /**
     * Makes no notice that nobody needs: one that cannot be made would hold back the later ones of its customer.
     *
     * @param event a shipment to that customer, or what reverses it
     * @return the notice as it leaves, the same whenever it is asked; empty when the shipment was reversed and the customer has
     *     not heard of it
     * @throws RuntimeException if it cannot be made; the message says why
     */
    Optional<Notice> notice(TraceEvent event, Party customer) {
        TraceEvent shipment = shipmentOf(event).orElseThrow();
        boolean cancels = event.type() == EventType.REVERSE;
        if (cancels ? !isTold(shipment) : isReversed(shipment)) {
            return Optional.empty();
        }
        String mapping = customer.profile().mapping();
        ShipNotice notice = notices.notice(shipment, customer, folder.ssccLevel(mapping));
        Names names = new Names(notices.site(shipment).name(), customer.name());
        return Optional.of(new Notice(
                event, shipment, customer, folder.binding(mapping).write(message(mapping, notice, names, cancels))));
    }

    private ShipNoticeMessage message(String mapping, ShipNotice notice, Names names, boolean cancels) {
        if (folder.writesEdifact(mapping)) {
            return DespatchWriter.write(notice, names, cancels);
        }
        ShipNoticeMessage message = MessageWriter.write(notice, names);
        message.purpose = cancels ? CANCELLATION : message.purpose;
        return message;
    }

    /**
     * Stores notices for sending or, those of recalled lots, as withheld, in the caller's unit of work. Idempotent by event id.
     *
     * @throws IllegalStateException if one of them cannot be sent; the message says why
     */
    void send(List<Notice> written) {
        // A recall is recorded under this lock: it is seen here, or it finds the notice stored and unsent.
        ledger.lockHead();
        for (Notice notice : written) {
            if (notice.cancels() ? mustBeCancelled(notice.shipment()) : !isReversed(notice.shipment())) {
                send(notice);
            }
        }
    }

    /** @param withheld whether it waits until its lots are taken out of a recall */
    OutboundTransactionSet set(Notice notice, boolean withheld) {
        String mapping = notice.customer().profile().mapping();
        boolean isEdifact = folder.writesEdifact(mapping);
        return new OutboundTransactionSet(
                isEdifact ? InboundDespatchAdvices.CODE : InboundShipNotices.CODE,
                isEdifact ? "" : FUNCTIONAL_ID,
                folder.switches(mapping).version(),
                notice.customer(),
                notice.event().id().value(),
                notice.xml(),
                withheld);
    }

    private void send(Notice notice) {
        List<Violation> problems = interchanges.send(set(notice, !notice.cancels() && isRecalled(notice.shipment())));
        if (!problems.isEmpty()) {
            throw new IllegalStateException(
                    "the ship notice of " + notice.event().id() + " to customer "
                            + notice.customer().id() + " cannot be sent: "
                            + problems.stream().map(Violation::toString).collect(Collectors.joining("; ")));
        }
    }

    /**
     * A ship notice that was made and not stored yet.
     *
     * @param event the shipment, or what reverses it
     */
    record Notice(TraceEvent event, TraceEvent shipment, Party customer, String xml) {
        boolean cancels() {
            return event.type() == EventType.REVERSE;
        }
    }
}
