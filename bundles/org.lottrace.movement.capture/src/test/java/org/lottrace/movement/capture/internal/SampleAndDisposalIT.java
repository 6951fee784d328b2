package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.lines;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;
import static org.lottrace.company.WorkingBakery.refusals;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.movement.Disposal;
import org.lottrace.api.movement.SampleFate;
import org.lottrace.api.movement.Sampling;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.persistence.testing.TestDatabase;

/** Berlin wants a reason and a witness for everything that is disposed of. */
class SampleAndDisposalIT {
    private final WorkingBakery bakery = new WorkingBakery(
                    TestCompany.on(TestDatabase.h2().withBakery())
                            .with(Clock.class, Bakery.CLOCK)
                            .configured("org.lottrace.movement.capture", Map.of("witness.sites", new String[] {"BER"})))
            .withFlour();

    @Test
    void a_sample_of_a_held_lot_leaves_the_stock_and_says_what_for() {
        bakery.hold(FLOUR_1);

        TraceEvent event = recorded(sample("s", "listeria", SampleFate.RETAINED, "2 KGM"));

        assertEquals(List.of("L1: BER/A-01 → DISPOSAL BER 2 KGM"), lines(event));
        assertEquals(Optional.of("listeria"), said(event, KeyDataElement.SAMPLE_PURPOSE));
        assertEquals(Optional.of("RETAINED"), said(event, KeyDataElement.SAMPLE_FATE));
        assertTrue(sample("s", "listeria", SampleFate.RETAINED, "2 KGM") instanceof Outcome.AlreadyDone);
        assertEquals(List.of("EVENT_ID_REUSED id"), refusals(sample("s", "listeria", SampleFate.USED, "2 KGM")));
        assertEquals(
                List.of("PURPOSE_MISSING"),
                recorded(sample("t", " ", SampleFate.USED, "2 KGM")).findings());
        assertTrue(sample("t", " ", SampleFate.USED, "2 KGM") instanceof Outcome.AlreadyDone);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, REASON_MISSING WITNESS_MISSING",
                "wet, -, WITNESS_MISSING",
                "wet, ACTOR, WITNESS_SAME",
                "wet, Ben, ''"
            })
    void what_is_disposed_of_needs_a_reason_and_another_person_who_saw_it(String reason, String witness, String codes) {
        String actor = aContext("x").request().actor();
        Optional<String> seen = Optional.ofNullable(witness).map(name -> name.equals("ACTOR") ? actor : name);
        Disposal request = new Disposal(
                aContext("d").requested().request(),
                "D1",
                Optional.ofNullable(reason),
                seen,
                List.of(on(SHELF, FLOUR_1, "5 KGM")));
        Outcome<RecordedEvent> asked = bakery.capture().dispose(request);
        List<String> expected = codes.isEmpty() ? List.of() : List.of(codes.split(" "));

        assertEquals(
                expected,
                refusals(asked).stream().map(text -> text.split(" ")[0]).toList());
        if (!expected.isEmpty()) {
            Disposal report = new Disposal(
                    aContext("r").reported().request(),
                    "D2",
                    Optional.ofNullable(reason),
                    seen,
                    List.of(on(SHELF, FLOUR_1, "5 KGM")));
            assertEquals(expected, recorded(bakery.capture().dispose(report)).findings());
        } else {
            assertEquals(Optional.of("Ben"), said(recorded(asked), KeyDataElement.WITNESS));
        }
    }

    private Outcome<RecordedEvent> sample(String id, String purpose, SampleFate fate, String quantity) {
        return bakery.capture()
                .sample(new Sampling(
                        aContext(id).request(), "Q1", purpose, fate, List.of(on(SHELF, FLOUR_1, quantity))));
    }

    private static Optional<String> said(TraceEvent event, KeyDataElement element) {
        return KeyDatum.find(event.keyData(), element).map(value -> value.text());
    }
}
