package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
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
import org.lottrace.api.code.Coded;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.fixture.ContextBuilder;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.Counting;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.ItemProfile;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.lot.ShelfLifeStart;
import org.lottrace.api.lot.TrackingMode;
import org.lottrace.api.movement.Consumption;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.lottrace.company.WorkingBakery;

/** What the profile of an item wants of what comes: a request without it is refused, a report says so. */
class ItemProfileIT {
    private static final LotKey SALT_7 = new LotKey(MILL, SALT, new LotNumber("S7"));
    private static final KeyDatum GERMAN = KeyDataElement.COUNTRY_OF_ORIGIN.is(new KeyDataValue.Code("DE"));
    private static final KeyDatum PIECES = KeyDataElement.PIECES.is(new KeyDataValue.Amount(of("4 C62")));

    private final WorkingBakery bakery = new WorkingBakery().withFlour();

    @ParameterizedTest
    @CsvSource({
        "WHOLE_PIECES, LOT,    9.5 KGM, QUANTITY_NOT_WHOLE",
        "WHOLE_PIECES, LOT,    9 KGM,   ''",
        "FRACTIONS,    SERIAL, 2 KGM,   SERIAL_NOT_ONE",
        "FRACTIONS,    SERIAL, 1 KGM,   ''",
        "CATCH_WEIGHT, LOT,    9.5 KGM, CATCH_WEIGHT_MISSING",
    })
    void quantities_are_as_the_item_is_kept(String counting, String tracking, String quantity, String found) {
        save(new ItemProfile(
                Optional.of(Coded.of(TrackingMode.class, tracking)),
                Optional.of(Coded.of(Counting.class, counting)),
                Optional.empty(),
                Optional.empty(),
                Set.of()));
        List<String> expected = found.isEmpty() ? List.of() : List.of(found);

        assertEquals(
                expected, ofProfile(codes(refusals(receive(aContext("asked").requested(), quantity)))));
        assertEquals(expected, ofProfile(findings(recorded(receive(aContext("came"), quantity)))));
    }

    @Test
    void the_second_quantity_of_a_catch_weight_is_kept_on_the_line() {
        save(new ItemProfile(
                Optional.empty(), Optional.of(Counting.CATCH_WEIGHT), Optional.empty(), Optional.empty(), Set.of()));

        RecordedEvent event =
                receive(aContext("came"), "9.5 KGM", PIECES).toOptional().orElseThrow();

        assertEquals(List.of(), ofProfile(findings(event.event())));
        assertEquals(List.of(PIECES), event.event().lines().get(0).keyData());
    }

    @Test
    void a_new_lot_has_all_that_the_profile_wants_and_a_known_one_is_not_asked_again() {
        save(wanting("countryOfOrigin", "harvestDate", "expiryDate"));

        List<Violation> refused = receive(aContext("asked").requested(), "9 KGM", GERMAN).violations().stream()
                .filter(violation -> violation.code().equals("ATTRIBUTE_MISSING"))
                .toList();
        assertEquals(1, refused.size());
        assertEquals(
                "lot MILL/SALT/S7 has no expiryDate, harvestDate, which the profile of its item wants",
                refused.get(0).message());
        assertEquals("lines[1].keyData", refused.get(0).path().toString());
        assertEquals(
                List.of("ATTRIBUTE_MISSING"), ofProfile(findings(recorded(receive(aContext("r1"), "9 KGM", GERMAN)))));
        assertEquals(List.of(), ofProfile(findings(recorded(receive(aContext("r2"), "9 KGM", GERMAN)))));
    }

    @Test
    void a_shelf_life_from_receipt_ends_so_many_days_after_the_goods_came() {
        saveLasting(30, ShelfLifeStart.RECEIPT);

        RecordedEvent event = receive(aContext("r1"), "9 KGM").toOptional().orElseThrow();

        LocalDate came = event.event().context().localDate();
        assertEquals(
                Optional.of(came.plusDays(30)),
                bakery.lots().find(SALT_7).orElseThrow().expiry());
    }

