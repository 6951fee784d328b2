package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.COMPANY;
import static org.lottrace.api.fixture.Bakery.DOUGH;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.FLOUR_2;
import static org.lottrace.company.WorkingBakery.lines;
import static org.lottrace.company.WorkingBakery.of;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;
import static org.lottrace.company.WorkingBakery.refusals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.SiteBuilder;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LocationType;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.Consumption;
import org.lottrace.api.movement.Production;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.company.WorkingBakery;

class ProduceLotIT {
    private final WorkingBakery bakery = new WorkingBakery().withFlour();

    @Test
    void keeps_the_lots_of_two_part_productions_apart() {
        recorded(bakery.consume("c1", "P1", on(SHELF, FLOUR_1, "100 KGM")));
        TraceEvent first = recorded(bakery.produce("p1", "P1", BREAD, "10 CS"));
        recorded(bakery.consume("c2", "P1", on(SHELF, FLOUR_2, "50 KGM")));
        TraceEvent second = recorded(bakery.produce("p2", "P1", BREAD, "5 CS"));

        assertEquals(List.of(FLOUR_1), first.edges().stream().map(Edge::input).toList());
        assertEquals(List.of(FLOUR_2), second.edges().stream().map(Edge::input).toList());
    }

    /** Case w08, told one after the other. Nobody knows of which of two rounds it came: a recall of either finds it. */
    @Test
    void what_is_told_later_is_shared_by_every_round_that_it_may_be_of() {
        recorded(bakery.consume("c1", "P1", on(SHELF, FLOUR_1, "100 KGM")));
        recorded(bakery.produce("p1", "P1", BREAD, "10 C62", Optional.of("B1")));
        recorded(bakery.consume("c2", "P1", on(SHELF, FLOUR_2, "50 KGM")));
        recorded(bakery.produce("p2", "P1", BREAD, "20 C62", Optional.of("B2")));

        TraceEvent later = recorded(bakery.produce("p3", "P1", DOUGH, "5 KGM", Optional.of("D1")));
        TraceEvent another = recorded(bakery.produce("p4", "P1", DOUGH, "25 KGM", Optional.of("D2")));

        assertEquals(
                List.of("L1 B1 85.714286 KGM", "L1 D1 14.285714 KGM", "L2 B2 42.857143 KGM", "L2 D1 7.142857 KGM"),
                edges(later));
        assertEquals(
                List.of("D1", "D1"),
                later.edges().stream()
                        .filter(edge -> edge.certainty() == Edge.Certainty.INFERRED)
                        .map(edge -> edge.output().number().value())
                        .toList());
        assertEquals(List.of("D1: TRANSFORMATION BER → BER/A-01 5 KGM"), lines(later));
        assertEquals(
                List.of(
                        "L1 B1 50 KGM",
                        "L1 D1 8.333333 KGM",
                        "L1 D2 41.666667 KGM",
                        "L2 B2 25 KGM",
                        "L2 D1 4.166667 KGM",
                        "L2 D2 20.833333 KGM"),
                edges(another));
        assertInstanceOf(Outcome.AlreadyDone.class, bakery.produce("p3", "P1", DOUGH, "5 KGM", Optional.of("D1")));
        assertEquals(List.of("FOLLOWED_BY corrects", "FOLLOWED_BY corrects"), reversal("r0", "p1"));
        assertEquals(List.of("FOLLOWED_BY corrects", "FOLLOWED_BY corrects"), reversal("r1", "p2"));
        assertEquals(List.of("FOLLOWED_BY corrects"), reversal("r2", "p3"));
        assertEquals(List.of(), reversal("r3", "p4"));
        assertEquals(
                List.of("L1 B1 75 KGM", "L1 D1 25 KGM", "L2 B2 37.5 KGM", "L2 D1 12.5 KGM"),
                edges(recorded(bakery.produce("p5", "P1", DOUGH, "5 KGM", Optional.of("D1")))));
    }

