package org.lottrace.edi.asn856.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.api.edi.WithheldInterchanges;
import org.lottrace.api.edi.store.InterchangeStore;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LedgerFollower;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.movement.NoticeReconciliations;
import org.lottrace.api.partner.store.PartyStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells suppliers that want it, by X12 861, how what came differs from their notice. An advice that cannot be made is set aside and holds
 * back the later ones of its supplier, nobody else's.
 */
@Component(service = LedgerFollower.class, configurationPid = ShipNoticeConfig.PID, immediate = true)
public final class OutboundReceivingAdvice implements LedgerFollower {
    private static final int PAGE = 50;

    private final SupplierAdvice advice;
    private final Duration longestPause;

    @Activate
    public OutboundReceivingAdvice(
            @Reference Ledger ledger,
            @Reference NoticeReconciliations reconciliations,
            @Reference PartyStore partners,
            @Reference ItemStore items,
            @Reference LotStore lots,
            @Reference Interchanges interchanges,
            @Reference WithheldInterchanges withheld,
            @Reference InterchangeStore log,
            ShipNoticeConfig config) {
        this.advice = new SupplierAdvice(
                ledger,
                reconciliations,
                partners,
                new PartnerFolder(Path.of(config.mappings())),
                new ReceivingAdviceWriter(items, lots),
                interchanges,
                withheld,
                log);
        this.longestPause = Duration.ofSeconds(Math.max(1, config.retry_seconds()));
    }

    @Override
    public String name() {
        return "advice861";
    }

    @Override
    public int pageSize() {
        return PAGE;
    }

    @Override
    public void follow(List<RecordedEvent> page) {
        page.forEach(event -> advice.recipient(event).ifPresent(supplier -> advice.follow(event, supplier)));
    }

    @Override
    public OptionalInt setAsideAfter() {
        return OptionalInt.of(1);
    }

    @Override
    public Optional<String> lane(RecordedEvent event) {
        return advice.supplier(event).map(supplier -> supplier.id().value());
    }

    @Override
    public Duration longestPause() {
        return longestPause;
    }
}
