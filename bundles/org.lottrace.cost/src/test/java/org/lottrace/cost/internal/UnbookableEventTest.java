package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.event.DocumentType.PRODUCTION_ORDER;
import static org.lottrace.api.event.DocumentType.RETURN_ORDER;
import static org.lottrace.api.event.DocumentType.SALES_ORDER;
import static org.lottrace.api.event.DocumentType.SHIPMENT;
import static org.lottrace.api.event.DocumentType.TRANSFER_ORDER;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.DOUGH;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.cost.internal.Captured.STOCK;
import static org.lottrace.cost.internal.Captured.consumed;
import static org.lottrace.cost.internal.Captured.produced;
import static org.lottrace.cost.internal.Captured.received;
import static org.lottrace.cost.internal.Captured.shipped;
import static org.lottrace.cost.internal.Goods.goods;

import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.lot.LotKey;

/** Events that the rules cannot book: each is refused whole, with the reason. */
class UnbookableEventTest {
    private static final LotKey FLOUR = aLot("F1").key();
    private static final LotKey DOUGH_LOT = aLot("D1").of(DOUGH).madeAt(BERLIN).key();

    static Stream<Arguments> events() {
        Place market = Place.party(MARKET);
        Place disposal = Place.disposal(BERLIN);
        return Stream.of(
                Arguments.of(shipped("E", "SO1", goods(FLOUR, "7 KGM")), "the books have only 6 KGM"),
                Arguments.of(shipped("E", "SO1", goods(DOUGH_LOT, "1 KGM")), "the books have only 0 KGM"),
                Arguments.of(
                        anEvent("E", EventType.SUPPLIER_RETURN)
                                .of(RETURN_ORDER, "E")
                                .moving(FLOUR, "7 KGM", STOCK, market)
                                .build(),
                        "the books have only 6 KGM"),
                Arguments.of(
                        anEvent("E", EventType.SUPPLIER_RETURN)
                                .of(RETURN_ORDER, "E")
                                .moving(FLOUR, "1 KGM", STOCK, disposal)
                                .build(),
                        "no booking for a SUPPLIER_RETURN line"),
                Arguments.of(
                        anEvent("E", EventType.REVERSE)
                                .moving(FLOUR, "1 KGM", market, STOCK)
                                .build(),
                        "names no event to reverse"),
                Arguments.of(
                        anEvent("E", EventType.SHIP)
                                .of(SHIPMENT, "E")
                                .moving(FLOUR, "1 KGM", STOCK, market)
                                .build(),
                        "no line of a sales order"),
                Arguments.of(
                        anEvent("E", EventType.TRANSFER)
                                .of(TRANSFER_ORDER, "E")
                                .moving(FLOUR, "1 KGM", STOCK, disposal)
                                .build(),
                        "no booking for a TRANSFER line"),
                Arguments.of(
                        anEvent("E", EventType.DISPOSE)
                                .moving(FLOUR, "1 KGM", STOCK, disposal)
                                .build(),
                        "names no document"),
                Arguments.of(
                        anEvent("E", EventType.COUNT)
                                .moving(FLOUR, "1 KGM", STOCK, disposal)
                                .build(),
                        "no booking for a COUNT line"),
                Arguments.of(
                        anEvent("E", EventType.OPENING)
                                .moving(FLOUR, "1 KGM", Place.opening(BERLIN), STOCK)
                                .build(),
                        "has no cost"),
                Arguments.of(
                        anEvent("E", EventType.CONSUME)
                                .moving(FLOUR, "1 KGM", STOCK, disposal)
                                .build(),
                        "names no production order"),
                Arguments.of(
                        anEvent("E", EventType.CONSUME)
                                .of(PRODUCTION_ORDER, "MO1")
                                .moving(FLOUR, "1 KGM", STOCK, Place.of(disposal.kind(), "MO2"))
                                .build(),
                        "but the event belongs to PRODUCTION_ORDER MO1"),
                Arguments.of(
                        produced("E", "MO9", goods(DOUGH_LOT, "1 KGM"), goods(FLOUR, "1 KGM")),
                        "never booked into the work in process of PRODUCTION_ORDER MO9"),
                Arguments.of(
                        produced("E", "MO1", goods(DOUGH_LOT, "1 KGM"), goods(FLOUR, "4 KGM")),
                        "the books have only 3 KGM"),
                Arguments.of(
                        production("2 KGM").build(), "3 KGM of lot " + FLOUR + " were consumed, but 2 KGM are tied"),
                Arguments.of(
                        production("3 KGM")
                                .making(aLot("X").key(), FLOUR, "1 KGM")
                                .build(),
                        "not among its outputs"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void is_refused_with_the_reason_and_changes_nothing(TraceEvent event, String reason) {
        MemoryBooks books = new MemoryBooks().priced("P1", "1.00");
        books.bookAll(
                received("N1", "P1", goods(FLOUR, "10 KGM")),
                shipped("S1", "SO1", goods(FLOUR, "1 KGM")),
                consumed("C1", "MO1", goods(FLOUR, "3 KGM")));

        String message = assertThrows(UnbookableEventException.class, () -> books.book(event))
                .getMessage();

        assertTrue(message.contains(reason), message);
        assertEquals(Money.parse("EUR 9.00"), books.valueOf(FLOUR));
    }

    /** Everything else about the events is as it should be: documents, order line, quantity. */
    static Stream<Arguments> linesThatLeadElsewhere() {
        Place market = Place.party(MARKET);
        Place disposal = Place.disposal(BERLIN);
        Place difference = Place.countDifference(BERLIN);
        Place process = Place.productionOrder(new DocumentReference(PRODUCTION_ORDER, "MO1"));
        Place transformation = Place.transformation(BERLIN);
        return Stream.of(
                Arguments.of(EventType.RECEIVE, market, disposal),
                Arguments.of(EventType.RECEIVE, disposal, STOCK),
                Arguments.of(EventType.RETURN, market, disposal),
                Arguments.of(EventType.RETURN, disposal, STOCK),
                Arguments.of(EventType.SHIP, STOCK, disposal),
                Arguments.of(EventType.SHIP, disposal, market),
                Arguments.of(EventType.CONSUME, STOCK, Place.of(PlaceKind.TRANSFORMATION, process.code())),
                Arguments.of(EventType.CONSUME, market, process),
                Arguments.of(EventType.PRODUCE, STOCK, transformation),
                Arguments.of(EventType.PRODUCE, process, STOCK),
                Arguments.of(EventType.PRODUCE, transformation, market),
                Arguments.of(EventType.COUNT, difference, disposal),
                Arguments.of(EventType.COUNT, market, STOCK),
                Arguments.of(EventType.COUNT, market, difference),
                Arguments.of(EventType.OPENING, Place.opening(BERLIN), disposal),
                Arguments.of(EventType.OPENING, market, STOCK),
                Arguments.of(EventType.DISPOSE, STOCK, market),
                Arguments.of(EventType.DISPOSE, market, disposal),
                Arguments.of(EventType.TRANSFER, market, STOCK),
                Arguments.of(EventType.TRANSFER, STOCK, market));
    }

    @ParameterizedTest(name = "{0} {1} > {2}")
    @MethodSource("linesThatLeadElsewhere")
    void a_line_between_places_that_its_event_does_not_know_is_refused(EventType type, Place from, Place to) {
        TraceEvent event = anEvent("E", type)
                .of(SHIPMENT, "S1")
                .of(PRODUCTION_ORDER, "MO1")
                .moving(
                        FLOUR,
                        "1 KGM",
                        Position.at(from),
                        Position.at(to),
                        new OrderLineReference(new DocumentReference(SALES_ORDER, "SO1"), 1))
                .build();

        is_refused_with_the_reason_and_changes_nothing(
                event, "there is no booking for a " + type + " line that moves lot " + FLOUR + " from " + from);
    }

    private static EventBuilder production(String tied) {
        EventBuilder event = anEvent("E", EventType.PRODUCE).of(PRODUCTION_ORDER, "MO1");
        Captured.used(event, "MO1", goods(FLOUR, "3 KGM"));
        return Captured.made(event.making(DOUGH_LOT, FLOUR, tied), goods(DOUGH_LOT, "3 KGM"));
    }
}
