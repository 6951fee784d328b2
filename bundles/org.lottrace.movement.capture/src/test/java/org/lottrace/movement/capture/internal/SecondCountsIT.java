package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.company.WorkingBakery.of;
import static org.lottrace.company.WorkingBakery.recorded;
import static org.lottrace.movement.capture.internal.CountStockIT.findings;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.ContextBuilder;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.Counting;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.ItemProfile;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.lot.TrackingMode;
import org.lottrace.api.movement.Disposal;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.SerialPieces;
import org.lottrace.api.movement.StockCount;
import org.lottrace.api.movement.SupplierReturn;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.company.WorkingBakery;

/** Goods that are counted twice: weight and pieces, or pieces and their serial numbers. */
class SecondCountsIT {
    private static final LotKey SALT_7 = new LotKey(MILL, SALT, new LotNumber("S7"));

    private final WorkingBakery bakery = new WorkingBakery().withFlour();

    @ParameterizedTest
    @CsvSource({
        "2 KGM, 4,  ''",
        "2 KGM, 5,  ''",
        "2 KGM, 6,  WEIGHT_OUT_OF_TOLERANCE",
        "2 KGM, 3,  ''",
        "2 KGM, 2,  WEIGHT_OUT_OF_TOLERANCE",
    })
    void a_weight_and_its_pieces_fit_what_came_of_the_lot(String quantity, int pieces, String found) {
        save(Optional.empty(), Counting.CATCH_WEIGHT);
        recorded(receive("r1", "9 KGM", pieces(18)));
        List<String> expected = found.isEmpty() ? List.of() : List.of(found);

        assertEquals(expected, codes(dispose(aContext("d1").requested(), quantity, pieces(pieces))));
        assertEquals(expected, findings(recorded(dispose(aContext("d2").reported(), quantity, pieces(pieces)))));
    }

    @ParameterizedTest
    @CsvSource({"0, 4, true", "0, 5, false", "25, 5, true", "60, 6, true", "60, 7, false"})
    void an_item_has_a_tolerance_of_its_own(int percent, int pieces, boolean fits) {
        save(Optional.empty(), Counting.CATCH_WEIGHT, Optional.of(percent));
        recorded(receive("r1", "9 KGM", pieces(18)));

        assertEquals(
                fits ? List.of() : List.of("WEIGHT_OUT_OF_TOLERANCE"),
                codes(dispose(aContext("d1").requested(), "2 KGM", pieces(pieces))));
    }

    @Test
    void both_are_recorded_and_what_is_said_again_is_the_same_only_when_both_are() {
        save(Optional.empty(), Counting.CATCH_WEIGHT);
        recorded(receive("r1", "9 KGM", pieces(18)));

        TraceEvent gone = recorded(dispose(aContext("d1").reported(), "2 KGM", pieces(4)));

        assertEquals(List.of(pieces(4)), gone.lines().get(0).keyData());
        assertInstanceOf(Outcome.AlreadyDone.class, dispose(aContext("d1").reported(), "2 KGM", pieces(4)));
        assertEquals(List.of("EVENT_ID_REUSED"), codes(dispose(aContext("d1").reported(), "2 KGM", pieces(5))));
        assertEquals(
                List.of("KEY_DATA_WRONG"),
                codes(dispose(
                        aContext("d3").reported(),
                        "2 KGM",
                        KeyDataElement.COUNTRY_OF_ORIGIN.is(new KeyDataValue.Code("DE")))));
    }

    @Test
    void a_serial_number_comes_once_and_goes_once() {
        save(Optional.of(TrackingMode.LOT_AND_SERIAL), Counting.FRACTIONS);
        recorded(receive("r1", "2 KGM", serials("A", "B")));

        assertEquals(List.of("SERIAL_THERE"), serialFindings(receive("r2", "1 KGM", serials("B"))));
        assertEquals(List.of("SERIAL_NOT_THERE"), codes(giveBack(aContext("b1").requested(), "1 KGM", "C")));
        assertEquals(List.of(), codes(giveBack(aContext("b2").requested(), "1 KGM", "A")));
        assertEquals(List.of("SERIAL_NOT_THERE"), codes(giveBack(aContext("b3").requested(), "1 KGM", "A")));
        assertEquals(
                List.of("SERIAL_NOT_THERE"),
                serialFindings(giveBack(aContext("b4").reported(), "1 KGM", "A")));
        recorded(receive("r3", "1 KGM", serials("A")));
        assertEquals(List.of(), codes(giveBack(aContext("b5").requested(), "1 KGM", "A")));
    }

