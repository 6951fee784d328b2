package org.lottrace.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.ProductionOrderBuilder.aProductionOrder;
import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.event.LinePrice;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.order.ProductionOrders;
import org.lottrace.api.order.PurchaseOrders;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.api.order.TransferOrder;
import org.lottrace.api.order.TransferOrders;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.console.web.internal.PageTimes;
import org.lottrace.persistence.testing.TestDatabase;

/**
 * Prints what pages of the console cost against a long ledger; {@code -Dpages.events} is its length, short when nothing is said. {@code benchmark.database}, the URL
 * of a database with its user, keeps the history for the next run.
 */
class PagesBenchmarkIT {
    private static final int CALLS = 20;
    private static final long EVENTS = 2_000;
    /** So long each page is asked for at most; all of it takes a quarter of an hour. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final int LOTS_IN_STOCK = 200;
    private static final Duration PATIENCE = Duration.ofHours(3);

    /** A sales order, a purchase order, a transfer order and a production order. */
    private static final String ORDER = "ORDER-1";

    /** The pages that a browser looks at. */
    private static final Path LOOKED_AT =
            Path.of("../end-to-end/src/test/resources/org/lottrace/it/endtoend/pages.txt");

    /** What does not grow with the history: forms, settings, masters, and what only a container has. */
    private static final Pattern NO_HISTORY =
            Pattern.compile("/work/.*|.*/edit|.*/all|/accounts/(companies.*|numbers.*|rates|receivers"
                    + "|methods/changes|periods/.*)|/admin.*|/partners/(check|mappings?|interchanges?|third-party)|/imports|/item|/masters|/lot-rights"
                    + "|/sites|/scan|/blind-count|/allocation-rules|/wave|/event");

    private final Random random = new Random(1);

    /** Costs nothing, so it is seen first: of a new page with history it is measured how long it takes. */
    @Test
    void every_page_that_shows_history_is_measured() throws IOException {
        Set<String> measured = pages(0).values().stream()
                .map(address -> address.get().replaceFirst("[?].*", ""))
                .collect(Collectors.toSet());
        Set<String> missing;
        try (Stream<String> lines = Files.lines(LOOKED_AT)) {
            missing = lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.replaceFirst("^large ", "").replaceFirst("[?].*", ""))
                    .filter(path -> !NO_HISTORY.matcher(path).matches() && !measured.contains(path))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        assertEquals(Set.of(), missing);
    }

    @Test
    void pages_before_a_long_history() {
        String url = System.getProperty("benchmark.database", "");
        TestDatabase database = url.isEmpty() ? TestDatabase.postgresql() : StartMeasurement.databaseAt(url);
        boolean isNew =
                database.unitOfWork().required(() -> database.ledger().head().position()) == 0;
        if (isNew) {
            database.withBakery();
        }
        TestCompany company = TestCompany.on(database).with(Clock.class, Bakery.CLOCK);
        try (company) {
            Ledger ledger = company.service(Ledger.class);
            if (isNew) {
                database.unitOfWork().run(() -> stock(database, ledger));
            }
            ordersAndAUnit(company);
            long begin = System.nanoTime();
            GrowingHistory history = new GrowingHistory(database, ledger);
            history.growTo(Long.getLong("pages.events", EVENTS));
            database.sql("analyze"); // as the server does by itself after some minutes
            for (String follower : List.of("cost", "graph")) {
                company.service(LedgerFollowers.class).catchUp(follower, PATIENCE);
            }
            System.out.printf(
                    "%n%,d events, there after %d s%n",
                    history.events(),
                    Duration.ofNanos(System.nanoTime() - begin).toSeconds());
            try (PageTimes times = new PageTimes(company)) {
                times.print(pages(history.batches()), Integer.getInteger("pages.calls", CALLS), LONGEST);
            }
        }
    }

