package org.lottrace.edi.asn856.internal;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.edi.WithheldInterchanges;
import org.lottrace.api.edi.store.InterchangeStore;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.DispositionStore;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.transaction.StaleWriteException;
import org.lottrace.api.transaction.StoreUnavailableException;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.lottrace.edi.asn856.internal.MessageWriter.Names;
import org.lottrace.edi.asn856.internal.wire.ShipNoticeMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the 856 of one shipment; that of a recalled lot is stored and withheld. When a shipment is reversed its notice is not
 * sent any more, or, when it was, cancelled by another one with the same number.
 */
final class CustomerDispatch {
    private static final Logger LOG = LoggerFactory.getLogger(CustomerDispatch.class);
    private static final String FUNCTIONAL_ID = "SH";
    private static final String VERSION = "004010";
    /** BSN01 (data element 353): cancellation. */
    private static final String CANCELLATION = "01";

    private final UnitOfWork unitOfWork;
    private final LedgerStore ledger;
    private final DispositionStore dispositions;
    private final PartyStore partners;
    private final ShipmentNotices notices;
    private final PartnerFolder folder;
    private final Interchanges interchanges;
    private final WithheldInterchanges withheld;
    private final InterchangeStore log;

    CustomerDispatch(
            UnitOfWork unitOfWork,
            LedgerStore ledger,
            DispositionStore dispositions,
            PartyStore partners,
            ShipmentNotices notices,
            PartnerFolder folder,
            Interchanges interchanges,
            WithheldInterchanges withheld,
            InterchangeStore log) {
        this.unitOfWork = unitOfWork;
        this.ledger = ledger;
        this.dispositions = dispositions;
        this.partners = partners;
        this.notices = notices;
        this.folder = folder;
        this.interchanges = interchanges;
        this.withheld = withheld;
        this.log = log;
    }

    /** Withholds the notice of a reversed shipment if it can: then its customer never heard of it. */
    private boolean mustBeCancelled(TraceEvent shipment) {
        String key = shipment.id().value();
        return unitOfWork.required(() -> !withheld.withhold(InboundShipNotices.CODE, key)
                && log.find(OutboundTransactionSet.logKey(InboundShipNotices.CODE, key))
                        .filter(record -> record.status() != InterchangeStatus.WITHHELD)
                        .isPresent());
    }

    private boolean isReversed(TraceEvent shipment) {
        return unitOfWork.required(() -> shipment.document(DocumentType.SHIPMENT)
                .map(number -> InForce.of(ledger.byDocument(number)).stream()
                        .noneMatch(recorded -> recorded.event().id().equals(shipment.id())))
                .orElse(false));
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
                .map(original ->
                        unitOfWork.required(() -> ledger.find(original)).map(RecordedEvent::event))
                .orElse(Optional.of(event))
                .filter(original -> original.type() == EventType.SHIP);
    }

    /**
     * Called outside any unit of work. Idempotent by event id.
     *
     * @return why it could not be sent; empty when it is stored for sending, or withheld
     */
    List<Violation> send(TraceEvent event, Party customer) {
        boolean cancels = event.type() == EventType.REVERSE;
        try {
            TraceEvent shipment = shipmentOf(event).orElseThrow();
            if (cancels ? !mustBeCancelled(shipment) : isReversed(shipment)) {
                return List.of();
            }
            String mapping = customer.profile().mapping();
            ShipNotice notice = notices.notice(shipment, customer, folder.ssccLevel(mapping));
            Names names = new Names(notices.site(shipment).name(), customer.name());
            ShipNoticeMessage message = MessageWriter.write(notice, names);
            message.purpose = cancels ? CANCELLATION : message.purpose;
            String xml = folder.binding(mapping).write(message);
            return unitOfWork.required(() -> {
                // A recall is recorded under this lock: it is seen here, or it finds the notice stored and unsent.
                ledger.lockHead();
                return interchanges.send(new OutboundTransactionSet(
                        InboundShipNotices.CODE,
                        FUNCTIONAL_ID,
                        VERSION,
                        customer,
                        event.id().value(),
                        xml,
                        !cancels && (isRecalled(shipment) || isReversed(shipment))));
            });
        } catch (BindingBrokenException e) {
            return List.of(new Violation("BINDING_BROKEN", "", e.getMessage()));
        } catch (StoreUnavailableException | StaleWriteException e) {
            throw e;
        } catch (RuntimeException e) {
            // the edge of the program: whatever is wrong with one shipment must not keep those of other customers
            // waiting
            LOG.error("ship notice failed event={}", event.id(), e);
            return List.of(new Violation("NOTICE_NOT_POSSIBLE", "", String.valueOf(e.getMessage())));
        }
    }
}
