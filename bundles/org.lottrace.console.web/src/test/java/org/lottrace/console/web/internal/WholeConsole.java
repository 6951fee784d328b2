package org.lottrace.console.web.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.ItemBuilder.anItem;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.PartyBuilder.aParty;
import static org.lottrace.api.fixture.ProductionOrderBuilder.aProductionOrder;
import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;
import static org.lottrace.api.fixture.RecallFixture.ANNA;
import static org.lottrace.api.fixture.RecallFixture.anOpening;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;
import static org.lottrace.api.fixture.SiteBuilder.aSite;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.NEXT_YEAR;
import static org.lottrace.company.WorkingBakery.on;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.catalogue.Catalogue;
import org.lottrace.api.event.EventType;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.ShipNoticeBuilder;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.order.ProductionOrders;
import org.lottrace.api.order.PurchaseOrders;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.api.order.TransferOrder;
import org.lottrace.api.order.TransferOrders;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.api.recall.RecallMode;
import org.lottrace.api.recall.ScopeCriteria;
import org.lottrace.api.thirdparty.GoodsCondition;
import org.lottrace.api.thirdparty.StockDocument;
import org.lottrace.api.thirdparty.StockDocumentKind;
import org.lottrace.api.thirdparty.ThirdPartyWarehouse;
import org.lottrace.api.thirdparty.ThirdPartyWarehouses;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;

/**
 * All pages over the real services of a bakery in which there is some of everything: so many items, parties, sites, orders, notices,
 * lots of flour in stock, lots of bread baked of the first one, events, and open recalls. What belongs to the container is not there.
 */
