package org.lottrace.edi.asn856.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.lottrace.api.violation.Violation;
import org.lottrace.edi.asn856.internal.MessageWriter.Names;

/** Makes the 856 of a shipment and stores it for sending; that of a recalled lot is withheld. */
final class CustomerDispatch {
    private static final String FUNCTIONAL_ID = "SH";
    private static final String VERSION = "004010";

    private final Ledger ledger;
    private final DispositionStore dispositions;
    private final PartyStore partners;
    private final ShipmentNotices notices;
    private final PartnerFolder folder;
    private final Interchanges interchanges;

    CustomerDispatch(
            Ledger ledger,
            DispositionStore dispositions,
            PartyStore partners,
            ShipmentNotices notices,
            PartnerFolder folder,
            Interchanges interchanges) {
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
     * @return the notice as it leaves, the same whenever it is asked
     * @throws RuntimeException if it cannot be made; the message says why
     */
    Notice notice(TraceEvent shipment, Party customer) {
        String mapping = customer.profile().mapping();
        ShipNotice notice = notices.notice(shipment, customer, folder.ssccLevel(mapping));
        Names names = new Names(notices.site(shipment).name(), customer.name());
        return new Notice(shipment, customer, folder.binding(mapping).write(MessageWriter.write(notice, names)));
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
            List<Violation> problems = interchanges.send(new OutboundTransactionSet(
                    InboundShipNotices.CODE,
                    FUNCTIONAL_ID,
                    VERSION,
                    notice.customer(),
                    notice.shipment().id().value(),
                    notice.xml(),
                    isRecalled(notice.shipment())));
            if (!problems.isEmpty()) {
                throw new IllegalStateException(
                        "the ship notice of " + notice.shipment().id() + " to customer "
                                + notice.customer().id() + " cannot be sent: "
                                + problems.stream().map(Violation::toString).collect(Collectors.joining("; ")));
            }
        }
    }

    /** A ship notice that was made and not stored yet. */
    record Notice(TraceEvent shipment, Party customer, String xml) {}
}