    @Test
    void a_shelf_life_from_receipt_begins_with_the_receipt_although_goods_were_used_before() {
        saveLasting(30, ShelfLifeStart.RECEIPT);
        bakery.capture()
                .consume(new Consumption(
                        aContext("c1").reported().request(), "P1", List.of(WorkingBakery.on(DOCK, SALT_7, "1 KGM"))));
        assertEquals(Optional.empty(), bakery.lots().find(SALT_7).orElseThrow().expiry());

        RecordedEvent event = receive(aContext("r1"), "9 KGM").toOptional().orElseThrow();

        assertEquals(
                Optional.of(event.event().context().localDate().plusDays(30)),
                bakery.lots().find(SALT_7).orElseThrow().expiry());
    }

    @Test
    void a_shelf_life_from_opening_has_not_begun() {
        saveLasting(30, ShelfLifeStart.OPENING);

        RecordedEvent event = receive(aContext("r1"), "9 KGM").toOptional().orElseThrow();

        assertEquals(false, findings(event.event()).contains("EXPIRY_MISSING"));
        assertEquals(Optional.empty(), bakery.lots().find(SALT_7).orElseThrow().expiry());
    }

    @Test
    void there_are_no_lots_of_an_item_that_is_not_tracked() {
        save(new ItemProfile(
                Optional.of(TrackingMode.NONE), Optional.empty(), Optional.empty(), Optional.empty(), Set.of()));

        assertEquals(List.of("ITEM_NOT_TRACKED lines[1].lot"), refusals(receive(aContext("r1"), "9 KGM")));
    }

    @Test
    void what_no_lot_has_can_not_be_wanted() {
        assertEquals(
                List.of("ATTRIBUTE_UNKNOWN items[1].profile.mandatory"),
                catalog().save(List.of(with(wanting("colour"), Optional.empty()))).stream()
                        .map(violation -> violation.code() + " " + violation.path())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"CATCH_WEIGHT, ''", "FRACTIONS, CATCH_WEIGHT_TOLERANCE_UNUSED items[1].profile.catchWeightPercent"})
    void only_an_item_with_catch_weight_has_a_tolerance_of_it(String counting, String refused) {
        ItemProfile profile = new ItemProfile(
                Optional.empty(),
                Optional.of(Coded.of(Counting.class, counting)),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.of(10));

        assertEquals(
                refused.isEmpty() ? List.of() : List.of(refused),
                catalog().save(List.of(with(profile, Optional.empty()))).stream()
                        .map(violation -> violation.code() + " " + violation.path())
                        .toList());
    }

    private static ItemProfile wanting(String... attributes) {
        return new ItemProfile(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Set.of(attributes));
    }

    private void saveLasting(int days, ShelfLifeStart start) {
        ItemProfile profile =
                new ItemProfile(Optional.empty(), Optional.empty(), Optional.of(start), Optional.empty(), Set.of());
        assertEquals(List.of(), catalog().save(List.of(with(profile, Optional.of(days)))));
    }

    private void save(ItemProfile profile) {
        assertEquals(List.of(), catalog().save(List.of(with(profile, Optional.empty()))));
        assertEquals(profile, catalog().find(SALT).orElseThrow().profile());
    }

    private Item with(ItemProfile profile, Optional<Integer> days) {
        Item known = catalog().find(SALT).orElseThrow();
        return new Item(
                known.number(),
                known.description(),
                known.type(),
                known.gtin(),
                known.baseUnit(),
                known.packUnits(),
                days,
                known.segregation(),
                profile);
    }

    private ItemCatalog catalog() {
        return bakery.company().service(ItemCatalog.class);
    }

    private static List<String> codes(List<String> refusals) {
        return refusals.stream().map(refusal -> refusal.split(" ")[0]).toList();
    }

    /** What nobody ordered and what has no price is found, too. */
    private static List<String> ofProfile(List<String> codes) {
        return codes.stream()
                .filter(
                        Set.of("QUANTITY_NOT_WHOLE", "SERIAL_NOT_ONE", "CATCH_WEIGHT_MISSING", "ATTRIBUTE_MISSING")
                                ::contains)
                .toList();
    }

    private Outcome<RecordedEvent> receive(ContextBuilder context, String quantity, KeyDatum... said) {
        return bakery.capture()
                .receive(new Receipt(
                        context.request(),
                        Optional.of(MILL),
                        Optional.empty(),
                        Optional.empty(),
                        DOCK,
                        List.of(new Receipt.Line(
                                LotReference.parse("SALT/S7"),
                                of(quantity),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                Optional.empty(),
                                Optional.empty(),
                                List.of(said)))));
    }
}