final class WholeConsole implements AutoCloseable {
    /** A page about each of these, by its path. */
    static final Map<String, List<String>> PATHS = Map.ofEntries(
            Map.entry("", List.of("/")),
            Map.entry(
                    "stock",
                    List.of(
                            "/stock",
                            "/stock?kind=LOCATION",
                            "/stock/stock.csv",
                            "/stock/past",
                            "/stock/past?at=2026-03-02",
                            "/stock/past.csv?known=2026-03-02&site=BER")),
            Map.entry("items", List.of("/items")),
            Map.entry("imports", List.of("/imports")),
            Map.entry("exceptions", List.of("/exceptions")),
            Map.entry("hold-question", List.of("/hold-question")),
            Map.entry("lots", List.of("/lots?item=FLOUR")),
            Map.entry(
                    "lot",
                    List.of(
                            "/lot?key=MILL/FLOUR/M0",
                            "/lot?key=BAKERY/BREAD/B0",
                            "/lot/past?key=MILL/FLOUR/L1&at=2026-03-02&known=2026-03-02")),
            Map.entry(
                    "trace", List.of("/trace", "/trace?lots=MILL/FLOUR/L1&direction=BOTH", "/trace/trace.csv?lots=L1")),
            Map.entry(
                    "recall",
                    List.of("/recall", "/recall/open?lot=BAKERY/BREAD/B0", "/recall/R-000001", "/recall/drills")),
            Map.entry(
                    "work",
                    List.of(
                            "/work",
                            "/work/receive",
                            "/work/move",
                            "/work/hold",
                            "/work/hold-by-question",
                            "/work/produce",
                            "/work/sample",
                            "/work/split",
                            "/work/nest",
                            "/work/unpack",
                            "/work/unseal")),
            Map.entry("event", List.of("/event?id=stock")),
            Map.entry("ledger", List.of("/ledger", "/ledger?type=CONSUME&site=BER", "/ledger?lot=MILL/FLOUR/L1")),
            Map.entry(
                    "movements",
                    List.of(
                            "/movements",
                            "/movements?lot=MILL/FLOUR/L1&type=RECEIVE",
                            "/movements/movements.csv?item=FLOUR")),
            Map.entry("orders", List.of("/orders", "/orders?due=late", "/orders?due=today")),
            Map.entry("order", List.of("/order?number=SO100")),
            Map.entry(
                    "allocation-rules",
                    List.of("/allocation-rules", "/allocation-rules/all", "/allocation-rules/edit")),
            Map.entry("allocation", List.of("/allocation?order=SO100", "/allocation")),
            Map.entry("wave", List.of("/wave")),
            Map.entry("production-orders", List.of("/production-orders")),
            Map.entry("transfer-orders", List.of("/transfer-orders")),
            Map.entry("transfer-order", List.of("/transfer-order?number=TR0")),
            Map.entry("production-order", List.of("/production-order?number=FA0")),
            Map.entry("purchase-order", List.of("/purchase-order?number=PO1")),
            Map.entry(
                    "partners",
                    List.of(
                            "/partners",
                            "/partners/expected",
                            "/partners/party?id=MILL",
                            "/partners/scores",
                            "/partners/third-party",
                            "/partners/third-party?kind=INVENTORY")),
            Map.entry(
                    "planning",
                    List.of(
                            "/planning",
                            "/planning/orders",
                            "/planning/waste",
                            "/planning/deliveries",
                            "/planning/passed",
                            "/planning/expiring?days=400",
                            "/planning/due",
                            "/planning/risk?days=400",
                            "/planning/advice?days=400",
                            "/planning/production?days=400",
                            "/planning/forecast",
                            "/planning/simulation?item=FLOUR")),
            Map.entry(
                    "accounts",
                    List.of(
                            "/accounts",
                            "/accounts/journal?from=2026-01-01&to=2026-12-31",
                            "/accounts/sales/months",
                            "/accounts/sales/margins?from=2026-01-01&to=2026-12-31",
                            "/accounts/review",
                            "/accounts/waiting",
                            "/accounts/sales?from=2026-01-01&to=2026-12-31&by=ITEM",
                            "/accounts/uninvoiced",
                            "/accounts/consignment",
                            "/accounts/consignment/edit",
                            "/accounts/periods",
                            "/accounts/cogs",
                            "/accounts/lot?key=BAKERY/BREAD/B0",
                            "/accounts/companies",
                            "/accounts/companies/open",
                            "/accounts/companies/prices",
                            "/accounts/owner?from=2026-01-01&to=2026-12-31",
                            "/accounts/owner/write-offs?from=2026-01-01&to=2026-12-31",
                            "/accounts/owner/recalls?closed=yes",
                            "/accounts/receivers",
                            "/accounts/methods?from=2026-01-01&to=2026-12-31",
                            "/accounts/methods/changes",
                            "/accounts/methods/edit",
                            "/accounts/elements?from=2026-01-01&to=2026-12-31",
                            "/accounts/rates",
                            "/accounts/rates/edit",
                            "/accounts/numbers",
                            "/accounts/numbers/all",
                            "/accounts/numbers/edit",
                            "/accounts/numbers/try?account=INVENTORY&day=2026-03-01",
                            "/accounts/numbers/keep?from=2026-01-01&to=2026-12-31",
                            "/accounts/numbers/uncovered")),
            Map.entry("admin", List.of("/admin/followers", "/admin/record", "/admin/roles")),
            Map.entry("item", List.of("/item", "/item?number=FLOUR")),
            Map.entry("parties", List.of("/parties/edit", "/parties/edit?id=MILL")),
            Map.entry("sites", List.of("/sites", "/sites?id=BER", "/sites/edit?id=BER")),
            Map.entry("lot-rights", List.of("/lot-rights", "/lot-rights/all")),
            Map.entry(
                    "masters",
                    List.of(
                            "/masters",
                            "/masters?kind=ITEM",
                            "/masters/one?kind=ITEM&key=FLOUR",
                            "/masters/one?kind=LOCATION&key=BER/A-01")),
            Map.entry("blind-count", List.of("/blind-count", "/blind-count?sheet=C1")),
            // a PDF, made by a bundle that is not on the class path
            Map.entry("shipment-paper", List.of()),
            Map.entry("scan", List.of("/scan", "/scan?site=BER&job=MOVE")),
            Map.entry("unit", List.of("/unit", "/unit?sscc=" + pallet(1), "/unit/custody?sscc=" + pallet(1))),
            Map.entry("search", List.of("/search?q=M")));

    final TestCompany company;
    final ConsoleUnderTest console;

