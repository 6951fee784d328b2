package org.lottrace.ledger.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.lottrace.api.event.DocumentType.COUNT_SHEET;
import static org.lottrace.api.event.EventType.COUNT;
import static org.lottrace.api.fixture.EventBuilder.anEvent;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.edi.store.InterchangeStore;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.persistence.testing.LandedDatabase;
import org.lottrace.persistence.testing.TestDatabase;

/**
 * Whoever runs a version that landed keeps their data: today's migrations and stores take each of them, on both databases,
 * the chain of its ledger is whole, its stock is what the events say, and it goes on.
 */
class LandedDatabasesIT {
    private static final int ALL = 10_000;

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource
    void a_database_of_every_version_that_landed_goes_on(
            LandedDatabase landed, String engine, Function<LandedDatabase, TestDatabase> upgrade) {
        LedgerFixture upgraded = new LedgerFixture(upgrade.apply(landed));

        everythingCanBeRead(landed, upgraded.database);
        assertEquals(Optional.empty(), upgraded.ledger.firstBrokenPosition());
        assertEquals(stockByEvents(upgraded), stock(upgraded));
        assertEquals(
                upgraded.database
                        .unitOfWork()
                        .required(() -> upgraded.database.ledger().head())
                        .position(),
                upgraded.database
                        .unitOfWork()
                        .required(() -> upgraded.database.followers().position("advice861"))
                        .position(),
                "suppliers are not told of what came before");
        appends(upgraded);
    }

    static Stream<Arguments> a_database_of_every_version_that_landed_goes_on() {
        Function<LandedDatabase, TestDatabase> h2 = LandedDatabase::upgradedOnH2;
        Function<LandedDatabase, TestDatabase> postgresql = LandedDatabase::upgradedOnPostgresql;
        return Stream.of(LandedDatabase.values())
                .flatMap(landed ->
                        Stream.of(Arguments.of(landed, "H2", h2), Arguments.of(landed, "PostgreSQL", postgresql)));
    }

    /** Each store gives as many values as there are rows in its table. */
    private static void everythingCanBeRead(LandedDatabase landed, TestDatabase database) {
        Map<String, Integer> read = database.unitOfWork()
                .required(() -> Map.of(
                        "trace_event", database.ledger().after(0, ALL).size(),
                        "item", database.items().all().size(),
                        "party", database.parties().all().size(),
                        "site", database.sites().all().size(),
                        "lot", lots(database).size(),
                        "purchase_order",
                                database.purchaseOrders().after("", 10_000).size(),
                        "sales_order", database.salesOrders().after("", 10_000).size(),
                        "journal_entry", journal(database).size(),
                        "interchange", readWithContent(database.interchanges()),
                        "recall_case", database.recalls().all().size()));

        read.forEach((table, count) -> assertEquals(landed.rows(table), count, table));
        assertFalse(journal(database).isEmpty());
    }

    private static int readWithContent(InterchangeStore interchanges) {
        return (int) interchanges.recent(ALL).stream()
                .filter(record -> interchanges.content(record.id()).length > 0)
                .count();
    }

    private static List<JournalEntry> journal(TestDatabase database) {
        return database.unitOfWork()
                .required(() -> database.costs().between(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 12, 31), 0, ALL));
    }

    private static List<Lot> lots(TestDatabase database) {
        return database.unitOfWork().required(() -> database.lots().after(Optional.empty(), ALL));
    }

    private static Map<String, Quantity> stock(LedgerFixture upgraded) {
        Map<String, Quantity> stock = new TreeMap<>();
        balances(upgraded).forEach(balance -> stock.put(balance.lot() + " " + balance.position(), balance.quantity()));
        return stock;
    }

    private static List<StockBalance> balances(LedgerFixture upgraded) {
        return lots(upgraded.database).stream()
                .flatMap(lot -> upgraded.stock.ofLot(lot.key()).stream())
                .filter(balance -> balance.quantity().isPositive())
                .toList();
    }

    private static Map<String, Quantity> stockByEvents(LedgerFixture upgraded) {
        Map<String, Quantity> stock = new TreeMap<>();
        for (RecordedEvent recorded : upgraded.ledger.after(0, ALL)) {
            for (EventLine line : recorded.event().lines()) {
                add(stock, line, line.from(), line.quantity().negated());
                add(stock, line, line.to(), line.quantity());
            }
        }
        stock.values().removeIf(quantity -> !quantity.isPositive());
        return stock;
    }

    private static void add(Map<String, Quantity> stock, EventLine line, Position position, Quantity change) {
        if (position.place().kind().holdsStock()) {
            stock.merge(line.lot() + " " + position, change, Quantity::plus);
        }
    }

    /** A count that finds one more of a lot that is there. */
    private static void appends(LedgerFixture upgraded) {
        long head = upgraded.ledger.head();
        StockBalance counted = balances(upgraded).stream()
                .filter(balance -> balance.position().place().kind() == PlaceKind.LOCATION)
                .findFirst()
                .orElseThrow();

        Outcome<RecordedEvent> result = upgraded.ledger.append(anEvent("after-the-upgrade", COUNT)
                .of(COUNT_SHEET, "after-the-upgrade")
                .moving(
                        counted.lot(),
                        "1 " + counted.quantity().unit().code(),
                        Position.at(
                                Place.countDifference(counted.position().place().site())),
                        counted.position())
                .build());

        assertInstanceOf(Outcome.Done.class, result);
        assertEquals(head + 1, upgraded.ledger.head());
        assertEquals(Optional.empty(), upgraded.ledger.firstBrokenPosition());
        assertEquals(stockByEvents(upgraded), stock(upgraded));
    }
}
