package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.EventType.PUT_AWAY;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.event.EventType.REVERSE;
import static org.lottrace.api.event.EventType.SHIP;
import static org.lottrace.api.event.EventType.TRANSFER;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.overview.PastStockFilter;
import org.lottrace.api.overview.StockLine;

/** Each event is recorded a day after it happened, in March. */
class PastStockStoreContractIT extends StoreContract {
    private static final int ALL = 100;

    private LotKey flour;
    private LotKey salt;

    @BeforeEach
    void some_days() {
        flour = stored(aLot("F1").of(FLOUR).build());
        salt = stored(aLot("S1").of(SALT).build());
        record(happened("1", "r1", RECEIVE).moving(flour, "100 KGM", Place.party(MILL), in(DOCK)), "2");
        record(happened("3", "r2", RECEIVE).moving(salt, "7 KGM", Place.party(MILL), in(DOCK)), "4");
        record(
                happened("5", "m1", PUT_AWAY)
                        .moving(flour, "30 KGM", Position.at(in(DOCK)), Position.at(in(SHELF), pallet(1))),
                "6");
        record(happened("7", "d1", TRANSFER).moving(flour, "20 KGM", in(DOCK), Place.inTransit(POTSDAM)), "8");
        record(
                happened("5", "u1", REVERSE)
                        .correcting("m1")
                        .moving(flour, "30 KGM", Position.at(in(SHELF), pallet(1)), Position.at(in(DOCK))),
                "10");
        record(happened("2", "late", PUT_AWAY).moving(flour, "1 KGM", in(DOCK), in(SHELF)), "12");
        inOne(() -> db.stock()
                .save(List.of(
                        new StockBalance(flour, Position.at(in(SHELF)), quantity("1 KGM")),
                        new StockBalance(flour, Position.at(in(DOCK)), quantity("79 KGM")),
                        new StockBalance(flour, Position.at(Place.inTransit(POTSDAM)), quantity("20 KGM")),
                        new StockBalance(salt, Position.at(in(DOCK)), quantity("7 KGM")))));
    }

