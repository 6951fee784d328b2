package org.lottrace.edi.asn856.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.lottrace.api.exceptioncase.CaseOpening;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.partner.Party;
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
    /** A customer has a notice of a shipment that is not so, and no other notice says it. */
    private static final String NOTICE_NOT_CORRECTED = "NOTICE_NOT_CORRECTED";

    private final Ledger ledger;
    private final DispositionStore dispositions;
    private final PartyStore partners;
    private final ShipmentNotices notices;
    private final PartnerFolder folder;
    private final Interchanges interchanges;
    private final WithheldInterchanges withheld;
    private final InterchangeStore log;
    private final NoticeCorrections corrections;
    private final CaseOpening cases;

    CustomerDispatch(
            Ledger ledger,
            DispositionStore dispositions,
            PartyStore partners,
            ShipmentNotices notices,
            PartnerFolder folder,
            Interchanges interchanges,
            WithheldInterchanges withheld,
            InterchangeStore log,
            CaseOpening cases) {
        this.ledger = ledger;
        this.dispositions = dispositions;
        this.partners = partners;
        this.notices = notices;
        this.folder = folder;
        this.interchanges = interchanges;
        this.withheld = withheld;
        this.log = log;
        this.cases = cases;
        this.corrections = new NoticeCorrections(ledger, log);
    }

    private boolean isTold(TraceEvent shipment) {
        return corrections.isTold(shipment.id());
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
        if (event.type() == EventType.REVERSE ? !isTold(shipment) : isReversed(shipment)) {
            return Optional.empty();
        }
        String mapping = customer.profile().mapping();
        PartnerSwitches agreed = folder.switches(mapping);
        return corrections
                .purpose(event, shipment, customer, agreed.changes())
                .map(purpose -> new Notice(
                        event,
                        shipment,
                        customer,
                        folder.binding(mapping)
                                .write(message(
                                        mapping,
                                        agreed,
                                        notices.told(shipment, customer, agreed.ssccLevel()),
                                        purpose))));
    }

    /** @return what a person has to tell the customer, for no notice does; empty when one does, or nothing is to be told */
    Optional<Untold> untold(TraceEvent event, Party customer) {
        TraceEvent shipment = shipmentOf(event).orElseThrow();
        if (event.type() == EventType.REVERSE ? !isTold(shipment) : isReversed(shipment)) {
            return Optional.empty();
        }
        return corrections
                .untold(
                        event,
                        shipment,
                        customer,
                        folder.switches(customer.profile().mapping()).changes())
                .map(what -> new Untold(event, shipment, what));
    }

    private ShipNoticeMessage message(String mapping, PartnerSwitches agreed, ToldShipment told, String purpose) {
        if (folder.writesEdifact(mapping)) {
            Names names = new Names(told.shipFrom().name(), told.shipTo().name());
            ShipNoticeMessage message = DespatchWriter.write(told.notice(), names, false);
            message.purpose = NoticePurpose.toEdifact(purpose);
            return message;
        }
        ShipNoticeMessage message = MessageWriter.write(told, agreed);
        message.purpose = purpose;
        return message;
    }

    /**
     * Stores notices for sending or, those of recalled lots, as withheld, in the caller's unit of work, and opens a case for what no
     * notice tells. Idempotent by event id.
     *
     * @throws IllegalStateException if one of them cannot be sent; the message says why
     */
    void send(List<Notice> written, List<Untold> untold) {
        // A recall is recorded under this lock: it is seen here, or it finds the notice stored and unsent.
        ledger.lockHead();
        for (Notice notice : written) {
            if (notice.cancels() ? mustBeCancelled(notice.shipment()) : !isReversed(notice.shipment())) {
                send(notice);
            }
        }
        for (Untold one : untold) {
            if (one.event().type() != EventType.REVERSE || mustBeCancelled(one.shipment())) {
                cases.openOnce(
                        NOTICE_NOT_CORRECTED,
                        one.event().id(),
                        Optional.empty(),
                        one.event().context().site(),
                        one.what());
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
     * What no notice tells the customer.
     *
     * @param event the shipment, or what reverses it
     */
    record Untold(TraceEvent event, TraceEvent shipment, String what) {}

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