    @Test
    void what_was_reversed_did_not_come() {
        save(Optional.of(TrackingMode.LOT_AND_SERIAL), Counting.FRACTIONS);
        recorded(receive("r1", "1 KGM", serials("A")));
        bakery.reverse("u1", "r1").toOptional().orElseThrow();

        assertEquals(List.of(), serialFindings(receive("r2", "1 KGM", serials("A"))));
    }

    @Test
    void each_piece_has_one_number_and_none_is_missing() {
        save(Optional.of(TrackingMode.LOT_AND_SERIAL), Counting.FRACTIONS);

        assertEquals(List.of("SERIAL_MISSING"), serialFindings(receive("r1", "3 KGM")));
        assertEquals(List.of("SERIAL_COUNT_DIFFERS"), serialFindings(receive("r2", "3 KGM", serials("A", "B"))));
        assertEquals(
                List.of("SERIAL_REPEATED"),
                codes(receive("r3", "2 KGM", serials("D", "D"))).stream()
                        .filter(code -> code.startsWith("SERIAL"))
                        .toList());
        // Of the three of the first receipt nobody has said the numbers: this may be one of them.
        assertEquals(List.of(), codes(giveBack(aContext("b1").requested(), "1 KGM", "X")));
    }

    /** So is what was in stock before the item got serial numbers. */
    @Test
    void pieces_that_came_without_their_numbers_leave_without_them() {
        recorded(receive("r0", "2 KGM"));
        save(Optional.of(TrackingMode.LOT_AND_SERIAL), Counting.FRACTIONS);
        recorded(receive("r1", "3 KGM", serials("A", "B")));

        TraceEvent gone = recorded(giveBack(aContext("b1").requested(), "1 KGM"));
        assertEquals(List.of("SERIAL_MISSING"), findings(gone));
        recorded(giveBack(aContext("b2").requested(), "1 KGM", "X"));
        recorded(giveBack(aContext("b3").requested(), "1 KGM", "Y"));
        assertEquals(List.of("SERIAL_MISSING"), codes(giveBack(aContext("b4").requested(), "1 KGM")));
        assertEquals(List.of("SERIAL_NOT_THERE"), codes(giveBack(aContext("b5").requested(), "1 KGM", "Z")));
        recorded(giveBack(aContext("b6").requested(), "2 KGM", "A", "B"));
    }

    @Test
    void what_is_counted_stays_and_what_is_missing_has_no_number() {
        save(Optional.of(TrackingMode.LOT_AND_SERIAL), Counting.FRACTIONS);
        recorded(receive("r1", "3 KGM", serials("A", "B", "C")));

        TraceEvent count = recorded(count("c1", "2 KGM", serials("A", "B")));
        assertEquals(List.of(), findings(count));
        assertEquals(List.of(), count.lines().get(0).keyData());
        assertEquals(List.of(serials("A", "B")), count.keyData().subList(1, 3));
        assertInstanceOf(Outcome.AlreadyDone.class, count("c1", "2 KGM", serials("A", "B")));
        assertEquals(List.of("EVENT_ID_REUSED"), codes(count("c1", "2 KGM", serials("A", "C"))));
        recorded(giveBack(aContext("b1").requested(), "2 KGM", "A", "B"));
    }

    @Test
    void what_is_found_besides_has_the_number_that_the_book_has_not() {
        save(Optional.of(TrackingMode.LOT_AND_SERIAL), Counting.FRACTIONS);
        recorded(receive("r1", "2 KGM", serials("A", "B")));

        TraceEvent more = recorded(count("c1", "3 KGM", serials("A", "B", "C")));
        assertEquals(List.of(), findings(more));
        assertEquals(List.of(serials("C")), more.lines().get(0).keyData());
        assertEquals(List.of("SERIAL_NOT_THERE"), findings(recorded(count("c2", "3 KGM", serials("A", "B", "D")))));
        assertEquals(List.of("SERIAL_COUNT_DIFFERS"), findings(recorded(count("c3", "3 KGM", serials("A", "B")))));
    }

    @Test
    void the_weight_of_all_that_was_counted_is_compared() {
        save(Optional.empty(), Counting.CATCH_WEIGHT);
        recorded(receive("r1", "9 KGM", pieces(18)));

        assertEquals(List.of(), findings(recorded(count("c1", "8 KGM", pieces(16)))));
        assertEquals(List.of("WEIGHT_OUT_OF_TOLERANCE"), findings(recorded(count("c2", "8 KGM", pieces(5)))));
    }

