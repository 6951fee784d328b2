package org.lottrace.soap.erp.internal;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.master.Masters;
import org.lottrace.api.movement.BatchCapture;
import org.lottrace.api.movement.BlindCounts;
import org.lottrace.api.movement.Corrections;
import org.lottrace.api.movement.LogisticUnits;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.ShelfLives;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.order.ProductionOrders;
import org.lottrace.api.order.PurchaseOrders;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.api.order.TransferOrders;
import org.lottrace.api.overview.PastStock;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.quality.LotUsability;
import org.lottrace.company.TestCompany;
import org.lottrace.operation.testing.TestOperations;
import org.lottrace.persistence.testing.TestDatabase;
import org.lottrace.web.gate.testing.GatedServer;

/** A company without any data, its real services on an empty in-memory database, its ERP service on a random port. */
final class Company implements AutoCloseable {
    private static final Clock WHEN_ORDERS_ARE_ALLOCATED =
            Clock.fixed(Instant.parse("2026-03-19T08:00:00Z"), ZoneOffset.UTC);
    private static final Clock AFTER_THE_EXAMPLES = Clock.fixed(Instant.parse("2026-04-03T08:00:00Z"), ZoneOffset.UTC);

    private final TestDatabase database = TestDatabase.h2();
    private final TestCompany services = TestCompany.on(database)
            .with(Clock.class, AFTER_THE_EXAMPLES)
            .with(
                    Allocation.class,
                    TestCompany.on(database)
                            .with(Clock.class, WHEN_ORDERS_ARE_ALLOCATED)
                            .service(Allocation.class));
    private final Operations operations = TestOperations.over(
            services.service(Allocation.class),
            services.service(ItemCatalog.class),
            services.service(SiteDirectory.class),
            services.service(PartnerDirectory.class),
            services.service(ProductionOrders.class),
            services.service(TransferOrders.class),
            services.service(PurchaseOrders.class),
            services.service(SalesOrders.class),
            services.service(MovementCapture.class),
            services.service(BlindCounts.class),
            services.service(Masters.class),
            services.service(LogisticUnits.class),
            services.service(Holds.class),
            services.service(Corrections.class),
            services.service(LotCorrections.class),
            services.service(ShelfLives.class),
            services.service(StockOnHand.class),
            services.service(PastStock.class),
            services.service(LotMaster.class),
            services.service(LotUsability.class),
            services.service(Genealogy.class),
            services.service(Ledger.class));
    private final GatedServer server =
            GatedServer.start().with("/erp", new ErpEndpoint(operations, services.service(BatchCapture.class)));

    /** The movements of the examples, with the allocation between them. */
    Company withTheExamples() {
        Stream.of(Example.PARTNERS, Example.ITEMS, Example.SITES, Example.PURCHASE_ORDERS, Example.SALES_ORDERS)
                .forEach(this::post);
        Stream.of(Example.INBOUND, Example.ALLOCATION, Example.OUTBOUND).forEach(this::post);
        return this;
    }

    Operations operations() {
        return operations;
    }

    <S> S service(Class<S> type) {
        return services.service(type);
    }

    ItemCatalog items() {
        return services.service(ItemCatalog.class);
    }

    /** @return the answer of a service that sends no more than so many rows */
    Answer postWithAtMost(int rows, String document) {
        String path = "/at-most-" + rows;
        server.with(path, new ErpEndpoint(operations, services.service(BatchCapture.class), rows));
        HttpResponse<String> response = server.post(path, document);
        return new Answer(response.statusCode(), response.body());
    }

    Answer postAs(String user, String document) {
        HttpResponse<String> response = server.postAs(user, "/erp", document);
        return new Answer(response.statusCode(), response.body());
    }

    Answer post(String document) {
        HttpResponse<String> response = server.post("/erp", document);
        return new Answer(response.statusCode(), response.body());
    }

    GatedServer server() {
        return server;
    }

    LotCosting costing() {
        return services.service(LotCosting.class);
    }

    Genealogy genealogy() {
        return services.service(Genealogy.class);
    }

    LotMaster lots() {
        return services.service(LotMaster.class);
    }

    List<StockBalance> stock(Collection<LotKey> ofLots) {
        return database.unitOfWork().required(() -> database.stock().ofLots(ofLots));
    }

    Ledger ledger() {
        return services.service(Ledger.class);
    }

    @Override
    public void close() {
        server.close();
        services.close();
    }
}