    @Test
    void what_came_out_before_something_was_consumed_is_not_made_of_it() {
        consume("c1", "2026-03-02T08:00:00Z", FLOUR_1, "100 KGM");
        recorded(produced("p1", "2026-03-02T08:01:00Z", BREAD, "10 C62", "B1"));
        consume("c2", "2026-03-02T08:02:00Z", FLOUR_2, "50 KGM");
        recorded(produced("p2", "2026-03-02T08:03:00Z", BREAD, "20 C62", "B2"));

        assertEquals(
                List.of("L1 B1 66.666667 KGM", "L1 D1 33.333333 KGM"),
                edges(recorded(produced("p3", "2026-03-02T08:01:00Z", DOUGH, "5 KGM", "D1"))));
    }

    private void consume(String id, String at, LotKey lot, String quantity) {
        recorded(bakery.capture()
                .consume(new Consumption(aContext(id).at(at).request(), "P1", List.of(on(SHELF, lot, quantity)))));
    }

    private Outcome<RecordedEvent> produced(String id, String at, ItemNumber item, String quantity, String number) {
        return bakery.capture()
                .produce(new Production(
                        aContext(id).at(at).request(),
                        "P1",
                        item,
                        of(quantity),
                        Optional.of(new LotNumber(number)),
                        "",
                        "",
                        SHELF,
                        Optional.empty()));
    }

    private List<String> reversal(String id, String event) {
        return bakery.reverse(id, event).fold(done -> List.of(), known -> List.of(), WorkingBakery::codes);
    }

    @Test
    void what_is_told_later_takes_over_that_its_ingredient_is_held_since() {
        recorded(bakery.consume("c1", "P1", on(SHELF, FLOUR_1, "100 KGM")));
        recorded(bakery.produce("p1", "P1", BREAD, "10 C62", Optional.of("B1")));
        bakery.hold(FLOUR_1);

        TraceEvent later = recorded(bakery.produce("p2", "P1", DOUGH, "5 KGM", Optional.of("D1")));

        assertEquals(
                List.of("D1 ON_HOLD"),
                later.dispositionChanges().stream()
                        .map(change -> change.lot().number() + " " + change.disposition())
                        .toList());
    }

    private static List<String> edges(TraceEvent event) {
        return event.edges().stream()
                .map(edge -> edge.input().number() + " " + edge.output().number() + " " + edge.quantity())
                .toList();
    }

    @Test
    void takes_several_consumptions_of_one_lot_together() {
        recorded(bakery.consume("c1", "P1", on(SHELF, FLOUR_1, "100 KGM"), on(SHELF, FLOUR_1, "20 KGM")));
        recorded(bakery.consume("c2", "P1", on(SHELF, FLOUR_1, "3 KGM")));

        TraceEvent event = recorded(bakery.produce("p1", "P1", DOUGH, "200 KGM"));

        assertEquals("123 KGM", event.edges().get(0).quantity().toString());
        assertEquals(1, event.edges().size());
    }

    @Test
    void takes_a_finished_lot_in_again_as_an_ingredient() {
        LotKey stale = bakery.baked("B1");
        recorded(bakery.consume("c2", "P2", on(SHELF, stale, "40 C62"), on(SHELF, FLOUR_2, "50 KGM")));
        TraceEvent event = recorded(bakery.produce("p2", "P2", BREAD, "5 CS"));
        LotKey fresh = event.lines().get(2).lot();
        recorded(bakery.consume("c3", "P3", on(SHELF, fresh, "10 C62"), on(SHELF, stale, "10 C62")));
        TraceEvent crumbs = recorded(bakery.produce("p3", "P3", DOUGH, "8 KGM"));

        assertEquals(
                List.of(stale, FLOUR_2),
                event.edges().stream().map(Edge::input).sorted().toList());
        assertEquals(2, crumbs.edges().size());
        assertEquals(List.of("BER/A-01 190 C62"), bakery.stock(stale));
    }

