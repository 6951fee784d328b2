package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.COMPANY;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.FLOUR_2;
import static org.lottrace.company.WorkingBakery.lines;
import static org.lottrace.company.WorkingBakery.of;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;
import static org.lottrace.company.WorkingBakery.refusals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.LotCorrection;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.Transformation;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.company.WorkingBakery;

class TransformLotsIT {
    private final WorkingBakery bakery = new WorkingBakery().withFlour();

    @Test
    void a_part_of_a_lot_becomes_a_lot_of_its_own_with_its_dates() {
        TraceEvent event = recorded(transform(
                "t1",
                EventType.SPLIT,
                List.of(on(SHELF, FLOUR_1, "100 KGM")),
                out("S1", "60 KGM"),
                out("S2", "40 KGM")));

        assertEquals(
                List.of("S1 60 KGM", "S2 40 KGM"),
                event.edges().stream()
                        .map(edge -> edge.output().number() + " " + edge.quantity())
                        .toList());
        assertEquals(List.of("BER/A-01 60 KGM"), bakery.stock(flour("S1")));
        Lot parent = bakery.lots().find(FLOUR_1).orElseThrow();
        Lot part = bakery.lots().find(flour("S1")).orElseThrow();
        assertEquals(parent.expiry(), part.expiry());
        assertEquals(parent.productionDate(), part.productionDate());
        assertEquals(
                List.of(part),
                event.lotChanges().stream()
                        .map(change -> change.toLot())
                        .filter(lot -> lot.key().equals(part.key()))
                        .toList());
        assertEquals(
                event,
                recorded(transform(
                        "t1",
                        EventType.SPLIT,
                        List.of(on(SHELF, FLOUR_1, "100 KGM")),
                        out("S1", "60 KGM"),
                        out("S2", "40 KGM"))));
        assertEquals(
                List.of("EVENT_ID_REUSED id"),
                refusals(transform(
                        "t1",
                        EventType.SPLIT,
                        List.of(on(SHELF, FLOUR_1, "100 KGM")),
                        out("S1", "50 KGM"),
                        out("S2", "50 KGM"))));
    }

    @Test
    void a_merge_expires_with_the_first_of_its_lots_and_takes_everything() {
        expires(FLOUR_2, LocalDate.of(2026, 12, 1));

        TraceEvent event = recorded(transform(
                "t1", EventType.MERGE, List.of(on(SHELF, FLOUR_1, "10 KGM"), on(SHELF, FLOUR_2, "20 KGM")), all("M1")));

        assertEquals(2, event.edges().size());
        assertEquals(List.of("BER/A-01 30 KGM"), bakery.stock(flour("M1")));
        assertEquals(
                Optional.of(LocalDate.of(2026, 12, 1)),
                bakery.lots().find(flour("M1")).orElseThrow().expiry());
    }

    @Test
    void a_number_that_is_not_given_is_the_next_of_the_template() {
        TraceEvent event = recorded(transform(
                "t1",
                EventType.RELABEL,
                List.of(on(SHELF, FLOUR_1, "10 KGM")),
                new Transformation.Output(
                        Optional.empty(), Optional.empty(), Optional.empty(), SHELF, Optional.empty())));

        LotKey relabelled = event.edges().get(0).output();
        assertEquals(COMPANY, relabelled.issuer());
        assertEquals(List.of("BER/A-01 10 KGM"), bakery.stock(relabelled));
    }

    @Test
    void what_is_made_of_a_held_lot_is_held() {
        bakery.hold(FLOUR_2);

        recorded(transform(
                "t1", EventType.MERGE, List.of(on(SHELF, FLOUR_1, "10 KGM"), on(SHELF, FLOUR_2, "20 KGM")), all("M1")));

        assertEquals(
                Disposition.ON_HOLD,
                bakery.holds().dispositionOf(flour("M1")).orElseThrow().disposition());
        assertEquals(true, bakery.holds().dispositionOf(FLOUR_1).isEmpty());
    }

    @Test
    void a_merge_is_taken_back_with_its_quantities() {
        List<String> before = bakery.stock(FLOUR_1);
        recorded(transform(
                "t1", EventType.MERGE, List.of(on(SHELF, FLOUR_1, "10 KGM"), on(SHELF, FLOUR_2, "20 KGM")), all("M1")));

        assertEquals(List.of(), bakery.reverse("r1", "t1").violations());

        assertEquals(before, bakery.stock(FLOUR_1));
        assertEquals(List.of(), bakery.stock(flour("M1")));
    }

