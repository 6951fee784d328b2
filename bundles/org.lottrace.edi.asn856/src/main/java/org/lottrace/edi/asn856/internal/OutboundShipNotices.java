package org.lottrace.edi.asn856.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.lottrace.api.allocation.store.LotAgeStore;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.edi.SentAgain;
import org.lottrace.api.edi.WithheldInterchanges;
import org.lottrace.api.edi.store.InterchangeStore;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LedgerFollower;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.DispositionStore;
import org.lottrace.api.exceptioncase.CaseOpening;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Sends each customer with an interchange address the 856 of every shipment, and what was agreed when one is reversed or recorded again: a
 * cancellation, a replacement, or nothing, which opens a case. A notice that cannot be made is set aside at once
 * and holds back the later ones of its customer, nobody else's.
 */
@Component(
        service = {LedgerFollower.class, SentAgain.class},
        configurationPid = ShipNoticeConfig.PID,
        immediate = true)
@Designate(ocd = ShipNoticeConfig.class)
public final class OutboundShipNotices implements LedgerFollower, SentAgain {
    private static final int PAGE = 50;

    private final Ledger ledger;
    private final CustomerDispatch dispatch;
    private final Duration longestPause;

    /** @throws IllegalArgumentException if the configuration is wrong; the message names the property */
    @Activate
    public OutboundShipNotices(
            @Reference Ledger ledger,
            @Reference DispositionStore dispositions,
            @Reference PartyStore partners,
            @Reference SalesOrderStore orders,
            @Reference ItemStore items,
            @Reference LotStore lots,
            @Reference SiteStore sites,
            @Reference LotAgeStore lotAges,
            @Reference Interchanges interchanges,
            @Reference WithheldInterchanges withheld,
            @Reference InterchangeStore log,
            @Reference CaseOpening cases,
            ShipNoticeConfig config) {
        this.ledger = ledger;
        this.dispatch = new CustomerDispatch(
                ledger,
                dispositions,
                partners,
                new ShipmentNotices(orders, items, lots, sites, lotAges, partners),
                new PartnerFolder(Path.of(config.mappings())),
                interchanges,
                withheld,
                log,
                cases);
        this.longestPause = Duration.ofSeconds(config.retry_seconds());
        if (config.retry_seconds() < 1) {
            throw new IllegalArgumentException("retry.seconds must be 1 or more, not " + config.retry_seconds());
        }
    }

    @Override
    public String name() {
        return "asn856";
    }

    @Override
    public int pageSize() {
        return PAGE;
    }

    /** Makes all notices of a page before it stores the first, because storing holds up the ledger. */
    @Override
    public void follow(List<RecordedEvent> page) {
        List<CustomerDispatch.Draft> drafts = page.stream()
                .map(RecordedEvent::event)
                .flatMap(event -> dispatch.recipient(event).map(customer -> dispatch.draft(event, customer)).stream())
                .filter(CustomerDispatch.Draft::isNeeded)
                .toList();
        if (!drafts.isEmpty()) {
            dispatch.send(drafts);
        }
    }

    @Override
    public OptionalInt setAsideAfter() {
        return OptionalInt.of(1);
    }

    /** A customer gets the notices in the order in which the goods left. */
    @Override
    public Optional<String> lane(RecordedEvent event) {
        return dispatch.recipient(event.event()).map(customer -> customer.id().value());
    }

    @Override
    public Duration longestPause() {
        return longestPause;
    }

    @Override
    public Optional<Outcome<OutboundTransactionSet>> again(String code, String key, Party receiver) {
        if (!code.equals(InboundShipNotices.CODE) && !code.equals(InboundDespatchAdvices.CODE)) {
            return Optional.empty();
        }
        try {
            return ledger.find(new EventId(key))
                    .map(RecordedEvent::event)
                    .map(event -> dispatch.draft(event, receiver))
                    .filter(draft -> draft.xml().isPresent())
                    .map(draft -> new Outcome.Done<>(dispatch.set(draft, false)));
        } catch (BindingBrokenException e) {
            return Optional.of(new Outcome.Refused<>(
                    List.of(new Violation("BINDING_BROKEN", ViolationPath.WHOLE, e.getMessage()))));
        } catch (IllegalStateException | IllegalArgumentException e) {
            // what the shipment refers to is gone, or cannot be written: said of this one, and the others are tried
            return Optional.of(new Outcome.Refused<>(
                    List.of(new Violation("NOTICE_NOT_MADE", ViolationPath.WHOLE, String.valueOf(e.getMessage())))));
        }
    }
}
