package org.lottrace.soap.erp.internal;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.lottrace.allocation.fefo.internal.AllocationService;
import org.lottrace.allocation.fefo.internal.ReservationsService;
import org.lottrace.allocation.fefo.internal.SalesOrdersService;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.event.EventTimes;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.movement.ExpectedReceipts;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.partner.ShipNoticeLine;
import org.lottrace.api.quality.LotUsability;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.cost.internal.LedgerBooking;
import org.lottrace.cost.internal.LotCostingService;
import org.lottrace.genealogy.internal.GenealogyService;
import org.lottrace.ledger.internal.EventTimesService;
import org.lottrace.ledger.internal.LeasesService;
import org.lottrace.ledger.internal.LedgerService;
import org.lottrace.ledger.internal.StockOnHandService;
import org.lottrace.ledger.internal.follow.LedgerFollowersService;
import org.lottrace.lot.master.internal.ItemCatalogService;
import org.lottrace.lot.master.internal.LotCorrectionsService;
import org.lottrace.lot.master.internal.LotMasterService;
import org.lottrace.lot.master.internal.LotNumberingService;
import org.lottrace.lot.master.internal.PartnerDirectoryService;
import org.lottrace.lot.master.internal.SiteDirectoryService;
import org.lottrace.movement.capture.internal.CorrectionsService;
import org.lottrace.movement.capture.internal.ExpectedReceiptsService;
import org.lottrace.movement.capture.internal.MovementCaptureService;
import org.lottrace.movement.capture.internal.PurchaseOrdersService;
import org.lottrace.operation.testing.TestOperations;
import org.lottrace.persistence.testing.TestDatabase;
import org.lottrace.quality.internal.HoldsService;
import org.lottrace.quality.internal.LotUsabilityService;
import org.lottrace.web.gate.testing.GatedServer;

/** A company without any data, its real services on an empty in-memory database, its ERP service on a random port. */
final class Company implements AutoCloseable {
    private static final Clock WHEN_ORDERS_ARE_ALLOCATED =
            Clock.fixed(Instant.parse("2026-03-19T08:00:00Z"), ZoneOffset.UTC);
    private static final Clock AFTER_THE_EXAMPLES = Clock.fixed(Instant.parse("2026-04-03T08:00:00Z"), ZoneOffset.UTC);

    private final TestDatabase database = TestDatabase.h2();
    private final UnitOfWork work = database.unitOfWork();
    private final Ledger ledger = new LedgerService(
            work,
            database.ledger(),
            database.stock(),
            database.reservations(),
            database.dispositions(),
            database.lots(),
            database.items(),
            () -> {},
            Clock.systemUTC());
    private final LotMaster lots = new LotMasterService(work, database.lots(), database.items(), database.parties());
    private final LotUsability usability = new LotUsabilityService(work, database.dispositions());
    private final ItemCatalog items = new ItemCatalogService(work, database.items(), database.lots());
    private final SiteDirectory sites = new SiteDirectoryService(work, database.sites(), database.parties());
    private final EventTimes times =
            EventTimesService.of(work, database.sites(), database.stock(), database.ledger(), AFTER_THE_EXAMPLES);
    private final MovementCapture capture = new MovementCaptureService(
            work,
            ledger,
            times,
            lots,
            new LotNumberingService(work, database.sequences()),
            usability,
            database.sequences(),
            database.sites(),
            database.items(),
            database.parties(),
            database.purchaseOrders(),
            database.salesOrders(),
            database.expectedReceipts(),
            new ReservationsService(work, database.reservations()),
            database.stock(),
            new StockOnHandService(work, database.stock()));
    private final Reservations reservations = new ReservationsService(work, database.reservations());
    private final LotCorrections lotCorrections =
            new LotCorrectionsService(work, ledger, database.ledger(), database.lots(), database.items(), times);
    private final LedgerBooking booking = LedgerBooking.of(
            database.ledger(), database.costs(), database.purchaseOrders(), database.items(), CurrencyUnit.EUR);
    private final LotCosting costing = new LotCostingService(
            work,
            database.ledger(),
            database.costs(),
            new LedgerFollowersService(
                    work,
                    database.ledger(),
                    database.followers(),
                    new LeasesService(work, database.leases(), "test", Clock.systemUTC()),
                    () -> List.of(booking),
                    Clock.systemUTC()),
            booking);
    private final Genealogy genealogy = GenealogyService.of(
            work,
            database.ledger(),
            database.salesOrders(),
            database.expectedReceipts(),
            database.sites(),
            Clock.systemUTC());
    private final ExpectedReceipts expected = new ExpectedReceiptsService(
            work, database.expectedReceipts(), database.purchaseOrders(), database.sites(), database.items(), lots);
    private final GatedServer server = GatedServer.start();
    private Operations operations;