    /** @param name what everything that has a free name is called, such as markup */
    WholeConsole(int many, String name) {
        WorkingBakery bakery = new WorkingBakery().withFlour();
        company = bakery.company();
        company.database().unitOfWork().run(() -> masterData(many, name));
        for (int i = 0; i < many; i++) {
            company.service(SalesOrders.class)
                    .save(List.of(aSalesOrder("SO" + (100 + i))
                            .deliveredOn(i % 2 == 0 ? "2026-03-01" : "2026-03-02")
                            .ordering(BREAD, "1 CS")
                            .build()));
            company.service(PurchaseOrders.class)
                    .save(List.of(aPurchaseOrder("PX" + i)
                            .ordering(FLOUR, "1 BG", "12.50")
                            .build()));
            company.service(ProductionOrders.class)
                    .save(List.of(aProductionOrder("FA" + i)
                            .making(BREAD, "10 CS")
                            .of(FLOUR, "4 BG", "2.5")
                            .build()));
            company.service(TransferOrders.class)
                    .save(List.of(new TransferOrder(
                            "TR" + i,
                            BERLIN,
                            POTSDAM,
                            LocalDate.of(2026, 3, 3),
                            Optional.of(1),
                            List.of(new TransferOrder.Line(1, FLOUR, quantity("1 BG"))))));
            bakery.expect(aShipNotice("X" + i)
                    .announcing("PO1", 1, FLOUR, "X" + i, "1 BG", Optional.of(NEXT_YEAR), Optional.empty())
                    .build());
        }
        ShipNoticeBuilder notice = aShipNotice("N50");
        for (int i = 0; i < many; i++) {
            notice.announcing("PO1", 1, FLOUR, "M" + i, "1 BG", Optional.of(NEXT_YEAR), Optional.empty());
        }
        bakery.expect(notice.build());
        done(bakery.receive("r50", "N50"));
        for (int i = 0; i < Math.min(many, 9); i++) {
            bakery.baked("B" + i);
        }
        done(company.service(MovementCapture.class)
                .transfer(
                        EventType.PACK,
                        new Transfer(
                                aContext("pack").requested().request(),
                                BERLIN,
                                SHELF,
                                Optional.of(pallet(1)),
                                List.of(on(SHELF, FLOUR_1, "10 KGM")))));
        for (int i = 0; i < Math.min(many, 9); i++) {
            LotKey bread = LotKey.parse("BAKERY/BREAD/B" + i);
            done(company.service(RecallCases.class)
                    .open(
                            ANNA,
                            aContext("recall-" + i).request(),
                            anOpening(RecallMode.REAL),
                            ScopeCriteria.of(List.of(bread))));
        }
        transfers(many);
        console = ConsoleUnderTest.with(Pages.ALL, services());
    }

    /** As many transfers to a third party in Potsdam, of which each second one has come. */
    private void transfers(int many) {
        ThirdPartyWarehouses warehouses = company.service(ThirdPartyWarehouses.class);
        assertEquals(List.of(), warehouses.save(new ThirdPartyWarehouse(POTSDAM, MARKET, SHELF, SHELF, 0, 24)));
        for (int i = 0; i < many; i++) {
            done(warehouses.record(ANNA, transfer(StockDocumentKind.TRANSFER_SHIPMENT, "T" + i, "")));
            if (i % 2 == 0) {
                done(warehouses.record(ANNA, transfer(StockDocumentKind.TRANSFER_RECEIPT, "R" + i, "T" + i)));
            }
        }
    }

    private static StockDocument transfer(StockDocumentKind kind, String number, String about) {
        return new StockDocument(
                number,
                kind,
                POTSDAM,
                about.isEmpty() ? Optional.of(BERLIN) : Optional.empty(),
                Optional.of(about).filter(text -> !text.isEmpty()),
                Bakery.NOW,
                List.of(new StockDocument.Line(
                        FLOUR,
                        Optional.empty(),
                        Optional.of(FLOUR_1.number()),
                        Quantity.of(about.isEmpty() ? "2" : "1", "KGM"),
                        Optional.empty(),
                        Optional.of(SHELF),
                        Optional.empty(),
                        GoodsCondition.GOOD)));
    }

    private void masterData(int many, String name) {
        for (int i = 0; i < many; i++) {
            company.database().items().save(anItem("ITEM" + i).build());
            company.database()
                    .parties()
                    .save(aParty("PARTY" + i).as(PartyRole.CUSTOMER).build());
            company.database().sites().save(aSite("S" + i).build());
        }
        if (!name.isEmpty()) {
            company.database().sql("update item set description = '" + name.replace("'", "''") + "'");
            company.database().sql("update party set party_name = '" + name.replace("'", "''") + "'");
            company.database().sql("update site set site_name = '" + name.replace("'", "''") + "'");
        }
    }

    /** Those that can be built of the bundles on the class path. */
    private Object[] services() {
        List<Object> services = new ArrayList<>();
        for (Class<?> type : Catalogue.services()) {
            try {
                services.add(company.service(type));
            } catch (IllegalStateException missing) {
                // such as the health of a container: its pages are tested with stand-ins
            }
        }
        return services.toArray();
    }

    <S> S service(Class<S> type) {
        return company.service(type);
    }

    @Override
    public void close() {
        console.close();
        company.close();
    }
}
