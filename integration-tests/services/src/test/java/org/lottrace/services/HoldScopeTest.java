package org.lottrace.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.FLOUR_2;
import static org.lottrace.company.WorkingBakery.on;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quality.HeldGoods;
import org.lottrace.api.quality.HoldQuestion;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.persistence.testing.TestDatabase;

/** Less than a lot is held, and more than one is found to be held; on both databases. */
@ParameterizedClass
@EnumSource
class HoldScopeTest {
    enum On {
        H2(TestDatabase::h2),
        POSTGRESQL(TestDatabase::postgresql);

        private final Supplier<TestDatabase> database;

        On(Supplier<TestDatabase> database) {
            this.database = database;
        }
    }

    @Parameter
    On engine;

    private WorkingBakery bakery;
    private LotKey bread;

    @BeforeEach
    void breadOfTheFirstFlour() {
        bakery = new WorkingBakery(
                TestCompany.on(engine.database.get().withBakery()).with(Clock.class, Bakery.CLOCK));
        bakery.withFlour();
        bread = bakery.baked("B1");
    }

    @AfterEach
    void end() {
        bakery.company().close();
    }

    @Test
    void what_is_at_one_place_is_held_and_the_rest_may_be_used() {
        bakery.move("m1", NOW.toString(), SHELF, DOCK, FLOUR_2, "400 KGM");
        bakery.reserve("SO1", 1, FLOUR_2, DOCK, "10 KGM");
        bakery.reserve("SO1", 1, FLOUR_2, SHELF, "20 KGM");

        done(bakery.holds().hold(aContext("h1").request(), List.of(FLOUR_2), at(DOCK), "rain came in"));

        assertEquals(Disposition.SELLABLE, disposition(FLOUR_2));
        assertEquals(List.of("BER/A-01 30 KGM"), bakery.reserved(FLOUR_2));
        assertEquals(
                List.of("LOT_ON_HOLD lines[1].lot"),
                WorkingBakery.refusals(bakery.consume("c1", "P9", on(DOCK, FLOUR_2, "1 KGM"))));
        WorkingBakery.recorded(bakery.consume("c2", "P9", on(SHELF, FLOUR_2, "1 KGM")));
        assertEquals(
                List.of(FLOUR_2),
                bakery.holds().notSellable().stream().map(lot -> lot.lot()).toList());

        done(bakery.holds().release(aContext("r1").request(), List.of(FLOUR_2), "dry", List.of("rain came in")));
        WorkingBakery.recorded(bakery.consume("c3", "P9", on(DOCK, FLOUR_2, "1 KGM")));
        assertEquals(List.of(), bakery.holds().notSellable());
    }

    @Test
    void a_place_that_is_not_there_holds_nothing() {
        assertEquals(
                List.of("LOCATION_UNKNOWN at"),
                WorkingBakery.refusals(bakery.holds()
                        .hold(aContext("h1").request(), List.of(FLOUR_2), at(new LocationId("ATTIC")), "rain")));
    }

    @ParameterizedTest
    @CsvSource({
        "MILL, , , , L1 L2",
        "MILL, BREAD, , , ''",
        ", FLOUR, , , L1 L2",
        ", BREAD, , , B1",
        ", , P-B1, , B1",
        "MILL, , P-B1, , ''",
        ", , P-B2, , ''",
        ", , , N1, L1 L2",
        ", FLOUR, , N2, ''"
    })
    void a_question_finds_the_lots_of_this_moment(
            String supplier, String item, String order, String notice, String found) {
        HoldQuestion question = new HoldQuestion(
                Optional.ofNullable(supplier).map(PartyId::new),
                Optional.ofNullable(item).map(ItemNumber::new),
                Optional.ofNullable(order),
                Optional.ofNullable(notice),
                Optional.empty(),
                Optional.empty());

        assertEquals(found, numbers(done(bakery.holds().preview(question))));
    }

    @ParameterizedTest
    @CsvSource({
        "BREAD, 2026-03-02, 2026-03-02, B1",
        "BREAD, 2026-03-04, , ''",
        "BREAD, , 2026-02-27, ''",
        "FLOUR, 2026-03-02, 2026-03-02, L1 L2",
        "FLOUR, 2026-03-10, , ''"
    })
    void days_are_those_of_production_and_of_receipt(String item, LocalDate from, LocalDate to, String found) {
        HoldQuestion question = new HoldQuestion(
                Optional.empty(),
                Optional.of(new ItemNumber(item)),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(from),
                Optional.ofNullable(to));

        assertEquals(found, numbers(done(bakery.holds().preview(question))));
    }

    @Test
    void what_a_question_found_is_held_for_it_and_the_event_says_the_question() {
        HoldQuestion question = ofSupplier(MILL);

        TraceEvent event = done(bakery.holds().holdByQuestion(aContext("h1").request(), question, "audit failed"))
                .event();

        assertEquals(
                Optional.of("lots of MILL"),
                KeyDatum.find(event.keyData(), KeyDataElement.HOLD_QUESTION).map(KeyDataValue::text));
        assertEquals(Disposition.ON_HOLD, disposition(FLOUR_1));
        assertEquals(Disposition.ON_HOLD, disposition(FLOUR_2));
        assertEquals(Optional.empty(), bakery.holds().dispositionOf(bread));
        assertInstanceOf(
                Outcome.AlreadyDone.class,
                bakery.holds().holdByQuestion(aContext("h1").request(), question, "audit failed"));
    }

    @Test
    void a_question_that_names_nothing_or_finds_nothing_is_refused() {
        HoldQuestion nothing = new HoldQuestion(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(TODAY),
                Optional.empty());

        assertEquals(
                List.of("QUESTION_EMPTY question"),
                WorkingBakery.codes(bakery.holds().preview(nothing).violations()));
        assertEquals(
                List.of("QUESTION_EMPTY question"),
                WorkingBakery.refusals(
                        bakery.holds().holdByQuestion(aContext("h1").request(), nothing, "why")));
        assertEquals(
                List.of("NO_LOT_FITS question"),
                WorkingBakery.refusals(
                        bakery.holds().holdByQuestion(aContext("h1").request(), ofSupplier(MARKET), "why")));
    }

    private static HoldQuestion ofSupplier(PartyId supplier) {
        return new HoldQuestion(
                Optional.of(supplier),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<HeldGoods> at(LocationId location) {
        return Optional.of(new HeldGoods(location, Optional.empty()));
    }

    private Disposition disposition(LotKey lot) {
        return bakery.holds().dispositionOf(lot).orElseThrow().disposition();
    }

    private static String numbers(List<LotKey> lots) {
        return lots.stream().map(lot -> lot.number().value()).collect(Collectors.joining(" "));
    }
}