    @Test
    void refuses_a_number_that_is_on_other_goods() {
        bakery.baked("B1");
        recorded(bakery.consume("c2", "P2", on(SHELF, FLOUR_1, "1 KGM")));

        assertEquals(List.of("LOT_NUMBER_IN_USE lotNumber"), refusals(asked("P2", BREAD, "1 CS", Optional.of("B1"))));
        recorded(bakery.produce("p3", "P2", DOUGH, "1 KGM", Optional.of("B1")));
    }

    @Test
    void passes_over_a_number_that_somebody_has_used_by_hand() {
        bakery.baked("26061-BER-0001");
        recorded(bakery.consume("c2", "P2", on(SHELF, FLOUR_1, "1 KGM")));

        TraceEvent event = recorded(bakery.produce("p2", "P2", BREAD, "1 CS"));

        assertEquals(new LotNumber("26061-BER-0002"), event.lines().get(1).lot().number());
    }

    @Test
    void line_and_shift_are_recorded_whatever_the_number_says() {
        recorded(bakery.consume("c1", "P1", on(SHELF, FLOUR_1, "1 KGM")));

        TraceEvent event = recorded(produceOn("2", "N"));

        assertEquals("2 N", event.context().line() + " " + event.context().shift());
    }

    @Test
    void the_same_production_on_another_line_or_shift_is_not_a_repetition() {
        recorded(bakery.consume("c1", "P1", on(SHELF, FLOUR_1, "1 KGM")));
        TraceEvent event = recorded(produceOn("2", "N"));

        assertEquals(event, recorded(produceOn("2", "N")));
        assertEquals(List.of("EVENT_ID_REUSED id"), refusals(produceOn("3", "N")));
        assertEquals(List.of("EVENT_ID_REUSED id"), refusals(produceOn("2", "D")));
    }

    private Outcome<RecordedEvent> produceOn(String line, String shift) {
        return bakery.capture()
                .produce(new Production(
                        aContext("p1").request(),
                        "P1",
                        BREAD,
                        quantity("1 CS"),
                        Optional.empty(),
                        line,
                        shift,
                        SHELF,
                        Optional.empty()));
    }

    @Test
    void says_when_the_template_gives_no_number() {
        bakery.unitOfWork().run(() -> bakery.database()
                .sites()
                .save(SiteBuilder.aSite(Bakery.BERLIN)
                        .with(SHELF, LocationType.STORAGE)
                        .numbering("{line}-{seq:3}")
                        .build()));
        recorded(bakery.consume("c1", "P1", on(SHELF, FLOUR_1, "1 KGM")));

        assertEquals(List.of("LOT_NUMBER_INVALID lotNumber"), refusals(bakery.produce("p1", "P1", BREAD, "1 CS")));
        assertEquals(List.of("BER/A-01 999 KGM", "PRODUCTION_ORDER P1 1 KGM"), bakery.stock(FLOUR_1));
    }

    @Test
    void says_everything_that_is_wrong() {
        assertEquals(
                List.of("ITEM_UNKNOWN item", "NOTHING_CONSUMED productionOrder"),
                refusals(asked("P1", new ItemNumber("CAKE"), "1 C62", Optional.empty())));
        assertEquals(
                List.of("UNIT_UNKNOWN quantity", "NOTHING_CONSUMED productionOrder"),
                refusals(asked("P1", BREAD, "1 KGM", Optional.empty())));
    }

    private Outcome<RecordedEvent> asked(String order, ItemNumber item, String quantity, Optional<String> number) {
        return bakery.capture()
                .produce(new Production(
                        aContext("asked").requested().request(),
                        order,
                        item,
                        quantity(quantity),
                        number.map(LotNumber::new),
                        "",
                        "",
                        SHELF,
                        Optional.empty()));
    }