    /** Lots that lie there all the time: a page of stock is full, and there are others behind it. */
    private static void stock(TestDatabase database, Ledger ledger) {
        LinePrice price = LinePrice.of(
                database.items().find(FLOUR).orElseThrow(),
                new UnitPrice(new BigDecimal("0.50"), "EUR", quantity("1 KGM").unit()));
        for (int number = 0; number < LOTS_IN_STOCK; number++) {
            Lot lot = aLot("Q" + number)
                    .of(FLOUR)
                    .from(MILL)
                    .expiring("2026-05-" + (10 + number % 20))
                    .build();
            database.lots().insert(lot);
            done(ledger.append(anEvent("q" + number, RECEIVE)
                    .of(DocumentType.PURCHASE_ORDER, "PQ")
                    .with(new EventLine(
                                    lot.key(),
                                    Position.at(Place.party(MILL)),
                                    Position.at(in(SHELF)),
                                    quantity("50 KGM"),
                                    quantity("50 KGM"),
                                    Optional.of(new OrderLineReference(
                                            new DocumentReference(DocumentType.PURCHASE_ORDER, "PQ"), 1)))
                            .at(price))
                    .build()));
        }
    }

    /** The ids of the events say that they were recorded before. */
    private static void ordersAndAUnit(TestCompany company) {
        assertEquals(
                List.of(),
                company.service(SalesOrders.class)
                        .save(List.of(
                                aSalesOrder(ORDER).ordering(BREAD, "10 CS").build())));
        assertEquals(
                List.of(),
                company.service(PurchaseOrders.class)
                        .save(List.of(aPurchaseOrder(ORDER)
                                .ordering(FLOUR, "10 BG", "12.50")
                                .build())));
        assertEquals(
                List.of(),
                company.service(ProductionOrders.class)
                        .save(List.of(aProductionOrder(ORDER)
                                .making(BREAD, "10 CS")
                                .of(FLOUR, "4 BG", "2.5")
                                .build())));
        assertEquals(
                List.of(),
                company.service(TransferOrders.class)
                        .save(List.of(new TransferOrder(
                                ORDER,
                                BERLIN,
                                POTSDAM,
                                LocalDate.parse("2026-03-03"),
                                Optional.empty(),
                                List.of(new TransferOrder.Line(1, FLOUR, quantity("10 KGM")))))));
        done(company.service(MovementCapture.class)
                .transfer(
                        EventType.PACK,
                        new Transfer(
                                aContext("pack").requested().request(),
                                BERLIN,
                                SHELF,
                                Optional.of(pallet(1)),
                                List.of(WorkingBakery.on(
                                        SHELF,
                                        aLot("Q0").of(FLOUR).from(MILL).build().key(),
                                        "10 KGM")))));
    }

