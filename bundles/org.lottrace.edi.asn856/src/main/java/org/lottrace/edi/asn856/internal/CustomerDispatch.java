package org.lottrace.edi.asn856.internal;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.store.PartyStore;
import org.lottrace.api.store.StaleWriteException;
import org.lottrace.api.store.StoreUnavailableException;
import org.lottrace.api.violation.Violation;
import org.lottrace.edi.asn856.internal.MessageWriter.Names;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the 856 of one shipment. */
final class CustomerDispatch {
    private static final Logger LOG = LoggerFactory.getLogger(CustomerDispatch.class);
    private static final String FUNCTIONAL_ID = "SH";
    private static final String VERSION = "004010";

    private final PartyStore partners;
    private final ShipmentNotices notices;
    private final PartnerFolder folder;
    private final Interchanges interchanges;

    CustomerDispatch(PartyStore partners, ShipmentNotices notices, PartnerFolder folder, Interchanges interchanges) {
        this.partners = partners;
        this.notices = notices;
        this.folder = folder;
        this.interchanges = interchanges;
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
     * @return why it could not be sent; empty when it is stored for sending
     */
    List<Violation> send(TraceEvent shipment, Party customer) {
        try {
            String mapping = customer.profile().mapping();
            ShipNotice notice = notices.notice(shipment, customer, folder.ssccLevel(mapping));
            Names names = new Names(notices.site(shipment).name(), customer.name());
            String xml = folder.binding(mapping).write(MessageWriter.write(notice, names));
            return interchanges.send(new OutboundTransactionSet(
                    InboundShipNotices.CODE,
                    FUNCTIONAL_ID,
                    VERSION,
                    customer,
                    shipment.id().value(),
                    xml));
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
