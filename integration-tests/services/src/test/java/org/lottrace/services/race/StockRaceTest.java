package org.lottrace.services.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.EventType.DISPOSE;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.event.EventType.SHIP;
import static org.lottrace.api.event.EventType.TRANSFER;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.LINE;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.services.race.Lock.BALANCES;
import static org.lottrace.services.race.Lock.FIRST_BALANCES;
import static org.lottrace.services.race.RacedBakery.BREAD_1;
import static org.lottrace.services.race.RacedBakery.FLOUR_1;
import static org.lottrace.services.race.RacedBakery.on;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.allocation.AllocationWaves;
import org.lottrace.api.allocation.Fairness;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.Arrival;
import org.lottrace.api.movement.CustomerReturn;
import org.lottrace.api.movement.Disposal;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.OpeningStock;
import org.lottrace.api.movement.StockCount;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.services.race.Race.Requests;

/** Two take from, or look at, the same stock. */
class StockRaceTest extends RaceTest {
    private static final Site APPEND = BALANCES.in("LedgerService.appendUnderLock");
    private static final Site EARLIER = BALANCES.in("EventTimesService.notThereYet");
    private static final Site COUNT = BALANCES.in("BookAt.of");
    private static final Site TAKE_BACK = BALANCES.in("TakeBackGoods.takeBack");

    @TestFactory
    Stream<DynamicTest> a_balance_is_the_sum_of_its_events() {
        return race().firstHolds(APPEND).secondWants(APPEND).tests(bakery -> {
            bakery.withStock(FLOUR_1, "100 KGM");
            return new Requests(
                    () -> bakery.append(anEvent("t1", TRANSFER)
                            .moving(FLOUR_1.key(), "30 KGM", in(SHELF), in(DOCK))
                            .build()),
                    () -> bakery.append(anEvent("t2", TRANSFER)
                            .moving(FLOUR_1.key(), "30 KGM", in(SHELF), in(LINE))
                            .build()),
                    () -> assertEquals(
                            List.of("BER/A-01 40 KGM", "BER/DOCK 30 KGM", "BER/LINE1 30 KGM"), bakery.stock(FLOUR_1)));
        });
    }

    @TestFactory
    Stream<DynamicTest> nothing_is_taken_twice_that_was_there_once_at_that_time() {
        return race().firstHolds(EARLIER).secondWants(EARLIER).tests(bakery -> {
            bakery.withStock(FLOUR_1, "100 KGM");
            done(bakery.append(anEvent("later", RECEIVE)
                    .in(aContext("later").at("2026-03-03T08:00:00Z").build())
                    .moving(FLOUR_1.key(), "100 KGM", Place.party(MILL), in(SHELF))
                    .build()));
            return new Requests(
                    () -> disposed(bakery, "d1", "80 KGM"),
                    () -> disposed(bakery, "d2", "80 KGM"),
                    () -> assertEquals(List.of("RECEIVE", "RECEIVE", "DISPOSE"), bakery.history(FLOUR_1)));
        });
    }

    @TestFactory
    Stream<DynamicTest> a_piece_with_a_serial_number_goes_once() {
        return race().firstHoldsToo(EARLIER).secondWants(EARLIER).tests(bakery -> {
            bakery.withStock(BREAD_1, "24 C62");
            return new Requests(
                    () -> disposedPiece(bakery, "d1"),
                    () -> disposedPiece(bakery, "d2"),
                    () -> assertEquals(List.of("RECEIVE", "DISPOSE"), bakery.history(BREAD_1)));
        });
    }

    private static Outcome<RecordedEvent> disposedPiece(RacedBakery bakery, String id) {
        LotQuantity piece = new LotQuantity(
                LotReference.to(BREAD_1.key()),
                SHELF,
                Optional.empty(),
                quantity("1 C62"),
                List.of(KeyDataElement.SERIAL.is(new KeyDataValue.Text("SN-1"))));
        return bakery.capture().dispose(new Disposal(aContext(id).requested().request(), id, List.of(piece)));
    }

    /** Each finds what the other has not taken; nothing is reserved on the road, so only the balances keep them apart. */
    @TestFactory
    Stream<DynamicTest> two_reports_of_the_last_goods_are_both_recorded() {
        Site room = BALANCES.in("MakingRoom.forReport");
        return race().firstHolds(room).secondWaitsAt(room).tests(bakery -> {
            bakery.withStock(FLOUR_1, "100 KGM");
            done(bakery.append(anEvent("t1", TRANSFER)
                    .moving(FLOUR_1.key(), "100 KGM", in(SHELF), Place.inTransit(BERLIN))
                    .build()));
            return new Requests(
                    () -> arrived(bakery, "a1"),
                    () -> arrived(bakery, "a2"),
                    () -> assertEquals(List.of("BER/A-01 160 KGM"), bakery.stock(FLOUR_1)));
        });
    }

