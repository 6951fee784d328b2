package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.COMPANY;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.of;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;
import static org.lottrace.company.WorkingBakery.refusals;
import static org.lottrace.movement.capture.internal.CountStockIT.findings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.ContextBuilder;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotNumbering;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.api.movement.Production;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.company.WorkingBakery;

/** What a receipt or an output says of its lot besides dates and numbers. */
class SaidOfLotsIT {
    private static final LotKey SALT_7 = new LotKey(MILL, SALT, new LotNumber("S7"));
    private static final KeyDatum GERMAN = KeyDataElement.COUNTRY_OF_ORIGIN.is(new KeyDataValue.Code("DE"));
    private static final KeyDatum FRENCH = KeyDataElement.COUNTRY_OF_ORIGIN.is(new KeyDataValue.Code("FR"));
    private static final KeyDatum WEIGHED = KeyDataElement.NET_WEIGHT.is(new KeyDataValue.Amount(of("9.8 KGM")));

    private final WorkingBakery bakery = new WorkingBakery().withFlour();

    @Test
    void the_lot_gets_what_is_said_of_it_and_the_line_keeps_all() {
        TraceEvent event = recorded(receive(aContext("r1"), GERMAN, WEIGHED));

        assertEquals(Map.of(SALT_7, List.of(GERMAN)), corrections().attributes(List.of(SALT_7)));
        assertEquals(List.of(GERMAN, WEIGHED), event.lines().get(0).keyData());
        assertEquals(event, recorded(receive(aContext("r1"), GERMAN, WEIGHED)));
        assertEquals(List.of("EVENT_ID_REUSED id"), refusals(receive(aContext("r1"), FRENCH, WEIGHED)));
    }

    @Test
    void what_is_known_of_a_lot_stays_and_the_difference_is_a_finding() {
        recorded(receive(aContext("r1"), GERMAN));

        assertEquals(
                true,
                refusals(receive(aContext("r2").requested(), FRENCH)).contains("ATTRIBUTE_DIFFERS lines[1].keyData"));
        TraceEvent event = recorded(receive(aContext("r3"), FRENCH));

        assertEquals(true, findings(event).contains("ATTRIBUTE_DIFFERS"));
        assertEquals(List.of(FRENCH), event.lines().get(0).keyData());
        assertEquals(Map.of(SALT_7, List.of(GERMAN)), corrections().attributes(List.of(SALT_7)));
    }

    @Test
    void what_is_not_said_here_is_refused_for_a_report_too() {
        assertEquals(
                List.of("KEY_DATA_WRONG lines[1].keyData[1]"),
                refusals(receive(aContext("r1"), KeyDataElement.REASON.is(new KeyDataValue.Text("why")))));
    }

    @Test
    void an_output_gets_what_is_said_of_it() {
        recorded(bakery.consume("c1", "P1", on(SHELF, FLOUR_1, "100 KGM")));

        TraceEvent event = recorded(bakery.capture()
                .produce(new Production(
                        aContext("p1").request(),
                        "P1",
                        BREAD,
                        of("10 CS"),
                        Optional.of(new LotNumber("B1")),
                        "",
                        "",
                        SHELF,
                        Optional.empty(),
                        List.of(),
                        List.of(GERMAN))));

        LotKey bread = new LotKey(COMPANY, BREAD, new LotNumber("B1"));
        assertEquals(Map.of(bread, List.of(GERMAN)), corrections().attributes(List.of(bread)));
        assertEquals(BERLIN, event.context().site());
    }

    @Test
    void a_new_lot_whose_number_looks_like_another_one_is_recorded_with_a_hint() {
        recorded(receive(aContext("r1"), "SALT/S10"));

        assertEquals(
                true, findings(recorded(receive(aContext("r2"), "SALT/s1O"))).contains("LOT_NUMBER_SIMILAR"));
        assertEquals(
                false, findings(recorded(receive(aContext("r3"), "SALT/S10"))).contains("LOT_NUMBER_SIMILAR"));
        assertEquals(
                false, findings(recorded(receive(aContext("r4"), "SALT/S12"))).contains("LOT_NUMBER_SIMILAR"));
        assertEquals(
                false,
                refusals(receive(aContext("r5").requested(), "SALT/SI0")).stream()
                        .anyMatch(refusal -> refusal.startsWith("LOT_NUMBER_SIMILAR")),
                "it is no reason to refuse a request");
    }

    @Test
    void a_lot_that_is_numbered_here_carries_the_template_that_reads_its_number_back() {
        recorded(bakery.consume("c1", "P1", on(SHELF, FLOUR_1, "100 KGM")));

        LotKey bread = recorded(bakery.produce("p1", "P1", BREAD, "10 CS"))
                .edges()
                .get(0)
                .output();

        String template = KeyDatum.find(
                        corrections().attributes(List.of(bread)).get(bread), KeyDataElement.NUMBER_TEMPLATE)
                .orElseThrow()
                .text();
        assertEquals(
                true,
                bakery.company()
                        .service(LotNumbering.class)
                        .decode(template, bread.number())
                        .containsKey("seq"));
    }

    private LotCorrections corrections() {
        return bakery.lotCorrections();
    }

    private Outcome<RecordedEvent> receive(ContextBuilder context, KeyDatum... said) {
        return receive(context, "SALT/S7", said);
    }

    private Outcome<RecordedEvent> receive(ContextBuilder context, String lot, KeyDatum... said) {
        return bakery.capture()
                .receive(new Receipt(
                        context.request(),
                        Optional.of(MILL),
                        Optional.empty(),
                        Optional.empty(),
                        DOCK,
                        List.of(new Receipt.Line(
                                LotReference.parse(lot),
                                of("10 KGM"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                Optional.empty(),
                                Optional.empty(),
                                List.of(said)))));
    }
}
