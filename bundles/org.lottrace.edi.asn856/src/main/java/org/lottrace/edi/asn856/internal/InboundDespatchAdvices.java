package org.lottrace.edi.asn856.internal;

import java.nio.file.Path;
import java.util.List;
import org.lottrace.api.edi.HandledSet;
import org.lottrace.api.edi.InboundTransactionSet;
import org.lottrace.api.edi.ReadSet;
import org.lottrace.api.edi.TransactionSetHandler;
import org.lottrace.api.movement.NoticeArrivals;
import org.lottrace.api.operation.Operations;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A supplier's DESADV becomes an expected receipt, by the rules of {@link InboundShipNotices}. */
@Component(service = TransactionSetHandler.class, configurationPid = ShipNoticeConfig.PID)
public final class InboundDespatchAdvices implements TransactionSetHandler {
    static final String CODE = "DESADV";

    private final InboundShipNotices notices;

    @Activate
    public InboundDespatchAdvices(
            @Reference(target = InboundShipNotices.NEEDED) Operations operations,
            @Reference NoticeArrivals arrivals,
            ShipNoticeConfig config) {
        this(new InboundShipNotices(operations, arrivals, Path.of(config.mappings())));
    }

    /** For tests. */
    InboundDespatchAdvices(InboundShipNotices notices) {
        this.notices = notices;
    }

    @Override
    public String transactionSet() {
        return CODE;
    }

    @Override
    public HandledSet handle(InboundTransactionSet set) {
        return notices.handle(set);
    }

    @Override
    public ReadSet preview(InboundTransactionSet set) {
        return notices.preview(set);
    }

    @Override
    public List<String> unusable(String mapping) {
        return notices.unusable(mapping, CODE);
    }
}