    @Test
    void what_was_used_of_a_part_stands_on_the_split() {
        recorded(transform("t1", EventType.SPLIT, List.of(on(SHELF, FLOUR_1, "10 KGM")), all("S1")));
        recorded(bakery.consume("c1", "P1", on(SHELF, flour("S1"), "5 KGM")));

        assertEquals(
                List.of("FOLLOWED_BY"),
                bakery.reverse("r1", "t1").violations().stream()
                        .map(violation -> violation.code())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "SPLIT,   L1 L2, S1:15 S2:15, LOTS_DO_NOT_FIT lines",
        "MERGE,   L1,    M1:10,       LOTS_DO_NOT_FIT lines",
        "MERGE,   L1 L2, M1:10 M2:20, LOTS_DO_NOT_FIT lines",
        "RELABEL, L1 L2, R1:30,       LOTS_DO_NOT_FIT lines",
        "SPLIT,   L1,    S1:9,        QUANTITY_DIFFERS outputs",
        "SPLIT,   L1,    S1:5 S2:6,   QUANTITY_DIFFERS outputs",
        "SPLIT,   L1,    S1: S2:5,    QUANTITY_MISSING outputs[1].quantity",
        "SPLIT,   L1,    S1:0,        QUANTITY_NOT_POSITIVE outputs[1].quantity",
    })
    void what_is_no_such_transformation_or_loses_something_is_refused(
            EventType type, String taken, String outputs, String refusal) {
        List<LotQuantity> goods = List.of(taken.split(" ")).stream()
                .map(lot -> lot.equals("L1") ? on(SHELF, FLOUR_1, "10 KGM") : on(SHELF, FLOUR_2, "20 KGM"))
                .toList();
        Transformation.Output[] made = List.of(outputs.split(" ")).stream()
                .map(output -> output.split(":"))
                .map(parts -> parts.length == 1 ? all(parts[0]) : out(parts[0], parts[1] + " KGM"))
                .toArray(Transformation.Output[]::new);

        assertEquals(List.of(refusal), refusals(transform("t1", type, goods, made)));
    }

    @Test
    void only_a_repacking_makes_another_item() {
        Transformation.Output bread = new Transformation.Output(
                Optional.of(BREAD),
                Optional.of(new LotNumber("B1")),
                Optional.of(of("4 C62")),
                SHELF,
                Optional.empty());
        List<LotQuantity> goods = List.of(on(SHELF, FLOUR_1, "10 KGM"));

        assertEquals(List.of("ITEMS_DIFFER outputs"), refusals(transform("t1", EventType.RELABEL, goods, bread)));
        assertEquals(
                List.of("L1: BER/A-01 → TRANSFORMATION BER 10 KGM", "B1: TRANSFORMATION BER → BER/A-01 4 C62"),
                lines(recorded(transform("t2", EventType.REPACK, goods, bread))));
    }

    @Test
    void a_number_that_exists_is_no_new_lot() {
        recorded(transform("t1", EventType.RELABEL, List.of(on(SHELF, FLOUR_1, "10 KGM")), all("R1")));

        assertEquals(
                List.of("LOT_NUMBER_IN_USE outputs[1].lotNumber"),
                refusals(transform("t2", EventType.RELABEL, List.of(on(SHELF, FLOUR_1, "10 KGM")), all("R1"))));
    }

    /** Two pallets of what was split off, each reported when it was moved. */
    @Test
    void a_report_of_more_of_a_lot_that_exists_is_recorded_and_says_so() {
        recorded(transform("t1", EventType.SPLIT, List.of(on(SHELF, FLOUR_1, "10 KGM")), all("S1")));

        TraceEvent more = recorded(reported("t2", EventType.SPLIT, FLOUR_1));

        assertEquals(List.of("LOT_NUMBER_IN_USE"), CountStockIT.findings(more));
        assertEquals(List.of(), more.lotChanges());
        assertEquals(List.of("BER/A-01 15 KGM"), bakery.stock(flour("S1")));
        assertEquals(
                List.of("LOT_NUMBER_IN_USE outputs[1].lotNumber"),
                refusals(reported("t3", EventType.RELABEL, flour("S1"))),
                "no lot is its own ingredient");
    }

    private Outcome<RecordedEvent> reported(String id, EventType type, LotKey taken) {
        return bakery.capture()
                .transform(
                        type,
                        new Transformation(
                                aContext(id).reported().request(),
                                "T1",
                                List.of(on(SHELF, taken, "5 KGM")),
                                List.of(all("S1"))));
    }

    private void expires(LotKey lot, LocalDate day) {
        bakery.lotCorrections()
                .correct(new LotCorrection(
                        aContext("c-" + lot.number()).request(),
                        lot,
                        Optional.empty(),
                        Optional.of(day),
                        Optional.empty(),
                        Optional.empty(),
                        "label"));
    }

    private Outcome<RecordedEvent> transform(
            String id, EventType type, List<LotQuantity> goods, Transformation.Output... outputs) {
        return bakery.capture()
                .transform(type, new Transformation(aContext(id).request(), "T1", goods, List.of(outputs)));
    }

    private static Transformation.Output out(String number, String quantity) {
        return output(number, Optional.of(of(quantity)));
    }

    private static Transformation.Output all(String number) {
        return output(number, Optional.empty());
    }

    private static Transformation.Output output(String number, Optional<Quantity> quantity) {
        return new Transformation.Output(
                Optional.<ItemNumber>empty(), Optional.of(new LotNumber(number)), quantity, SHELF, Optional.empty());
    }

    private static LotKey flour(String number) {
        return new LotKey(COMPANY, FLOUR, new LotNumber(number));
    }
}