    /** What came out is there, whoever has forgotten to say what went in. */
    @Test
    void an_output_of_which_nobody_has_told_what_went_in_is_recorded_and_made_good_later() {
        TraceEvent event = recorded(bakery.produce("p1", "P1", BREAD, "10 C62", Optional.of("B1")));
        LotKey bread = new LotKey(COMPANY, BREAD, new LotNumber("B1"));

        assertEquals(List.of("NOTHING_CONSUMED"), CountStockIT.findings(event));
        assertEquals(List.of("BER/A-01 10 C62"), bakery.stock(bread));
        recorded(bakery.produce("p2", "P1", BREAD, "1 C62", Optional.of("B1")));
        assertEquals(
                List.of("NOTHING_CONSUMED productionOrder"), refusals(asked("P1", BREAD, "1 C62", Optional.empty())));

        recorded(bakery.consume("c1", "P1", on(SHELF, FLOUR_1, "1 KGM")));
        assertEquals(List.of(), bakery.reverse("r2", "p2").violations());
        assertEquals(List.of(), bakery.reverse("r1", "p1").violations());
        TraceEvent again = recorded(bakery.produce("p3", "P1", BREAD, "10 C62", Optional.of("B1")));

        assertEquals(List.of(), CountStockIT.findings(again));
        assertEquals(List.of(FLOUR_1), again.edges().stream().map(Edge::input).toList());
        assertEquals(List.of("BER/A-01 10 C62"), bakery.stock(bread));
    }

    /** Case w07: two pallets of one lot, each with its own consumption. */
    @Test
    void a_lot_that_the_order_made_before_gets_more() {
        recorded(bakery.consume("c1", "P1", on(SHELF, FLOUR_1, "1 KGM")));
        recorded(bakery.produce("p1", "P1", BREAD, "10 C62", Optional.of("B1")));
        recorded(bakery.consume("c2", "P1", on(SHELF, FLOUR_2, "2 KGM")));

        TraceEvent more = recorded(bakery.produce("p2", "P1", BREAD, "10 C62", Optional.of("B1")));

        LotKey bread = more.edges().get(0).output();
        assertEquals(List.of(), more.lotChanges());
        assertEquals(List.of(FLOUR_2), more.edges().stream().map(Edge::input).toList());
        assertEquals(List.of("BER/A-01 20 C62"), bakery.stock(bread));
        assertInstanceOf(Outcome.AlreadyDone.class, bakery.produce("p2", "P1", BREAD, "10 C62", Optional.of("B1")));
    }

    @Test
    void a_lot_of_another_order_or_of_itself_is_not_made_again() {
        recorded(bakery.consume("c1", "P1", on(SHELF, FLOUR_1, "1 KGM")));
        recorded(bakery.produce("p1", "P1", BREAD, "10 C62", Optional.of("B1")));
        recorded(bakery.consume("c2", "P2", on(SHELF, FLOUR_1, "1 KGM")));
        LotKey bread = new LotKey(COMPANY, BREAD, new LotNumber("B1"));
        recorded(bakery.consume("c3", "P1", on(SHELF, bread, "4 C62")));

        assertEquals(List.of("LOT_NUMBER_IN_USE lotNumber"), refusals(asked("P2", BREAD, "10 C62", Optional.of("B1"))));
        TraceEvent reported = recorded(bakery.produce("p2", "P2", BREAD, "10 C62", Optional.of("B1")));
        assertEquals(List.of("LOT_NUMBER_IN_USE"), CountStockIT.findings(reported), "the number is on the goods");
        assertEquals(List.of("BER/A-01 16 C62", "PRODUCTION_ORDER P1 4 C62"), bakery.stock(bread));
        assertEquals(
                List.of("LOT_NUMBER_IN_USE lotNumber"),
                refusals(bakery.produce("p3", "P1", BREAD, "4 C62", Optional.of("B1"))));
    }

