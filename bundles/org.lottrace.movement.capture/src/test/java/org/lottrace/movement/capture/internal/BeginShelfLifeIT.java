package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.COMPANY;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.NEXT_YEAR;
import static org.lottrace.company.WorkingBakery.of;
import static org.lottrace.company.WorkingBakery.recorded;
import static org.lottrace.company.WorkingBakery.refusals;
import static org.lottrace.movement.capture.internal.CountStockIT.findings;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.ItemProfile;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.lot.ShelfLifeStart;
import org.lottrace.api.movement.LotCorrection;
import org.lottrace.api.movement.ShelfLifeBeginning;
import org.lottrace.api.movement.ShelfLives;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quality.LotUsability;
import org.lottrace.api.quality.Purpose;
import org.lottrace.company.WorkingBakery;

/** Flour that is printed to keep until next year, as all of it or a part is opened or thawed. */
class BeginShelfLifeIT {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final LotKey OPEN = new LotKey(COMPANY, FLOUR, new LotNumber("L1-OPEN"));

    private final WorkingBakery bakery = new WorkingBakery().withFlour();

    @ParameterizedTest
    @CsvSource({
        "OPENING, 3,   2026-03-05, openingDate 2026-03-02",
        "THAWING, 0,   2026-03-02, thawingDate 2026-03-02",
        "OPENING, 900, 2027-01-31, openingDate 2026-03-02",
    })
    void all_of_a_lot_keeps_from_then_on_and_never_longer_than_printed(
            ShelfLifeStart by, int days, LocalDate last, String known) {
        keeping(days, by);

        TraceEvent event = recorded(begin("o1", by));

        assertEquals(EventType.LOT_CHANGE, event.type());
        assertEquals(List.of(), findings(event));
        assertEquals(Optional.of(last), lot(FLOUR_1).expiry());
        assertEquals(List.of(known), attributes(FLOUR_1));
        assertEquals(List.of("BER/A-01 1000 KGM"), bakery.stock(FLOUR_1));
    }

    @Test
    void a_part_is_a_lot_of_its_own_where_it_is_and_the_rest_keeps_as_long_as_before() {
        keeping(3, ShelfLifeStart.OPENING);

        TraceEvent event = recorded(beginPart("o1", "40 KGM", Optional.of(OPEN.number())));

        assertEquals(EventType.SPLIT, event.type());
        assertEquals(List.of(new Edge(FLOUR_1, OPEN, of("40 KGM"), Edge.Certainty.KNOWN)), event.edges());
        assertEquals(Optional.of(TODAY.plusDays(3)), lot(OPEN).expiry());
        assertEquals(List.of("openingDate 2026-03-02"), attributes(OPEN));
        assertEquals(List.of("BER/A-01 40 KGM"), bakery.stock(OPEN));
        assertEquals(Optional.of(NEXT_YEAR), lot(FLOUR_1).expiry());
        assertEquals(List.of(), attributes(FLOUR_1));
        assertEquals(List.of("BER/A-01 960 KGM"), bakery.stock(FLOUR_1));
    }

    @Test
    void nothing_is_opened_before_it_was_produced_nor_produced_after_it_was_opened() {
        keeping(3, ShelfLifeStart.OPENING);
        recorded(produced("k1", TODAY));

        assertTrue(WorkingBakery.refusals(
                        begin(aContext("o1").at("2026-03-01T08:00:00Z").request(), ShelfLifeStart.OPENING))
                .contains("BEGUN_BEFORE_PRODUCTION lot"));
        recorded(begin("o2", ShelfLifeStart.OPENING));
        assertTrue(WorkingBakery.refusals(produced("k2", TODAY.plusDays(1)))
                .contains("BEGUN_BEFORE_PRODUCTION productionDate"));
    }

    private Outcome<RecordedEvent> produced(String id, LocalDate day) {
        return bakery.lotCorrections()
                .correct(new LotCorrection(
                        aContext(id).request(),
                        FLOUR_1,
                        Optional.of(day),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        "the label says so"));
    }

    @Test
    void it_is_judged_by_the_new_day() {
        keeping(3, ShelfLifeStart.OPENING);
        recorded(beginPart("o1", "40 KGM", Optional.of(OPEN.number())));

        assertEquals(List.of(), against(OPEN, TODAY.plusDays(3)));
        assertEquals(List.of("LOT_EXPIRED lot"), against(OPEN, TODAY.plusDays(4)));
        assertEquals(List.of(), against(FLOUR_1, TODAY.plusDays(4)));
    }

