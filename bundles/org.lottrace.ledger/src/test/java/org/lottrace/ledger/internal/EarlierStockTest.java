package org.lottrace.ledger.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.EventType.TRANSFER;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.store.LaterLine;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.lot.LotKey;

/**
 * Ten kilograms stand on the shelf. At noon there were five, three of them left at one, and eight came at two: from one to
 * two there were two, but for what the clocks may differ.
 */
class EarlierStockTest {
    private static final LotKey LOT = aLot("L1").key();
    private static final Place OUT = Place.party(MILL);

    private final EarlierStock stock = stock("14:00", Duration.ZERO);

    @ParameterizedTest
    @CsvSource({
        "2 KGM, ''",
        "2.1 KGM, LOT_NOT_THERE_YET lines[1].lot",
        "5.1 KGM, LOT_NOT_THERE_YET lines[1].lot",
        "10 KGM, LOT_NOT_THERE_YET lines[1].lot",
        // the ledger says that there is not enough now
        "10.1 KGM, ''"
    })
    void what_came_later_could_not_be_taken(String taken, String missing) {
        assertEquals(missing, missing(move().moving(LOT, taken, in(SHELF), OUT)));
    }

    @Test
    void the_lines_of_an_event_take_from_the_same_stock() {
        assertEquals(
                "LOT_NOT_THERE_YET lines[2].lot",
                missing(move().moving(LOT, "1 KGM", in(SHELF), OUT).moving(LOT, "1.1 KGM", in(SHELF), OUT)));
    }

    @Test
    void where_nothing_has_moved_since_and_outside_nothing_is_missing() {
        assertEquals("", missing(move().moving(LOT, "10 KGM", in(DOCK), OUT)));
        assertEquals("", missing(move().moving(LOT, "2 KGM", OUT, in(DOCK))));
    }

    @ParameterizedTest
    @CsvSource({
        "3 KGM, 3 KGM taken at 2026-03-02T12:00:00Z would be missing from 2026-03-02T13:00:00Z on when there was 2 KGM",
        "6 KGM, 6 KGM taken at 2026-03-02T12:00:00Z would be missing from 2026-03-02T12:00:00Z on when there was 5 KGM"
    })
    void it_says_from_when_on_it_would_be_missing(String taken, String message) {
        String said = stock.missing(move().moving(LOT, taken, in(SHELF), OUT).build())
                .get(0)
                .message();

        assertEquals(
                "lot MILL/FLOUR/L1 at BER/A-01: " + message.replace(" on when", " on, when")
                        + ", and more came only later; check the time and the lot",
                said);
    }

    @Test
    void what_came_may_have_come_earlier_by_as_much_as_clocks_differ() {
        EventBuilder five = move().moving(LOT, "5 KGM", in(SHELF), OUT);

        assertEquals("", missing(stock("13:15", Duration.ofMinutes(15)), five));
        assertEquals("LOT_NOT_THERE_YET lines[1].lot", missing(stock("13:16", Duration.ofMinutes(15)), five));
    }

    @Test
    void what_goes_and_comes_at_the_same_moment_is_not_missing_in_between() {
        assertEquals("", missing(stock("13:00", Duration.ZERO), move().moving(LOT, "5 KGM", in(SHELF), OUT)));
    }

    private String missing(EventBuilder event) {
        return missing(stock, event);
    }

    private static String missing(EarlierStock stock, EventBuilder event) {
        return String.join(
                " ",
                stock.missing(event.build()).stream()
                        .map(v -> v.code() + " " + v.path())
                        .toList());
    }

    private static EarlierStock stock(String cameAt, Duration tolerance) {
        return new EarlierStock(
                List.of(
                        new StockBalance(LOT, Position.at(in(SHELF)), quantity("10 KGM")),
                        new StockBalance(LOT, Position.at(in(DOCK)), quantity("10 KGM"))),
                List.of(
                        later(cameAt, move().moving(LOT, "8 KGM", OUT, in(SHELF))),
                        later("13:00", move().moving(LOT, "3 KGM", in(SHELF), OUT))),
                tolerance);
    }

    private static LaterLine later(String time, EventBuilder event) {
        return new LaterLine(
                Instant.parse("2026-03-02T" + time + ":00Z"),
                event.build().lines().get(0));
    }

    private static EventBuilder move() {
        return anEvent("e1", TRANSFER)
                .in(aContext("e1").at("2026-03-02T12:00:00Z").build());
    }
}