    /** Case w08: a main product on two pallets, and a by-product. */
    @Test
    void several_outputs_share_what_was_consumed_and_nothing_is_lost() {
        recorded(bakery.consume("c1", "P1", on(SHELF, FLOUR_1, "10 KGM"), on(SHELF, FLOUR_2, "1 KGM")));
        Production production = several("p1", DOUGH, "1 KGM");

        TraceEvent event = recorded(bakery.capture().produce(production));

        assertEquals(
                List.of("B1 10 C62", "B1 10 C62", "D1 1 KGM"),
                event.lines().stream()
                        .filter(line -> line.from().place().kind() == PlaceKind.TRANSFORMATION)
                        .map(line -> line.lot().number() + " " + line.quantity())
                        .toList());
        assertEquals(
                List.of("L1 B1 9.52381 KGM", "L1 D1 0.47619 KGM", "L2 B1 0.952381 KGM", "L2 D1 0.047619 KGM"),
                event.edges().stream()
                        .map(edge -> edge.input().number() + " " + edge.output().number() + " " + edge.quantity())
                        .toList());
        assertEquals(2, event.lotChanges().size());
        assertInstanceOf(Outcome.AlreadyDone.class, bakery.capture().produce(production));
        assertEquals(List.of("EVENT_ID_REUSED id"), refusals(bakery.capture().produce(several("p1", DOUGH, "2 KGM"))));
    }

    @Test
    void each_output_is_checked_and_named_by_its_place() {
        recorded(bakery.consume("c1", "P1", on(SHELF, FLOUR_1, "10 KGM")));

        assertEquals(
                List.of("ITEM_UNKNOWN others[2].item"),
                refusals(bakery.capture().produce(several("p1", new ItemNumber("CAKE"), "1 KGM"))));
    }

    /** Bread on two pallets, and something else. */
    private static Production several(String id, ItemNumber other, String quantity) {
        return new Production(
                aContext(id).request(),
                "P1",
                BREAD,
                quantity("10 C62"),
                Optional.of(new LotNumber("B1")),
                "",
                "",
                SHELF,
                Optional.of(pallet(1)),
                List.of(
                        new Production.Output(
                                BREAD, quantity("10 C62"), Optional.empty(), SHELF, Optional.of(pallet(2))),
                        new Production.Output(
                                other, quantity(quantity), Optional.of(new LotNumber("D1")), SHELF, Optional.empty())));
    }

    @Test
    void consumes_only_what_may_be_used() {
        bakery.hold(FLOUR_2);

        assertEquals(
                List.of("LOT_ON_HOLD lines[2].lot"),
                refusals(bakery.consume("c1", "P1", on(SHELF, FLOUR_1, "1 KGM"), on(SHELF, FLOUR_2, "1 KGM"))));
        assertEquals(
                List.of("L1: BER/A-01 → PRODUCTION_ORDER P1 1 KGM"),
                lines(recorded(bakery.consume("c1", "P1", on(SHELF, FLOUR_1, "1 KGM")))));
    }

    /** Held after it was consumed: nobody can take it out of the dough again. */
    @ParameterizedTest
    @CsvSource({
        "ON_HOLD, SELLABLE, ON_HOLD",
        "ON_HOLD, RECALLED, ON_HOLD RECALLED",
        "RECALLED, ON_HOLD, ON_HOLD RECALLED"
    })
    void what_is_made_of_held_or_recalled_lots_is_held_or_recalled_from_its_first_moment(
            Disposition first, Disposition second, String expected) {
        recorded(bakery.consume("c1", "P1", on(SHELF, FLOUR_1, "1 KGM"), on(SHELF, FLOUR_2, "1 KGM")));
        bakery.disposed(FLOUR_1, first);
        bakery.disposed(FLOUR_2, second);

        TraceEvent event = recorded(bakery.produce("p1", "P1", BREAD, "10 C62", Optional.of("B1")));

        LotKey bread = event.lines().get(event.lines().size() - 1).lot();
        assertEquals(
                expected,
                event.dispositionChanges().stream()
                        .filter(change -> change.lot().equals(bread))
                        .map(change -> change.disposition().code())
                        .collect(Collectors.joining(" ")));
        assertEquals(
                Disposition.valueOf(expected.substring(expected.indexOf(' ') + 1)),
                bakery.unitOfWork()
                        .required(() -> bakery.database().dispositions().of(List.of(bread)))
                        .get(0)
                        .disposition());
    }
}