    @ParameterizedTest
    @CsvSource({
        // expiry said, opening said, what is refused, the last day afterwards
        "2026-03-04, '',         '',                 2026-03-04",
        "2026-03-05, '',         NOTHING_CHANGES,    2026-03-05",
        "2026-03-06, '',         BEYOND_OPENED_LIFE, 2026-03-05",
        "2027-01-31, '',         BEYOND_OPENED_LIFE, 2026-03-05",
        "2026-03-07, 2026-03-04, '',                 2026-03-07",
        "2026-03-08, 2026-03-04, BEYOND_OPENED_LIFE, 2026-03-05",
        "'',         2026-03-01, '',                 2026-03-04",
        "'',         2026-03-04, '',                 2026-03-05",
    })
    void a_correction_gives_an_opened_lot_no_longer_life(String expiry, String opened, String refused, LocalDate last) {
        keeping(3, ShelfLifeStart.OPENING);
        recorded(begin("o1", ShelfLifeStart.OPENING));

        Outcome<RecordedEvent> outcome = bakery.lotCorrections()
                .correct(new LotCorrection(
                        aContext("k1").request(),
                        FLOUR_1,
                        Optional.empty(),
                        day(expiry),
                        Optional.empty(),
                        Optional.empty(),
                        day(opened).map(day -> KeyDataElement.OPENING_DATE.is(new KeyDataValue.Day(day))).stream()
                                .toList(),
                        "read again"));

        assertEquals(
                refused.isEmpty() ? List.of() : List.of(refused),
                outcome.violations().stream().map(violation -> violation.code()).toList());
        assertEquals(Optional.of(last), lot(FLOUR_1).expiry());
    }

    /** It was opened when the item kept longer: a correction of something else is no correction of its life. */
    @Test
    void a_correction_of_something_else_leaves_the_life_as_it_is() {
        keeping(30, ShelfLifeStart.OPENING);
        recorded(begin("o1", ShelfLifeStart.OPENING));
        Optional<LocalDate> before = lot(FLOUR_1).expiry();
        keeping(3, ShelfLifeStart.OPENING);

        recorded(bakery.lotCorrections()
                .correct(new LotCorrection(
                        aContext("k1").request(),
                        FLOUR_1,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("M-1"),
                        Optional.empty(),
                        "read again")));

        assertEquals(before, lot(FLOUR_1).expiry());
    }

    private static Optional<LocalDate> day(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    @Test
    void what_is_said_twice_is_recorded_once_and_what_was_opened_is_not_opened_again() {
        keeping(3, ShelfLifeStart.OPENING);

        RecordedEvent first = begin("o1", ShelfLifeStart.OPENING).toOptional().orElseThrow();
        Outcome<RecordedEvent> again = begin("o1", ShelfLifeStart.OPENING);
        assertInstanceOf(Outcome.AlreadyDone.class, again);
        assertEquals(first, again.toOptional().orElseThrow());
        assertEquals(List.of("EVENT_ID_REUSED id"), refusals(beginPart("o1", "40 KGM", Optional.empty())));
        assertEquals(List.of("SHELF_LIFE_BEGUN lot"), refusals(begin("o2", ShelfLifeStart.OPENING)));
        assertEquals(List.of("SHELF_LIFE_BEGUN lot"), refusals(beginPart("o3", "40 KGM", Optional.empty())));

        RecordedEvent part = beginOther("p1").toOptional().orElseThrow();
        assertEquals(part, beginOther("p1").toOptional().orElseThrow());
    }

    @Test
    void what_was_recorded_by_mistake_is_reversed_and_the_printed_day_counts_again() {
        keeping(3, ShelfLifeStart.OPENING);
        recorded(begin("o1", ShelfLifeStart.OPENING));

        bakery.reverse("u1", "o1").toOptional().orElseThrow();

        assertEquals(Optional.of(NEXT_YEAR), lot(FLOUR_1).expiry());
        assertEquals(List.of(), attributes(FLOUR_1));
        recorded(beginPart("o2", "40 KGM", Optional.of(OPEN.number())));
        bakery.reverse("u2", "o2").toOptional().orElseThrow();
        assertEquals(List.of("BER/A-01 1000 KGM"), bakery.stock(FLOUR_1));
    }

    @Test
    void an_item_without_such_a_shelf_life_refuses_a_request_and_a_report_says_so_and_changes_no_day() {
        keeping(3, ShelfLifeStart.THAWING);

        assertEquals(
                List.of("NO_SUCH_SHELF_LIFE lot"),
                refusals(begin(aContext("o1").requested().request(), ShelfLifeStart.OPENING)));
        TraceEvent event = recorded(begin("o2", ShelfLifeStart.OPENING));

        assertEquals(List.of("NO_SUCH_SHELF_LIFE"), findings(event));
        assertEquals(Optional.of(NEXT_YEAR), lot(FLOUR_1).expiry());
        assertEquals(List.of("openingDate 2026-03-02"), attributes(FLOUR_1));
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        assertEquals(
                List.of("LOT_UNKNOWN lot"),
                refusals(service()
                        .begin(new ShelfLifeBeginning(
                                aContext("o1").request(),
                                ShelfLifeStart.OPENING,
                                LotReference.parse("FLOUR/NONE"),
                                Optional.empty()))));
        Outcome<RecordedEvent> refused = service()
                .begin(new ShelfLifeBeginning(
                        aContext("o1").request(),
                        ShelfLifeStart.OPENING,
                        LotReference.to(FLOUR_1),
                        Optional.of(new ShelfLifeBeginning.Part(
                                new LocationId("NOWHERE"), Optional.empty(), of("0 KGM"), Optional.empty()))));
        assertEquals(List.of("LOCATION_UNKNOWN part.location", "QUANTITY_NOT_POSITIVE part.quantity"), paths(refused));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ShelfLifeBeginning(
                        aContext("o1").request(),
                        ShelfLifeStart.PRODUCTION,
                        LotReference.to(FLOUR_1),
                        Optional.empty()));
    }