    private Map<String, Supplier<String>> pages(int batches) {
        Supplier<Integer> batch = () -> random.nextInt(Math.max(1, batches));
        Map<String, Supplier<String>> pages = new LinkedHashMap<>();
        pages.put("Today", () -> "/");
        pages.put("stock", () -> "/stock");
        pages.put("stock of an item at a date", () -> "/stock/past?at=2026-01-05&item=" + BREAD);
        pages.put("stock of a site at a date", () -> "/stock/past?at=2026-01-05&site=BER");
        pages.put("lots of an item", () -> "/lots?item=" + BREAD);
        pages.put(
                "a lot",
                () -> "/lot?key=" + GrowingHistory.bread(batch.get(), 0).key());
        pages.put(
                "a lot at a date",
                () -> "/lot/past?at=2026-01-05&key="
                        + GrowingHistory.bread(batch.get(), 0).key());
        pages.put(
                "trace of a lot",
                () -> "/trace?lots=" + GrowingHistory.flour(batch.get()).key());
        pages.put("work", () -> "/work");
        pages.put("form of a movement", () -> "/work/move");
        pages.put("partners", () -> "/partners");
        pages.put("a partner", () -> "/partners/party?id=" + MILL);
        pages.put("followers and jobs", () -> "/admin/followers");
        pages.put("newest events", () -> "/ledger");
        pages.put("search", () -> "/search?q=Q");
        pages.put("orders", () -> "/orders");
        pages.put("recalls", () -> "/recall");
        pages.put("exceptions", () -> "/exceptions");
        pages.put("value of the stock", () -> "/accounts");
        pages.put("cost of a shipment", () -> "/accounts/cogs?shipment=" + GrowingHistory.shipment(batch.get(), 0, 0));
        pages.put("journal of a month", () -> "/accounts/journal?from=2026-01-01&to=2026-01-31");
        pages.put("cost of sales by month", () -> "/accounts/sales/months");
        pages.put("events of a type at a site", () -> "/ledger?type=SHIP&site=BER");
        pages.put("movements", () -> "/movements");
        pages.put(
                "movements of a lot",
                () -> "/movements?lot=" + GrowingHistory.bread(batch.get(), 0).key());
        pages.put("movements of an item", () -> "/movements?item=" + BREAD);
        pages.put("movements of a partner", () -> "/movements?party=" + MILL);
        pages.put("movements of a day", () -> "/movements?from=2026-01-05&until=2026-01-05");
        pages.put("movements of an actor", () -> "/movements?actor=nobody");
        pages.put(
                "movements of a shipment",
                () -> "/movements?document=SHIPMENT&number=" + GrowingHistory.shipment(batch.get(), 0, 0));
        Supplier<String> month = () -> "?from=2026-01-01&to=2026-01-31";
        pages.put("sales of a month by item", () -> "/accounts/sales" + month.get() + "&by=ITEM");
        pages.put("margins of a month", () -> "/accounts/sales/margins" + month.get());
        pages.put("cost by element", () -> "/accounts/elements" + month.get());
        pages.put("methods compared", () -> "/accounts/methods" + month.get());
        pages.put(
                "cost of a lot",
                () -> "/accounts/lot?key="
                        + GrowingHistory.bread(batch.get(), 0).key());
        pages.put("goods not invoiced", () -> "/accounts/uninvoiced");
        pages.put("goods on consignment", () -> "/accounts/consignment");
        pages.put("lots to be reviewed", () -> "/accounts/review");
        pages.put("events that are not booked", () -> "/accounts/waiting");
        pages.put("periods", () -> "/accounts/periods");
        pages.put("the owner's figures", () -> "/accounts/owner" + month.get());
        pages.put("what was written off", () -> "/accounts/owner/write-offs" + month.get());
        pages.put("recalls against whole products", () -> "/accounts/owner/recalls?closed=yes");
        for (String list : List.of("", "/orders", "/deliveries", "/passed", "/waste")) {
            pages.put("planning" + list, () -> "/planning" + list + month.get());
        }
        for (String list : List.of("/expiring", "/risk", "/advice", "/production")) {
            pages.put("planning" + list, () -> "/planning" + list + "?days=400");
        }
        pages.put("planning/due", () -> "/planning/due");
        pages.put("planning/forecast", () -> "/planning/forecast");
        pages.put(
                "planning/simulation",
                () -> "/planning/simulation?site=BER&item=" + BREAD + "&from=2026-01-01&to=2026-01-31");
        pages.put("items", () -> "/items");
        pages.put("a master and what is open with it", () -> "/masters/one?kind=ITEM&key=" + BREAD);
        pages.put("notices that are expected", () -> "/partners/expected");
        pages.put("scores of suppliers", () -> "/partners/scores?month=2026-01");
        pages.put("decisions of allocation", () -> "/allocation");
        pages.put("an order", () -> "/order?number=" + ORDER);
        pages.put("a purchase order", () -> "/purchase-order?number=" + ORDER);
        pages.put("transfer orders", () -> "/transfer-orders");
        pages.put("a transfer order", () -> "/transfer-order?number=" + ORDER);
        pages.put("production orders", () -> "/production-orders");
        pages.put("a production order", () -> "/production-order?number=" + ORDER);
        pages.put(
                "lots that a hold would take",
                () -> "/hold-question?supplier=" + MILL + "&from=2026-01-05&to=2026-01-05");
        pages.put(
                "opening of a recall",
                () -> "/recall/open?lot=" + GrowingHistory.flour(batch.get()).key());
        pages.put("drills", () -> "/recall/drills");
        pages.put("a unit", () -> "/unit?sscc=" + pallet(1));
        pages.put("a unit at a date", () -> "/unit?at=2026-12-31&sscc=" + pallet(1));
        pages.put("custody of a unit", () -> "/unit/custody?sscc=" + pallet(1));
        return pages;
    }
}