    Company() {
        publish(new AllocationService(
                work,
                database.salesOrders(),
                database.sites(),
                database.parties(),
                database.items(),
                database.lots(),
                new StockOnHandService(work, database.stock()),
                database.ledger(),
                database.reservations(),
                usability,
                WHEN_ORDERS_ARE_ALLOCATED));
    }

    private void publish(Allocation allocation) {
        operations = TestOperations.over(
                allocation,
                items,
                sites,
                new PartnerDirectoryService(work, database.parties()),
                new PurchaseOrdersService(
                        work, database.purchaseOrders(), database.parties(), database.sites(), database.items(), lots),
                new SalesOrdersService(
                        work,
                        database.salesOrders(),
                        database.reservations(),
                        database.parties(),
                        database.sites(),
                        database.items()),
                capture,
                new HoldsService(work, ledger, times, database.lots(), database.dispositions(), reservations),
                new CorrectionsService(
                        work,
                        ledger,
                        times,
                        database.ledger(),
                        new StockOnHandService(work, database.stock()),
                        lotCorrections,
                        database.expectedReceipts(),
                        reservations,
                        allocation),
                lotCorrections,
                new StockOnHandService(work, database.stock()),
                lots);
        server.with("/erp", new ErpEndpoint(operations));
    }

    ItemCatalog items() {
        return items;
    }

    /** @return the answer of a service that sends no more than so many balances */
    Answer postWithAtMost(int balances, String document) {
        String path = "/at-most-" + balances;
        server.with(path, new ErpEndpoint(operations, balances));
        HttpResponse<String> response = server.post(path, document);
        return new Answer(response.statusCode(), response.body());
    }

    /** What the supplier's 856 does in a whole LotTrace: the receipt of the examples needs it. */
    void expectTheShipNoticeOfTheExamples() {
        ShipNotice notice = new ShipNotice(
                new ShipNoticeId(new PartyId("S-100"), "ASN-1001"),
                LocalDate.parse("2026-03-01").atStartOfDay(),
                LocalDate.parse("2026-03-01"),
                Optional.empty(),
                Optional.empty(),
                "HAM",
                "",
                "",
                List.of(new ShipNoticeLine(
                        "PO-4711",
                        "10",
                        Optional.empty(),
                        "R-WHEAT",
                        "",
                        "W26-017",
                        Optional.empty(),
                        Optional.of(LocalDate.parse("2027-02-28")),
                        Quantity.of("5", "TNE"),
                        Optional.empty(),
                        Optional.empty())));
        List<?> problems = expected.expect(notice);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(problems.toString());
        }
    }

    Answer post(String document) {
        HttpResponse<String> response = server.post("/erp", document);
        return new Answer(response.statusCode(), response.body());
    }

    GatedServer server() {
        return server;
    }

    LotCosting costing() {
        return costing;
    }

    Genealogy genealogy() {
        return genealogy;
    }

    LotMaster lots() {
        return lots;
    }

    List<StockBalance> stock(Collection<LotKey> ofLots) {
        return work.required(() -> database.stock().ofLots(ofLots));
    }

    Ledger ledger() {
        return ledger;
    }

    @Override
    public void close() {
        server.close();
    }
}
