package org.lottrace.edi.warehouse.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.edi.WithheldInterchanges;
import org.lottrace.api.edi.store.InterchangeStore;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.thirdparty.KeptDocument;
import org.lottrace.api.thirdparty.StockDocument;
import org.lottrace.api.thirdparty.StockDocumentKind;
import org.lottrace.api.thirdparty.StockDocumentSender;
import org.lottrace.api.thirdparty.ThirdPartyWarehouse;
import org.lottrace.api.violation.Violation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Sends our transfers and shipping orders to partners of whom {@code warehouse.properties} says so. */
@Component(service = StockDocumentSender.class, configurationPid = WarehouseEdiConfig.PID)
@Designate(ocd = WarehouseEdiConfig.class)
public final class OutboundStockDocuments implements StockDocumentSender {
    static final String TRANSFER = "943";
    static final String ORDER = "940";
    private static final String ORDER_GROUP = "OW";
    private static final String VERSION = "004010";

    private final Interchanges interchanges;
    private final WithheldInterchanges withheld;
    private final InterchangeStore log;
    private final PartyStore parties;
    private final DocumentWriter writer;
    private final WarehouseFolder folder;

    @Activate
    public OutboundStockDocuments(
            @Reference Interchanges interchanges,
            @Reference WithheldInterchanges withheld,
            @Reference InterchangeStore log,
            @Reference PartyStore parties,
            @Reference ItemStore items,
            @Reference SiteStore sites,
            @Reference SalesOrderStore orders,
            WarehouseEdiConfig config) {
        this(
                interchanges,
                withheld,
                log,
                parties,
                new DocumentWriter(items, sites, parties, orders),
                new WarehouseFolder(Path.of(config.mappings())));
    }

    /** For tests. */
    OutboundStockDocuments(
            Interchanges interchanges,
            WithheldInterchanges withheld,
            InterchangeStore log,
            PartyStore parties,
            DocumentWriter writer,
            WarehouseFolder folder) {
        this.interchanges = interchanges;
        this.withheld = withheld;
        this.log = log;
        this.parties = parties;
        this.writer = writer;
        this.folder = folder;
    }

    /** @return the key under which a document of ours was sent */
    static String key(StockDocument document) {
        return document.warehouse() + "/" + document.number();
    }

    @Override
    public List<Violation> send(ThirdPartyWarehouse warehouse, KeptDocument kept) {
        Optional<Party> partner;
        try {
            partner = parties.find(warehouse.partner())
                    .filter(party -> folder.isSentByX12(party.profile().mapping()));
        } catch (IllegalArgumentException wrongFile) {
            return List.of(Sending.notWritable(String.valueOf(wrongFile.getMessage())));
        }
        return partner.map(receiver -> Sending.send(interchanges, () -> set(kept.document(), receiver)))
                .orElse(List.of());
    }

    @Override
    public List<Violation> cancel(ThirdPartyWarehouse warehouse, KeptDocument kept) {
        String key = key(kept.document());
        boolean wasSent = log.find(OutboundTransactionSet.logKey(ORDER, key))
                .filter(record -> record.status() != InterchangeStatus.WITHHELD)
                .isPresent();
        if (!wasSent || withheld.withhold(ORDER, key)) {
            return List.of();
        }
        return parties.find(warehouse.partner())
                .map(partner -> Sending.send(
                        interchanges,
                        () -> new OutboundTransactionSet(
                                ORDER,
                                ORDER_GROUP,
                                VERSION,
                                partner,
                                key + "/cancelled",
                                writer.cancellation(kept.document()),
                                false)))
                .orElse(List.of());
    }

    private OutboundTransactionSet set(StockDocument document, Party partner) {
        boolean isTransfer = document.kind() == StockDocumentKind.TRANSFER_SHIPMENT;
        return new OutboundTransactionSet(
                isTransfer ? TRANSFER : ORDER,
                isTransfer ? "AR" : ORDER_GROUP,
                VERSION,
                partner,
                key(document),
                isTransfer ? writer.transfer(document) : writer.order(document),
                false);
    }
}
