package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;
import static org.lottrace.company.WorkingBakery.refusals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.Consumption;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.company.WorkingBakery;

/** It is 08:00 UTC on 2 March; the flour, 1000 kg of each lot, came on 1 February at 08:00 UTC. */
class PossibleTimeIT {
    private final WorkingBakery bakery = new WorkingBakery().withFlourAt("2026-02-01T08:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T08:15:00Z, 2026-03-02, ''",
        "2026-03-02T08:15:01Z, 2026-03-02, TIME_IN_FUTURE time",
        "2027-01-02T08:00:00Z, 2027-01-02, TIME_IN_FUTURE time",
        "2026-03-01T08:00:00Z, 2026-06-01, ''",
        "2026-03-01T08:00:00Z, 2026-06-02, ACCOUNTING_DATE_UNREASONABLE accountingDate",
        "2026-03-01T08:00:00Z, 2025-11-29, ''",
        "2026-03-01T08:00:00Z, 2025-11-28, ACCOUNTING_DATE_UNREASONABLE accountingDate",
        "2026-03-01T08:00:00Z, 2126-01-01, ACCOUNTING_DATE_UNREASONABLE accountingDate",
        "2026-02-01T07:45:00Z, 2026-02-01, ''",
        "2026-02-01T07:44:59Z, 2026-02-01, LOT_NOT_THERE_YET lines[1].lot",
        "2016-03-02T12:00:00Z, 2016-03-02, LOT_NOT_THERE_YET lines[1].lot",
        "2016-03-01T12:00:00Z, 2016-03-01, ACCOUNTING_DATE_UNREASONABLE accountingDate",
        "2016-03-01T12:00:00Z, 2016-03-02, LOT_NOT_THERE_YET lines[1].lot",
    })
    void a_request_is_refused_for_an_impossible_time(String time, String books, String refusal) {
        assertEquals(
                refusal.isEmpty() ? List.of() : List.of(refusal),
                refusals(consume(aContext("c1").at(time).countingOn(books).request(), on(SHELF, FLOUR_1, "1 KGM"))));
    }

    @Test
    void the_future_is_refused_together_with_every_other_reason_for_a_report_too() {
        LotReference unknown = LotReference.parse("L9");

        assertEquals(
                List.of("TIME_IN_FUTURE time", "LOT_UNKNOWN lines[1].lot"),
                refusals(consume(
                        aContext("c1")
                                .at("2126-03-02T08:00:00Z")
                                .countingOn("2026-03-02")
                                .reported()
                                .request(),
                        on(SHELF, unknown, "1 KGM"))));
    }

    @Test
    void a_day_on_which_a_report_cannot_count_is_a_finding_and_it_counts_on_its_own() {
        CaptureContext report = aContext("c1")
                .at("2026-03-01T08:00:00Z")
                .countingOn("2126-03-01")
                .reported()
                .request();

        TraceEvent event = recorded(consume(report, on(SHELF, FLOUR_1, "1 KGM")));

        assertEquals(List.of("ACCOUNTING_DATE_UNREASONABLE"), event.findings());
        assertEquals("2026-03-01", event.context().accountingDate().toString());
        assertEquals(event, recorded(consume(report, on(SHELF, FLOUR_1, "1 KGM"))), "the same again");
    }

    @Test
    void what_a_lot_could_not_give_then_is_refused_however_much_there_is_now() {
        bakery.move("out", "2026-02-10T08:00:00Z", SHELF, GATE, FLOUR_1, "900 KGM");
        bakery.move("back", "2026-02-20T08:00:00Z", GATE, SHELF, FLOUR_1, "900 KGM");
        CaptureContext between = aContext("c1").at("2026-02-15T08:00:00Z").request();

        Outcome<RecordedEvent> refused = consume(between, on(SHELF, FLOUR_1, "60 KGM"), on(SHELF, FLOUR_1, "60 KGM"));

        assertEquals(List.of("LOT_NOT_THERE_YET lines[2].lot"), refusals(refused));
        assertEquals(List.of("BER/A-01 1000 KGM"), bakery.stock(FLOUR_1));
        recorded(consume(between, on(SHELF, FLOUR_1, "100 KGM")));
    }

    /** It was there then, but others took it before more came. */
    @Test
    void what_others_took_later_cannot_have_been_taken_before() {
        bakery.move("out", "2026-02-10T08:00:00Z", SHELF, GATE, FLOUR_1, "900 KGM");
        bakery.move("back", "2026-02-20T08:00:00Z", GATE, SHELF, FLOUR_1, "900 KGM");
        CaptureContext before = aContext("c1").at("2026-02-05T08:00:00Z").request();

        Outcome<RecordedEvent> refused = consume(before, on(SHELF, FLOUR_1, "101 KGM"));

        assertEquals(List.of("LOT_NOT_THERE_YET lines[1].lot"), refusals(refused));
        TraceEvent reported = recorded(
                consume(aContext("c2").at("2026-02-05T08:00:00Z").reported().request(), on(SHELF, FLOUR_1, "101 KGM")));
        assertEquals(
                List.of(KeyDataElement.FINDING.is(new KeyDataValue.Code("LOT_NOT_THERE_YET"))), reported.keyData());
    }

    @Test
    void what_others_took_by_mistake_later_was_there_all_the_time() {
        bakery.move("out", "2026-02-10T08:00:00Z", SHELF, GATE, FLOUR_1, "900 KGM");
        bakery.reverse("undo", "out");

        recorded(consume(aContext("c1").at("2026-02-05T08:00:00Z").request(), on(SHELF, FLOUR_1, "1000 KGM")));
    }

    @Test
    void nothing_is_of_a_time_so_long_ago_that_nobody_books_it() {
        CaptureContext typedWrong = aContext("h1").at("1926-02-27T08:00:00Z").request();

        assertEquals(
                List.of("ACCOUNTING_DATE_UNREASONABLE accountingDate"),
                refusals(bakery.holds().hold(typedWrong, List.of(FLOUR_1), "smells")));
    }

    @Test
    void what_was_recorded_wrong_and_reversed_is_recorded_right_at_the_time_when_it_happened() {
        CaptureContext then = aContext("c1").at("2026-02-10T08:00:00Z").request();
        recorded(consume(then, on(SHELF, FLOUR_1, "1000 KGM")));
        bakery.reverse("undo", "c1");
        CaptureContext again = aContext("c2").at("2026-02-10T08:00:00Z").request();

        recorded(consume(again, on(SHELF, FLOUR_1, "600 KGM")));

        assertEquals(List.of("BER/A-01 400 KGM", "PRODUCTION_ORDER P1 600 KGM"), bakery.stock(FLOUR_1));
    }

    @Test
    void what_was_moved_by_mistake_was_never_there() {
        bakery.move("out", "2026-02-10T08:00:00Z", SHELF, GATE, FLOUR_1, "900 KGM");
        bakery.reverse("undo", "out");
        bakery.move("out2", "2026-02-20T08:00:00Z", SHELF, GATE, FLOUR_1, "900 KGM");
        CaptureContext between = aContext("c1").at("2026-02-15T08:00:00Z").request();

        assertEquals(List.of("LOT_NOT_THERE_YET lines[1].lot"), refusals(consume(between, on(GATE, FLOUR_1, "1 KGM"))));
    }

    @Test
    void a_report_of_what_has_happened_is_recorded_and_says_what_was_found_wrong() {
        CaptureContext early =
                aContext("c1").at("2026-01-15T08:00:00Z").reported().request();

        TraceEvent event = recorded(consume(early, on(SHELF, FLOUR_1, "1 KGM")));

        assertEquals(List.of(KeyDataElement.FINDING.is(new KeyDataValue.Code("LOT_NOT_THERE_YET"))), event.keyData());
        assertEquals(event, recorded(consume(early, on(SHELF, FLOUR_1, "1 KGM"))));
        assertEquals(1, bakery.ledger().after(1, 9).size());
    }

    private Outcome<RecordedEvent> consume(CaptureContext context, LotQuantity... goods) {
        return bakery.capture().consume(new Consumption(context, "P1", List.of(goods)));
    }
}