    @Test
    void what_came_is_told_after_it_left_and_is_not_there() {
        save(Optional.of(TrackingMode.LOT_AND_SERIAL), Counting.FRACTIONS);
        recorded(receive("r0", "2 KGM", serials("X", "Y")));
        recorded(giveBack(aContext("b1").reported().at("2026-03-02T07:00:00Z"), "1 KGM", "A"));
        recorded(receive(aContext("r1").at("2026-03-02T06:00:00Z"), "2 KGM", serials("A", "B")));

        assertEquals(List.of("SERIAL_NOT_THERE"), codes(giveBack(aContext("b2").requested(), "1 KGM", "A")));
        recorded(giveBack(aContext("b3").requested(), "1 KGM", "B"));
    }

    @Test
    void a_piece_that_is_a_lot_of_its_own_comes_once_until_it_goes() {
        save(Optional.of(TrackingMode.SERIAL), Counting.FRACTIONS);

        assertEquals(List.of(), serialFindings(receive("r1", "1 KGM")));
        assertEquals(List.of("SERIAL_THERE"), serialFindings(receive("r2", "1 KGM")));
        bakery.reverse("u2", "r2").toOptional().orElseThrow();
        recorded(giveBack(aContext("b1").requested(), "1 KGM"));
        assertEquals(List.of(), serialFindings(receive("r3", "1 KGM")));
    }

    private Outcome<RecordedEvent> count(String id, String quantity, KeyDatum... said) {
        return bakery.capture().count(new StockCount(aContext(id).request(), id, List.of(goods(quantity, said))));
    }

    private static KeyDatum pieces(int pieces) {
        return KeyDataElement.PIECES.is(new KeyDataValue.Amount(of(pieces + " C62")));
    }

    private static KeyDatum[] serials(String... serials) {
        return Stream.of(serials)
                .map(serial -> KeyDataElement.SERIAL.is(new KeyDataValue.Text(serial)))
                .toArray(KeyDatum[]::new);
    }

    private Outcome<RecordedEvent> giveBack(ContextBuilder context, String quantity, String... serials) {
        return bakery.capture()
                .returnToSupplier(
                        new SupplierReturn(context.request(), MILL, "RV", List.of(goods(quantity, serials(serials)))));
    }

    private Outcome<RecordedEvent> dispose(ContextBuilder context, String quantity, KeyDatum... said) {
        return bakery.capture().dispose(new Disposal(context.request(), "DO", List.of(goods(quantity, said))));
    }

    private static LotQuantity goods(String quantity, KeyDatum... said) {
        return new LotQuantity(LotReference.to(SALT_7), DOCK, Optional.empty(), of(quantity), List.of(said));
    }

    /** With its GTIN a serial number means one piece, whatever the lot. */
    @Test
    void a_serial_number_is_one_piece_of_its_item_and_not_of_each_lot() {
        save(Optional.of(TrackingMode.LOT_AND_SERIAL), Counting.FRACTIONS);
        recorded(receive("r1", "2 KGM", serials("A", "B")));
        LotKey other = new LotKey(MILL, SALT, new LotNumber("S8"));

        TraceEvent twice = recorded(receive(other, aContext("r3"), "1 KGM", serials("A")));
        assertEquals(
                List.of("SERIAL_THERE"),
                findings(twice).stream()
                        .filter(code -> code.startsWith("SERIAL"))
                        .toList());
        bakery.reverse("u3", "r3").toOptional().orElseThrow();
        recorded(giveBack(aContext("b1").requested(), "1 KGM", "A"));
        assertEquals(List.of(), serialFindings(receive(other, aContext("r4"), "1 KGM", serials("A"))));
        assertEquals(List.of("SERIAL_THERE"), serialFindings(receive(SALT_7, aContext("r5"), "1 KGM", serials("A"))));
    }

    @Test
    void a_piece_is_followed_by_its_number_whatever_the_lot_and_what_was_reversed_is_left_out() {
        save(Optional.of(TrackingMode.LOT_AND_SERIAL), Counting.FRACTIONS);
        LotKey other = new LotKey(MILL, SALT, new LotNumber("S8"));
        recorded(receive("r1", "2 KGM", serials("A", "B")));
        recorded(giveBack(aContext("b1").requested(), "1 KGM", "A"));
        recorded(receive(other, aContext("r2"), "1 KGM", serials("A")));
        recorded(receive(other, aContext("r3"), "1 KGM", serials("C")));
        bakery.reverse("u3", "r3").toOptional().orElseThrow();
        SerialPieces pieces = bakery.company().service(SerialPieces.class);

        assertEquals(
                List.of("r2 RECEIVE MILL/SALT/S8", "b1 SUPPLIER_RETURN MILL/SALT/S7", "r1 RECEIVE MILL/SALT/S7"),
                pieces.steps("A", Optional.of(SALT), 10).stream()
                        .map(step -> step.event() + " " + step.type() + " " + step.lot())
                        .toList());
        assertEquals(1, pieces.steps("A", Optional.empty(), 1).size());
        assertEquals(List.of(), pieces.steps("A", Optional.of(Bakery.FLOUR), 10));
        assertEquals(List.of(), pieces.steps("C", Optional.empty(), 10));
    }

