package org.lottrace.edi.warehouse.internal;

import org.lottrace.api.edi.HandledSet;
import org.lottrace.api.edi.InboundTransactionSet;
import org.lottrace.api.edi.ReadSet;
import org.lottrace.api.edi.TransactionSetHandler;
import org.lottrace.api.thirdparty.StockDocumentKind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A third party says by 944 what of a transfer came. */
@Component(service = TransactionSetHandler.class)
public final class InboundTransferReceipt implements TransactionSetHandler {
    private final InboundReports reports;

    @Activate
    public InboundTransferReceipt(@Reference InboundReports reports) {
        this.reports = reports;
    }

    @Override
    public String transactionSet() {
        return "944";
    }

    /** Idempotent by the number of the document. */
    @Override
    public HandledSet handle(InboundTransactionSet set) {
        return reports.handle(set, StockDocumentKind.TRANSFER_RECEIPT, ReportReader.receipt(set.segments()));
    }

    @Override
    public ReadSet preview(InboundTransactionSet set) {
        return InboundReports.preview(ReportReader.receipt(set.segments()));
    }
}
