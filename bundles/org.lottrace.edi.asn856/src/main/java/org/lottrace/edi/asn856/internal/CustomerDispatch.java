package org.lottrace.edi.asn856.internal;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.DispositionStore;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the 856 of one shipment; that of a recalled lot is stored and withheld. */
final class CustomerDispatch {
    private static final Logger LOG = LoggerFactory.getLogger(CustomerDispatch.class);
    private static final String FUNCTIONAL_ID = "SH";
    private static final String VERSION = "004010";

    private final UnitOfWork unitOfWork;
    private final Ledger ledger;
    private final DispositionStore dispositions;
    private final PartyStore partners;
    private final ShipmentNotices notices;
    private final PartnerFolder folder;
    private final Interchanges interchanges;

    CustomerDispatch(
            UnitOfWork unitOfWork,
            Ledger ledger,
            DispositionStore dispositions,
            PartyStore partners,
            ShipmentNotices notices,
            PartnerFolder folder,
            Interchanges interchanges) {
        this.unitOfWork = unitOfWork;
        this.ledger = ledger;
        this.dispositions = dispositions;
        this.partners = partners;
        this.notices = notices;
        this.folder = folder;
        this.interchanges = interchanges;
    }

    private boolean isRecalled(TraceEvent shipment) {
        List<LotKey> lots =
                shipment.lines().stream().map(EventLine::lot).distinct().toList();
        return dispositions.of(lots).stream().anyMatch(lot -> lot.disposition() == Disposition.RECALLED);
    }

    /** @return the customer of the event when it is a shipment to one that exchanges by EDI */
    Optional<Party> recipient(TraceEvent event) {
        return event.type() == EventType.SHIP
                ? ShipmentNotices.customer(event)
                        .flatMap(partners::find)
                        .filter(party -> party.profile().ediAddress().isPresent())
                : Optional.empty();
    }

    /**
     * Called outside any unit of work. Idempotent by event id.
     *
     * @return why it could not be sent; empty when it is stored for sending, or withheld
     */
    List<Violation> send(TraceEvent shipment, Party customer) {
        try {
            String mapping = customer.profile().mapping();
            ShipNotice notice = notices.notice(shipment, customer, folder.ssccLevel(mapping));
            Names names = new Names(notices.site(shipment).name(), customer.name());
            String xml = folder.binding(mapping).write(MessageWriter.write(notice, names));
            return unitOfWork.required(() -> {
                // A recall is recorded under this lock: it is seen here, or it finds the notice stored and unsent.
                ledger.lockHead();
                return interchanges.send(new OutboundTransactionSet(
                        InboundShipNotices.CODE,
                        FUNCTIONAL_ID,
                        VERSION,
                        customer,
                        shipment.id().value(),
                        xml,
                        isRecalled(shipment)));
            });
        } catch (BindingBrokenException e) {
            return List.of(new Violation("BINDING_BROKEN", "", e.getMessage()));
        } catch (StoreUnavailableException | StaleWriteException e) {
            throw e;
        } catch (RuntimeException e) {
            // the edge of the program: whatever is wrong with one shipment must not keep those of other customers
            // waiting
            LOG.error("ship notice failed event={}", shipment.id(), e);
            return List.of(new Violation("NOTICE_NOT_POSSIBLE", "", String.valueOf(e.getMessage())));
        }
    }
}
