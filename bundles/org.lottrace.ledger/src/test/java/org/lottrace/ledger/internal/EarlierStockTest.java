package org.lottrace.ledger.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.EventType.TRANSFER;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.lot.LotKey;

/** Ten kilograms stand on the shelf; six of them came later, and one left later. So it was five. */
class EarlierStockTest {
    private static final LotKey LOT = aLot("L1").key();
    private static final Place OUT = Place.party(MILL);

    private final EarlierStock stock = new EarlierStock(
            List.of(
                    new StockBalance(LOT, Position.at(in(SHELF)), quantity("10 KGM")),
                    new StockBalance(LOT, Position.at(in(DOCK)), quantity("10 KGM"))),
            move().moving(LOT, "6 KGM", OUT, in(SHELF))
                    .moving(LOT, "1 KGM", in(SHELF), OUT)
                    .build()
                    .lines());

    @ParameterizedTest
    @CsvSource({
        "5 KGM, ''",
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
                missing(move().moving(LOT, "3 KGM", in(SHELF), OUT).moving(LOT, "3 KGM", in(SHELF), OUT)));
    }

    @Test
    void where_nothing_has_moved_since_and_outside_nothing_is_missing() {
        assertEquals("", missing(move().moving(LOT, "10 KGM", in(DOCK), OUT)));
        assertEquals("", missing(move().moving(LOT, "2 KGM", OUT, in(DOCK))));
    }

    private String missing(EventBuilder event) {
        return String.join(
                " ",
                stock.missing(event.build()).stream()
                        .map(v -> v.code() + " " + v.path())
                        .toList());
    }

    private static EventBuilder move() {
        return anEvent("e1", TRANSFER);
    }
}