    /** What was there when the difference was worked out is there when it is booked. */
    @TestFactory
    Stream<DynamicTest> a_count_is_booked_against_the_stock_that_it_was_compared_with() {
        return race().firstHolds(COUNT).secondWants(APPEND).tests(bakery -> {
            bakery.withStock(FLOUR_1, "100 KGM");
            return new Requests(
                    () -> counted(bakery, "C1", "10 KGM"),
                    () -> bakery.append(anEvent("t1", TRANSFER)
                            .moving(FLOUR_1.key(), "50 KGM", in(SHELF), in(DOCK))
                            .build()),
                    () -> assertEquals(List.of("BER/A-01 10 KGM"), bakery.stock(FLOUR_1)));
        });
    }

    @TestFactory
    Stream<DynamicTest> a_lot_is_opened_once() {
        Site open = BALANCES.in("OpenStock.write");
        return race().firstHolds(open).secondWants(open).tests(bakery -> {
            bakery.database.lots().insert(FLOUR_1);
            return new Requests(
                    () -> opened(bakery, "o1"),
                    () -> opened(bakery, "o2"),
                    () -> assertEquals(List.of("BER/A-01 100 KGM"), bakery.stock(FLOUR_1)));
        });
    }

    @TestFactory
    Stream<DynamicTest> no_more_comes_back_than_left() {
        return race().firstHolds(TAKE_BACK).secondWants(TAKE_BACK).tests(bakery -> {
            bakery.withStock(BREAD_1, "24 C62");
            done(bakery.append(anEvent("s1", SHIP)
                    .of(DocumentType.SHIPMENT, "S1")
                    .moving(BREAD_1.key(), "24 C62", in(SHELF), Place.party(MARKET))
                    .build()));
            return new Requests(
                    () -> takenBack(bakery, "R1"),
                    () -> takenBack(bakery, "R2"),
                    () -> assertEquals(List.of("BER/A-01 20 C62"), bakery.stock(BREAD_1)));
        });
    }

    @TestFactory
    Stream<DynamicTest> nothing_is_reserved_of_what_is_gone() {
        return race().firstHolds(BALANCES.in("SiteOffers.lock"))
                .untilBefore(ReservationStore.class, "save")
                .secondWants(APPEND)
                .tests(bakery -> {
                    bakery.withStock(BREAD_1, "24 C62")
                            .withOrder(
                                    aSalesOrder("SO1").ordering(BREAD, "2 CS").build());
                    return new Requests(
                            () -> bakery.service(Allocation.class).allocate("SO1"),
                            () -> bakery.append(anEvent("d1", DISPOSE)
                                    .moving(BREAD_1.key(), "24 C62", in(SHELF), Place.disposal(BERLIN))
                                    .build()),
                            () -> assertEquals(bakery.stock(BREAD_1), bakery.reserved(BREAD_1)));
                });
    }

    /** The few lots that a wave wants are looked up before they are locked. */
    @TestFactory
    Stream<DynamicTest> a_wave_reserves_nothing_of_what_is_gone() {
        return race().firstHolds(FIRST_BALANCES.in("SiteOffers.lockFirst"))
                .untilBefore(ReservationStore.class, "save")
                .secondWants(APPEND)
                .tests(bakery -> {
                    bakery.withStock(BREAD_1, "24 C62")
                            .withOrder(
                                    aSalesOrder("SO1").ordering(BREAD, "2 CS").build());
                    return new Requests(
                            () -> bakery.service(AllocationWaves.class).allocate(List.of("SO1"), Fairness.AS_LISTED),
                            () -> bakery.append(anEvent("d1", DISPOSE)
                                    .moving(BREAD_1.key(), "24 C62", in(SHELF), Place.disposal(BERLIN))
                                    .build()),
                            () -> assertEquals(bakery.stock(BREAD_1), bakery.reserved(BREAD_1)));
                });
    }

    private static Outcome<RecordedEvent> disposed(RacedBakery bakery, String id, String quantity) {
        return bakery.capture()
                .dispose(new Disposal(aContext(id).requested().request(), id, List.of(on(SHELF, FLOUR_1, quantity))));
    }

    private static Outcome<RecordedEvent> arrived(RacedBakery bakery, String id) {
        return bakery.capture()
                .arrive(new Arrival(
                        aContext(id).request(),
                        BERLIN,
                        SHELF,
                        List.of(),
                        List.of(new Arrival.Line(
                                LotReference.to(FLOUR_1.key()), quantity("80 KGM"), Optional.empty()))));
    }

    private static Outcome<RecordedEvent> opened(RacedBakery bakery, String id) {
        return bakery.capture()
                .open(new OpeningStock(
                        aContext(id).request(),
                        id,
                        List.of(new OpeningStock.Line(
                                FLOUR_1,
                                SHELF,
                                Optional.empty(),
                                quantity("100 KGM"),
                                new UnitPrice(BigDecimal.ONE, "EUR", new UnitOfMeasure("KGM"))))));
    }

    private static Outcome<RecordedEvent> counted(RacedBakery bakery, String sheet, String found) {
        return bakery.capture()
                .count(new StockCount(aContext(sheet).request(), sheet, List.of(on(SHELF, FLOUR_1, found))));
    }

    private static Outcome<RecordedEvent> takenBack(RacedBakery bakery, String number) {
        return bakery.capture()
                .takeBack(new CustomerReturn(
                        aContext(number).requested().request(), number, "S1", List.of(on(SHELF, BREAD_1, "20 C62"))));
    }
}