    private static List<String> paths(Outcome<RecordedEvent> refused) {
        return refused.violations().stream()
                .map(violation -> violation.code() + " " + violation.path())
                .sorted()
                .toList();
    }

    private Outcome<RecordedEvent> begin(String id, ShelfLifeStart by) {
        return begin(aContext(id).request(), by);
    }

    private Outcome<RecordedEvent> begin(CaptureContext context, ShelfLifeStart by) {
        return service().begin(new ShelfLifeBeginning(context, by, LotReference.to(FLOUR_1), Optional.empty()));
    }

    private Outcome<RecordedEvent> beginPart(String id, String quantity, Optional<LotNumber> number) {
        return part(id, FLOUR_1, quantity, number);
    }

    /** Of the lot that nobody has opened. */
    private Outcome<RecordedEvent> beginOther(String id) {
        return part(id, WorkingBakery.FLOUR_2, "2 BG", Optional.empty());
    }

    private Outcome<RecordedEvent> part(String id, LotKey lot, String quantity, Optional<LotNumber> number) {
        return service()
                .begin(new ShelfLifeBeginning(
                        aContext(id).request(),
                        ShelfLifeStart.OPENING,
                        LotReference.to(lot),
                        Optional.of(new ShelfLifeBeginning.Part(SHELF, Optional.empty(), of(quantity), number))));
    }

    private List<String> against(LotKey lot, LocalDate day) {
        return WorkingBakery.codes(bakery.company()
                .service(LotUsability.class)
                .isUsable(lot(lot), Purpose.PRODUCTION, Optional.empty(), day)
                .reasons());
    }

    private List<String> attributes(LotKey lot) {
        return bakery.lotCorrections().attributes(Set.of(lot)).getOrDefault(lot, List.of()).stream()
                .map(BeginShelfLifeIT::text)
                .toList();
    }

    private static String text(KeyDatum datum) {
        return datum.name() + " " + datum.value().text();
    }

    private Lot lot(LotKey key) {
        return bakery.lots().find(key).orElseThrow();
    }

    private ShelfLives service() {
        return bakery.company().service(ShelfLives.class);
    }

    private void keeping(int days, ShelfLifeStart by) {
        ItemCatalog catalog = bakery.company().service(ItemCatalog.class);
        Item known = catalog.find(FLOUR).orElseThrow();
        ItemProfile profile =
                new ItemProfile(Optional.empty(), Optional.empty(), Optional.of(by), Optional.empty(), Set.of());
        assertEquals(
                List.of(),
                catalog.save(List.of(new Item(
                        known.number(),
                        known.description(),
                        known.type(),
                        known.gtin(),
                        known.baseUnit(),
                        known.packUnits(),
                        Optional.of(days),
                        known.segregation(),
                        profile))));
    }
}