    /** Nothing of it is in stock now: the days on which there was some are found all the same, and no others. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            1 | -  | - | ''
            3 | -  | - | G1 BER/DOCK 5
            5 | -  | - | ''
            - | 13 | - | G1 BER/DOCK 5
            - | 14 | - | ''
            - | -  | 7 | G1 BER/DOCK 5
            - | -  | 6 | ''
            5 | 13 | - | G1 BER/DOCK 5
            1 | 13 | - | ''
            """)
    void a_lot_that_came_and_went_had_stock_between(String happened, String known, Long position, String balances) {
        LotKey gone = stored(aLot("G1").of(SALT).build());
        record(happened("2", "came", RECEIVE).moving(gone, "5 KGM", Place.party(MILL), in(DOCK)), "13");
        record(happened("4", "went", SHIP).moving(gone, "5 KGM", in(DOCK), Place.party(MILL)), "14");
        PastStockFilter onlyIt = new PastStockFilter(Optional.empty(), Optional.empty(), Optional.of(gone));
        AsOf asOf = new AsOf(
                Optional.ofNullable(position),
                Optional.ofNullable(known).map(PastStockStoreContractIT::march),
                Optional.ofNullable(happened).map(PastStockStoreContractIT::march));

        assertEquals(balances, told(db.pastStock().page(onlyIt, asOf, Optional.empty(), ALL)));
    }

    private static EventBuilder happened(String day, String id, EventType type) {
        return anEvent(id, type).in(aContext(id).at(march(day).toString()).build());
    }

    private static Instant march(String day) {
        return Instant.parse("2026-03-%02dT08:00:00Z".formatted(Integer.parseInt(day)));
    }

    private void record(EventBuilder built, String day) {
        TraceEvent event = built.build();
        inOne(() -> {
            long position = db.ledger().lockHead().position() + 1;
            db.ledger().append(new RecordedEvent(event, position, march(day), String.format("%064x", position)));
        });
    }

    /** As it is known now, the move on day 5 never happened, and that on day 2 did. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            1  | -  | - | F1 BER/DOCK 100
            2  | -  | - | F1 BER/A-01 1, F1 BER/DOCK 99
            6  | -  | - | F1 BER/A-01 1, F1 BER/DOCK 99, S1 BER/DOCK 7
            -  | 1  | - | -
            -  | 3  | - | F1 BER/DOCK 100
            -  | 9  | - | F1 BER/A-01+ 30, F1 BER/DOCK 50, F1 POT 20, S1 BER/DOCK 7
            -  | 11 | - | F1 BER/DOCK 80, F1 POT 20, S1 BER/DOCK 7
            4  | 9  | - | F1 BER/DOCK 100, S1 BER/DOCK 7
            6  | 9  | - | F1 BER/A-01+ 30, F1 BER/DOCK 70, S1 BER/DOCK 7
            -  | -  | 2 | F1 BER/DOCK 100, S1 BER/DOCK 7
            -  | -  | 4 | F1 BER/A-01+ 30, F1 BER/DOCK 50, F1 POT 20, S1 BER/DOCK 7
            -  | -  | - | F1 BER/A-01 1, F1 BER/DOCK 79, F1 POT 20, S1 BER/DOCK 7
            """)
    void what_counted_then_is_added_up(String happened, String known, Long position, String balances) {
        AsOf asOf = new AsOf(
                Optional.ofNullable(position),
                Optional.ofNullable(known).map(PastStockStoreContractIT::march),
                Optional.ofNullable(happened).map(PastStockStoreContractIT::march));

        assertEquals(
                Optional.ofNullable(balances).orElse(""),
                told(db.pastStock().page(PastStockFilter.NONE, asOf, Optional.empty(), ALL)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            BER | -     | -              | F1 BER/A-01+ 30, F1 BER/DOCK 50, S1 BER/DOCK 7
            BE  | -     | -              | ''
            POT | -     | -              | ''
            -   | SALT  | -              | S1 BER/DOCK 7
            -   | -     | MILL/FLOUR/F1  | F1 BER/A-01+ 30, F1 BER/DOCK 50, F1 POT 20
            BER | FLOUR | MILL/FLOUR/F1  | F1 BER/A-01+ 30, F1 BER/DOCK 50
            BER | SALT  | MILL/FLOUR/F1  | ''
            """)
    void a_filter_leaves_out_the_rest(String site, String item, String lot, String balances) {
        PastStockFilter filter = new PastStockFilter(
                Optional.ofNullable(site).map(SiteId::new),
                Optional.ofNullable(item).map(ItemNumber::new),
                Optional.ofNullable(lot).map(LotKey::parse));

        assertEquals(balances, told(db.pastStock().page(filter, AsOf.knownAt(march("9")), Optional.empty(), ALL)));
    }

    @Test
    void each_page_begins_behind_the_one_before() {
        AsOf then = AsOf.knownAt(march("9"));
        List<StockBalance> all = db.pastStock().page(PastStockFilter.NONE, then, Optional.empty(), ALL);
        for (int limit = 1; limit <= all.size(); limit++) {
            List<StockBalance> read = new ArrayList<>();
            List<StockBalance> page;
            do {
                page = db.pastStock().page(PastStockFilter.NONE, then, last(read), limit);
                read.addAll(page);
            } while (page.size() == limit);

            assertEquals(all, read, "pages of " + limit);
        }
    }

    private static Optional<StockLine.Key> last(List<StockBalance> read) {
        return read.isEmpty()
                ? Optional.empty()
                : Optional.of(new StockLine.Key(
                        read.get(read.size() - 1).lot(),
                        read.get(read.size() - 1).position()));
    }

    @Test
    void without_a_date_it_is_the_stock_of_now() {
        assertEquals(
                "F1 BER/A-01 1, F1 BER/DOCK 79, S1 BER/DOCK 7",
                told(db.pastStock().page(PastStockFilter.at(BERLIN), AsOf.LATEST, Optional.empty(), ALL)));
    }

    /** Many lots that never had any lie between the first and the last. */
    @Test
    void a_page_goes_on_behind_lots_without_stock() {
        inOne(() -> IntStream.range(0, 1_100).forEach(number -> db.lots()
                .insert(aLot("G%04d".formatted(number)).of(FLOUR).build())));
        LotKey last = stored(aLot("H1").of(FLOUR).build());
        record(happened("6", "r3", RECEIVE).moving(last, "5 KGM", Place.party(MILL), in(DOCK)), "13");
        inOne(() -> db.stock().save(List.of(new StockBalance(last, Position.at(in(DOCK)), quantity("5 KGM")))));
        List<StockBalance> all = db.pastStock().page(PastStockFilter.NONE, AsOf.LATEST, Optional.empty(), ALL);

        assertEquals("F1 BER/A-01 1, F1 BER/DOCK 79, F1 POT 20, H1 BER/DOCK 5, S1 BER/DOCK 7", told(all));
        for (int read = 1; read < all.size(); read++) {
            assertEquals(
                    all.subList(read, all.size()),
                    db.pastStock().page(PastStockFilter.NONE, AsOf.LATEST, last(all.subList(0, read)), ALL));
        }
    }

    private static String told(List<StockBalance> balances) {
        return String.join(
                ", ",
                balances.stream()
                        .map(balance -> balance.lot().number() + " "
                                + balance.position().place().code()
                                + (balance.position().container().isPresent() ? "+" : "") + " "
                                + balance.quantity().amount().toPlainString())
                        .sorted()
                        .toList());
    }
}
