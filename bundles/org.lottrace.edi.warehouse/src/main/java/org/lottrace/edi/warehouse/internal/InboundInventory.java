package org.lottrace.edi.warehouse.internal;

import org.lottrace.api.edi.HandledSet;
import org.lottrace.api.edi.InboundTransactionSet;
import org.lottrace.api.edi.ReadSet;
import org.lottrace.api.edi.TransactionSetHandler;
import org.lottrace.api.thirdparty.StockDocumentKind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A third party says by 846 what it holds, lot by lot. */
@Component(service = TransactionSetHandler.class)
public final class InboundInventory implements TransactionSetHandler {
    private final InboundReports reports;

    @Activate
    public InboundInventory(@Reference InboundReports reports) {
        this.reports = reports;
    }

    @Override
    public String transactionSet() {
        return "846";
    }

    /** Idempotent by the number of the document. */
    @Override
    public HandledSet handle(InboundTransactionSet set) {
        return reports.handle(set, StockDocumentKind.INVENTORY, ReportReader.inventory(set.segments()));
    }

    @Override
    public ReadSet preview(InboundTransactionSet set) {
        return InboundReports.preview(ReportReader.inventory(set.segments()));
    }
}
