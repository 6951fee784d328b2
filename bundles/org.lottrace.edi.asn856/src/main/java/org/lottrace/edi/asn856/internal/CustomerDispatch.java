package org.lottrace.edi.asn856.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.edi.WithheldInterchanges;
import org.lottrace.api.edi.store.InterchangeStore;
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
import org.lottrace.edi.asn856.internal.NoticeCorrections.Answer;
import org.lottrace.edi.asn856.internal.wire.ShipNoticeMessage;

/**
 * Makes the 856 of a shipment and stores it for sending; that of a recalled lot is withheld. When a shipment is reversed its
 * notice is not sent any more, or, when it was, its customer is told as {@link NoticeCorrections} says.
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
        this.cases = cases;
        this.corrections = new NoticeCorrections(ledger, log);
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
     * @return the notice as it leaves, if one does
     * @throws RuntimeException if it cannot be made; the message says why
     */
    Draft draft(TraceEvent event, Party customer) {
        TraceEvent shipment = shipmentOf(event).orElseThrow();
        return written(event, shipment, customer, answer(event, shipment, customer));
    }

    private Answer answer(TraceEvent event, TraceEvent shipment, Party customer) {
        return corrections.answer(
                event,
                shipment,
                customer,
                folder.switches(customer.profile().mapping()).changes());
    }

    private Draft written(TraceEvent event, TraceEvent shipment, Party customer, Answer answer) {
        String mapping = customer.profile().mapping();
        PartnerSwitches agreed = folder.switches(mapping);
        return new Draft(event, shipment, customer, answer, answer.purpose().map(purpose -> folder.binding(mapping)
                .write(message(mapping, agreed, notices.told(answer.about(), customer, agreed.ssccLevel()), purpose))));
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
     * notice tells. A notice that waits when its shipment is reversed is withheld, so that the customer never hears of it. Idempotent by
     * event id.
     *
     * @throws IllegalStateException if one of them cannot be sent; the message says why
     */
    void send(List<Draft> drafts) {
        // A recall, a reversal or a shipment is recorded under this lock: it is seen here, or it finds the notice
        // stored and unsent.
        ledger.lockHead();
        List<Draft> untold = drafts.stream()
                .map(this::sent)
                .filter(draft -> draft.answer().untold().isPresent())
                .toList();
        untold.forEach(this::tell); // cases are the last that is written
    }

    /** @return what is told of it now */
    private Draft sent(Draft draft) {
        if (draft.isReversal()) {
            withheld.withhold(InboundShipNotices.CODE, draft.shipment().id().value());
        }
        Answer now = answer(draft.event(), draft.shipment(), draft.customer());
        Draft told =
                draft.answer().equals(now) ? draft : written(draft.event(), draft.shipment(), draft.customer(), now);
        if (told.xml().isPresent()) {
            store(told);
        }
        return told;
    }

    private void tell(Draft draft) {
        cases.openOnce(
                NOTICE_NOT_CORRECTED,
                draft.event().id(),
                Optional.empty(),
                draft.event().context().site(),
                draft.answer().untold().orElseThrow());
    }

    /** @param withheld whether it waits until its lots are taken out of a recall */
    OutboundTransactionSet set(Draft draft, boolean withheld) {
        String mapping = draft.customer().profile().mapping();
        boolean isEdifact = folder.writesEdifact(mapping);
        return new OutboundTransactionSet(
                isEdifact ? InboundDespatchAdvices.CODE : InboundShipNotices.CODE,
                isEdifact ? "" : FUNCTIONAL_ID,
                folder.switches(mapping).version(),
                draft.customer(),
                draft.event().id().value(),
                draft.xml().orElseThrow(),
                withheld);
    }

    private void store(Draft draft) {
        List<Violation> problems = interchanges.send(set(draft, !draft.isReversal() && isRecalled(draft.shipment())));
        if (!problems.isEmpty()) {
            throw new IllegalStateException(
                    "the ship notice of " + draft.event().id() + " to customer "
                            + draft.customer().id() + " cannot be sent: "
                            + problems.stream().map(Violation::toString).collect(Collectors.joining("; ")));
        }
    }

    /**
     * What an event tells a customer, not stored yet.
     *
     * @param event the shipment, or what reverses it
     * @param xml the notice; empty when the answer has none
     */
    record Draft(TraceEvent event, TraceEvent shipment, Party customer, Answer answer, Optional<String> xml) {
        boolean isReversal() {
            return event.type() == EventType.REVERSE;
        }

        /** @return false when nothing is told, and nothing that waits is withheld */
        boolean isNeeded() {
            return isReversal() || !answer.isNothing();
        }
    }
}
