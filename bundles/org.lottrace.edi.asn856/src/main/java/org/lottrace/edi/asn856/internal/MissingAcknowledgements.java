package org.lottrace.edi.asn856.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.edi.store.InterchangeStore;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.exceptioncase.CaseOpening;
import org.lottrace.api.exceptioncase.ExceptionCase;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.partner.Party;

/**
 * Our ship notices that a customer has not acknowledged (997, 999, 824 or a TA1 that refuses) within the agreed time: a case of the shipment,
 * closed when an answer comes. Called inside a unit of work.
 */
final class MissingAcknowledgements {
    static final String ACKNOWLEDGEMENT_MISSING = "ACKNOWLEDGEMENT_MISSING";

    /** What nobody has missed for so long is not looked for any more. */
    private static final Duration LOOKED_BACK = Duration.ofDays(60);

    /** Of one customer. */
    private static final int MOST = 5_000;

    private static final String BY = "LotTrace";

    private final InterchangeStore log;
    private final Ledger ledger;
    private final CaseOpening cases;

    MissingAcknowledgements(InterchangeStore log, Ledger ledger, CaseOpening cases) {
        this.log = log;
        this.ledger = ledger;
        this.cases = cases;
    }

    /** @return keys of our 856s to the customer that wait for longer than was agreed, the oldest first */
    List<String> waiting(Party customer, PartnerSwitches agreed, Instant now) {
        String address =
                customer.profile().ediAddress().map(EdiAddress::toString).orElseThrow();
        return log.unanswered(
                OutboundTransactionSet.SHIP_NOTICE,
                address,
                now.minus(LOOKED_BACK),
                agreed.calendar().before(now, agreed.acknowledgementHours()),
                MOST);
    }

    /** The time of the answer may have come meanwhile, so it is looked at again. */
    void tell(String key, Party customer, PartnerSwitches agreed) {
        sent(key).filter(record -> record.status() == InterchangeStatus.SENT).ifPresent(record -> ledger.find(
                        new EventId(key))
                .ifPresent(shipment -> cases.openOnce(
                        ACKNOWLEDGEMENT_MISSING,
                        shipment.event().id(),
                        Optional.empty(),
                        shipment.event().context().site(),
                        "customer " + customer.id() + " has not acknowledged our ship notice in interchange "
                                + record.control() + " within " + agreed.acknowledgementHours() + " hours"
                                + (agreed.calendar().hasFreeDays() ? " of its working days" : "")
                                + ": ask whether it came, and send it again if not")));
    }

    /** Closes the case when there is an answer. */
    void lookFor(ExceptionCase missing) {
        sent(missing.event().value())
                .filter(record -> record.status() != InterchangeStatus.SENT)
                .ifPresent(record -> cases.close(
                        missing.event(),
                        open -> open.number() == missing.number(),
                        BY,
                        "answered: " + record.status().code()));
    }

    private Optional<InterchangeRecord> sent(String key) {
        return log.find(OutboundTransactionSet.logKey(OutboundTransactionSet.SHIP_NOTICE, key));
    }
}
