package org.lottrace.benchmark;

import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.event.LinePrice;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.company.TestCompany;
import org.lottrace.console.web.internal.PageTimes;
import org.lottrace.persistence.testing.TestDatabase;

/**
 * Prints what pages of the console cost against a long ledger; {@code -Dpages.events} is its length. {@code benchmark.database}, the URL
 * of a database with its user, keeps the history for the next run.
 */
class PagesBenchmarkIT {
    private static final int CALLS = 200;
    /** So long each page is asked for at most; all of it takes a quarter of an hour. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final int LOTS_IN_STOCK = 200;
    private static final Duration PATIENCE = Duration.ofHours(3);

    private final Random random = new Random(1);

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
            long begin = System.nanoTime();
            GrowingHistory history = new GrowingHistory(database, ledger);
            history.growTo(Long.getLong("pages.events", 1_000_000));
            database.sql("analyze"); // as the server does by itself after some minutes
            for (String follower : List.of("cost", "graph")) {
                company.service(LedgerFollowers.class).catchUp(follower, PATIENCE);
            }
            System.out.printf(
                    "%n%,d events, there after %d s%n",
                    history.events(),
                    Duration.ofNanos(System.nanoTime() - begin).toSeconds());
            try (PageTimes times = new PageTimes(company)) {
                times.print(pages(history), Integer.getInteger("pages.calls", CALLS), LONGEST);
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

    private Map<String, Supplier<String>> pages(GrowingHistory history) {
        Supplier<Integer> batch = () -> random.nextInt(history.batches());
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
        return pages;
    }
}
