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
import org.lottrace.api.violation.Violation;

/** Ten kilograms of a lot stand on the shelf. */
class StockChangeTest {
    private static final LotKey LOT = aLot("L1").key();
    private static final LotKey OTHER = aLot("L2").key();
    private static final Place OUT = Place.party(MILL);
    private static final Position ON_SHELF = Position.at(in(SHELF));
    private static final Position ON_DOCK = Position.at(in(DOCK));

    @Test
    void every_position_that_holds_stock_gets_what_it_had_and_the_sum_of_the_lines() {
        StockChange change = change(move().moving(LOT, "3 KGM", in(SHELF), in(DOCK))
                .moving(OTHER, "1 KGM", OUT, in(SHELF))
                .moving(LOT, "2 KGM", in(SHELF), OUT)
                .moving(LOT, "1 KGM", in(DOCK), in(SHELF)));

        assertEquals(
                List.of(
                        new StockBalance(LOT, ON_SHELF, quantity("6 KGM")),
                        new StockBalance(LOT, ON_DOCK, quantity("2 KGM")),
                        new StockBalance(OTHER, ON_SHELF, quantity("1 KGM"))),
                change.balances());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // taken | reserved | what is wrong
                "10 KGM   | 0 KGM  | ''",
                "10.5 KGM | 0 KGM  | STOCK_INSUFFICIENT there is 10 KGM, 0.5 KGM too little",
                "6 KGM    | 4 KGM  | ''",
                "7 KGM    | 4 KGM  | STOCK_RESERVED there is 10 KGM, less 4 KGM reserved, 1 KGM too little",
                "11 KGM   | 4 KGM  | STOCK_INSUFFICIENT there is 10 KGM, 1 KGM too little"
            })
    void what_is_there_and_not_reserved_can_be_taken(String taken, String reserved, String wrong) {
        List<Violation> violations = change(move().moving(LOT, taken, in(SHELF), OUT))
                .violations(List.of(reserved(LOT, ON_SHELF, reserved)));

        assertEquals(
                wrong.isEmpty() ? List.of() : List.of(wrong),
                violations.stream()
                        .map(v -> v.code() + v.message().substring(v.message().lastIndexOf(':') + 1))
                        .toList());
    }

    @Test
    void nothing_else_than_what_is_reserved_of_the_lot_at_the_position_counts() {
        StockChange change = change(move().moving(LOT, "10 KGM", in(SHELF), OUT));

        assertEquals(
                List.of(),
                change.violations(List.of(reserved(OTHER, ON_SHELF, "1 KGM"), reserved(LOT, ON_DOCK, "1 KGM"))));
    }

    /** More may be reserved than there is, when goods were missed at a count. */
    @ParameterizedTest
    @CsvSource({"1 KGM, 2 KGM, ''", "2 KGM, 2 KGM, ''", "2 KGM, 1 KGM, STOCK_RESERVED"})
    void a_position_that_does_not_get_less_breaks_no_reservation(String taken, String put, String code) {
        StockChange change = change(move().moving(LOT, taken, in(SHELF), OUT).moving(LOT, put, OUT, in(SHELF)));

        assertEquals(
                code.isEmpty() ? List.of() : List.of(code),
                change.violations(List.of(reserved(LOT, ON_SHELF, "20 KGM"))).stream()
                        .map(Violation::code)
                        .toList());
    }

    /** It takes 5, 4, 3 and 2 of the shelf: 4 too many, which the third line has the first of. */
    @Test
    void the_line_is_named_from_which_on_the_stock_is_used_up() {
        StockChange change = change(move().moving(LOT, "5 KGM", in(SHELF), OUT)
                .moving(LOT, "4 KGM", in(SHELF), OUT)
                .moving(LOT, "3 KGM", in(SHELF), OUT)
                .moving(LOT, "2 KGM", in(SHELF), OUT)
                .moving(OTHER, "9 KGM", OUT, in(DOCK))
                .moving(LOT, "9 KGM", OUT, in(DOCK)));

        assertEquals("lines[3].quantity", path(change));
    }

    /** It takes 10 and 2: exactly the last line is too much. */
    @Test
    void a_line_that_is_served_exactly_is_not_named() {
        StockChange change = change(move().moving(LOT, "10 KGM", in(SHELF), OUT).moving(LOT, "2 KGM", in(SHELF), OUT));

        assertEquals("lines[2].quantity", path(change));
    }

    private static String path(StockChange change) {
        return change.violations(List.of()).get(0).path().toString();
    }

    private static StockChange change(EventBuilder event) {
        return new StockChange(event.build().lines(), List.of(new StockBalance(LOT, ON_SHELF, quantity("10 KGM"))));
    }

    private static EventBuilder move() {
        return anEvent("e1", TRANSFER);
    }

    private static StockBalance reserved(LotKey lot, Position position, String quantity) {
        return new StockBalance(lot, position, quantity(quantity));
    }
}
