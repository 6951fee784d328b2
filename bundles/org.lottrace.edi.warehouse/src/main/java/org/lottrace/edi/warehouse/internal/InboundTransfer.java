package org.lottrace.edi.warehouse.internal;

import java.nio.file.Path;
import java.util.List;
import org.lottrace.api.edi.HandledSet;
import org.lottrace.api.edi.InboundTransactionSet;
import org.lottrace.api.edi.ReadSet;
import org.lottrace.api.edi.TransactionSetHandler;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.movement.ExpectedReceipts;
import org.lottrace.api.violation.Violation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A partner for whom we run a site announces by 943 what is on its way there: a ship notice, answered by 944 when it comes. Of anybody else
 * it is refused: we send such documents.
 */
@Component(service = TransactionSetHandler.class, configurationPid = WarehouseEdiConfig.PID)
public final class InboundTransfer implements TransactionSetHandler {
    private final ExpectedReceipts receipts;
    private final ItemStore items;
    private final WarehouseFolder folder;

    @Activate
    public InboundTransfer(
            @Reference ExpectedReceipts receipts, @Reference ItemStore items, WarehouseEdiConfig config) {
        this.receipts = receipts;
        this.items = items;
        this.folder = new WarehouseFolder(Path.of(config.mappings()));
    }

    @Override
    public String transactionSet() {
        return "943";
    }

    /** Idempotent by the number of the shipment: the same again changes nothing. */
    @Override
    public HandledSet handle(InboundTransactionSet set) {
        if (folder.sitesRunFor(set.sender().profile().mapping()).isEmpty()) {
            return notForUs();
        }
        ReadReport report = ClientDocumentReader.transfer(set.segments());
        NoticeFromClient read = new NoticeFromClient(report, set.sender().id(), items);
        if (!read.problems().isEmpty() || !report.unread.isEmpty()) {
            return new HandledSet(read.problems(), report.unread);
        }
        List<Violation> refused = receipts.expect(read.notice());
        return new HandledSet(
                refused.stream().map(report::inTheirTerms).toList(), List.of(), InboundReports.notUsed(report));
    }

    /** Nothing is held against items and orders. */
    @Override
    public ReadSet preview(InboundTransactionSet set) {
        return folder.sitesRunFor(set.sender().profile().mapping()).isEmpty()
                ? new ReadSet(List.of(), notForUs())
                : InboundReports.preview(ClientDocumentReader.transfer(set.segments()));
    }

    private HandledSet notForUs() {
        return new HandledSet(List.of(NotForUs.problem(transactionSet())), List.of());
    }
}