    @ParameterizedTest
    @CsvSource({"200, false", "201, true"})
    void a_text_that_is_too_long_is_no_serial_number(int length, boolean isWrong) {
        save(Optional.of(TrackingMode.LOT_AND_SERIAL), Counting.FRACTIONS);
        KeyDatum serial = new KeyDatum(KeyDataElement.SERIAL.word(), new KeyDataValue.Text("\u4e00".repeat(length)));

        assertEquals(isWrong, codes(receive("r1", "1 KGM", serial)).contains("KEY_DATA_WRONG"));
    }

    @Test
    void two_lots_of_one_receipt_do_not_share_a_serial_number() {
        save(Optional.of(TrackingMode.LOT_AND_SERIAL), Counting.FRACTIONS);

        assertTrue(codes(bakery.capture()
                        .receive(new Receipt(
                                aContext("r1").request(),
                                Optional.of(MILL),
                                Optional.empty(),
                                Optional.empty(),
                                DOCK,
                                List.of(
                                        came(SALT_7, "1 KGM", serials("A")),
                                        came(new LotKey(MILL, SALT, new LotNumber("S8")), "1 KGM", serials("A"))))))
                .contains("SERIAL_REPEATED"));
    }

    @Test
    void a_piece_with_the_number_of_another_issuer_s_piece_in_stock_is_found_out() {
        save(Optional.of(TrackingMode.SERIAL), Counting.FRACTIONS);
        recorded(receive("r1", "1 KGM"));
        LotKey same = new LotKey(Bakery.COMPANY, SALT, SALT_7.number());

        assertEquals(List.of("SERIAL_THERE"), serialFindings(receive(same, aContext("r2"), "1 KGM")));
        recorded(giveBack(aContext("b1").requested(), "1 KGM"));
        bakery.reverse("u2", "r2").toOptional().orElseThrow();
        assertEquals(List.of(), serialFindings(receive(same, aContext("r3"), "1 KGM")));
    }

    private Outcome<RecordedEvent> receive(String id, String quantity, KeyDatum... said) {
        return receive(aContext(id), quantity, said);
    }

    private Outcome<RecordedEvent> receive(ContextBuilder context, String quantity, KeyDatum... said) {
        return receive(SALT_7, context, quantity, said);
    }

    private static Receipt.Line came(LotKey lot, String quantity, KeyDatum... said) {
        return new Receipt.Line(
                LotReference.to(lot),
                of(quantity),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(said));
    }

    private Outcome<RecordedEvent> receive(LotKey lot, ContextBuilder context, String quantity, KeyDatum... said) {
        return bakery.capture()
                .receive(new Receipt(
                        context.request(),
                        Optional.of(MILL),
                        Optional.empty(),
                        Optional.empty(),
                        DOCK,
                        List.of(came(lot, quantity, said))));
    }

    private static List<String> serialFindings(Outcome<RecordedEvent> result) {
        return findings(recorded(result)).stream()
                .filter(code -> code.startsWith("SERIAL"))
                .toList();
    }

    private static List<String> codes(Outcome<RecordedEvent> result) {
        return result.violations().stream().map(violation -> violation.code()).toList();
    }

    private void save(Optional<TrackingMode> tracking, Counting counting) {
        save(tracking, counting, Optional.empty());
    }

    private void save(Optional<TrackingMode> tracking, Counting counting, Optional<Integer> percent) {
        ItemCatalog catalog = bakery.company().service(ItemCatalog.class);
        Item known = catalog.find(SALT).orElseThrow();
        ItemProfile profile =
                new ItemProfile(tracking, Optional.of(counting), Optional.empty(), Optional.empty(), Set.of(), percent);
        assertEquals(
                List.of(),
                catalog.save(List.of(new Item(
                        known.number(),
                        known.description(),
                        known.type(),
                        known.gtin(),
                        known.baseUnit(),
                        known.packUnits(),
                        Optional.empty(),
                        known.segregation(),
                        profile))));
    }
}
