package org.lottrace.benchmark;

import static org.lottrace.api.fixture.Bakery.BREAD;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.console.web.internal.PageTimes;
import org.lottrace.persistence.testing.TestDatabase;

/** Prints what pages of the console cost against a long ledger; {@code -Dpages.events} is its length. */
class PagesBenchmarkIT {
    private static final int CALLS = 200;
    private static final Duration PATIENCE = Duration.ofHours(3);

    private final Random random = new Random(1);

    @Test
    void pages_before_a_long_history() {
        TestDatabase database = TestDatabase.postgresql().withBakery();
        TestCompany company = TestCompany.on(database).with(Clock.class, Bakery.CLOCK);
        try (company) {
            WorkingBakery bakery = new WorkingBakery(company).withFlour();
            for (int lot = 0; lot < CALLS; lot++) {
                bakery.baked("STOCK" + lot);
            }
            GrowingHistory history = new GrowingHistory(database, company.service(Ledger.class));
            history.growTo(Long.getLong("pages.events", 1_000_000));
            database.sql("analyze"); // as the server does by itself after some minutes
            for (String follower : List.of("cost", "graph")) {
                company.service(LedgerFollowers.class).catchUp(follower, PATIENCE);
            }
            System.out.printf("%n%,d events%n", history.events());
            try (PageTimes times = new PageTimes(company)) {
                times.print(pages(history), Integer.getInteger("pages.calls", CALLS));
            }
        }
    }

    private Map<String, Supplier<String>> pages(GrowingHistory history) {
        Supplier<Integer> batch = () -> random.nextInt(history.batches());
        Map<String, Supplier<String>> pages = new LinkedHashMap<>();
        pages.put("Today", () -> "/");
        pages.put("stock", () -> "/stock");
        pages.put("stock of an item at a date", () -> "/stock/past?at=2026-01-05&item=" + BREAD);
        pages.put("lots of an item", () -> "/lots?item=" + BREAD);
        pages.put(
                "a lot",
                () -> "/lot?key=" + GrowingHistory.bread(batch.get(), 0).key());
        pages.put(
                "trace of a lot",
                () -> "/trace?lots=" + GrowingHistory.flour(batch.get()).key());
        pages.put("newest events", () -> "/ledger");
        pages.put("search", () -> "/search?q=F" + batch.get());
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
