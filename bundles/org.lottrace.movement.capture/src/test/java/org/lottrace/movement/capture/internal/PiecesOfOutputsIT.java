package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.COMPANY;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.company.WorkingBakery.of;
import static org.lottrace.company.WorkingBakery.recorded;
import static org.lottrace.movement.capture.internal.CountStockIT.findings;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.event.CaptureContext;
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
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.lot.TrackingMode;
import org.lottrace.api.movement.Disposal;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.SerialPieces;
import org.lottrace.api.movement.Transformation;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.company.WorkingBakery;

/** Serial numbers go along when goods of a lot become goods of another one, and what is refused is told all that is wrong with them. */
class PiecesOfOutputsIT {
    private static final LotKey SALT_7 = new LotKey(MILL, SALT, new LotNumber("S7"));

    private final WorkingBakery bakery = new WorkingBakery().withFlour();

    @BeforeEach
    void three_pieces_came() {
        ItemCatalog catalog = bakery.company().service(ItemCatalog.class);
        Item salt = catalog.find(SALT).orElseThrow();
        ItemProfile profile = new ItemProfile(
                Optional.of(TrackingMode.LOT_AND_SERIAL),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty());
        assertEquals(
                List.of(),
                catalog.save(List.of(new Item(
                        salt.number(),
                        salt.description(),
                        salt.type(),
                        salt.gtin(),
                        salt.baseUnit(),
                        salt.packUnits(),
                        Optional.empty(),
                        salt.segregation(),
                        profile))));
        recorded(bakery.capture()
                .receive(new Receipt(
                        aContext("in").request(),
                        Optional.of(MILL),
                        Optional.empty(),
                        Optional.empty(),
                        DOCK,
                        List.of(new Receipt.Line(
                                LotReference.to(SALT_7),
                                of("3 KGM"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                Optional.empty(),
                                Optional.empty(),
                                serials("A B C"))))));
    }

    @Test
    void each_output_says_which_pieces_it_has_and_they_are_followed_into_it() {
        TraceEvent split = recorded(split(aContext("t1").requested().request(), "A B C", "A", "B C"));

        assertEquals(List.of(), findings(split));
        assertEquals(
                List.of("t1 S7", "t1 P2", "in S7"),
                bakery.company().service(SerialPieces.class).steps("B", Optional.of(SALT), 10).stream()
                        .map(step -> step.event() + " " + step.lot().number())
                        .toList());
        assertEquals(List.of("SERIAL_NOT_THERE lines[1].keyData"), refusals(dispose("d1", "P1", "1 KGM", "B")));
        assertEquals(List.of(), refusals(dispose("d2", "P2", "1 KGM", "B")));
    }

    @Test
    void an_only_output_has_all_of_them_without_being_told() {
        TraceEvent relabelled = recorded(
                transform(aContext("t1").requested().request(), EventType.RELABEL, "A B C", output("R1", "3 KGM", "")));

        assertEquals(serials("A B C"), relabelled.lines().get(1).keyData());
        assertEquals(
                relabelled,
                recorded(transform(
                        aContext("t1").requested().request(), EventType.RELABEL, "A B C", output("R1", "3 KGM", ""))),
                "the same again");
        assertEquals(List.of(), refusals(dispose("d1", "R1", "1 KGM", "C")));
    }

    @ParameterizedTest
    @CsvSource({
        "A,   '',  SERIAL_MISSING outputs[2].keyData",
        "A,   B X, SERIAL_NOT_THERE outputs[2].keyData",
        "A,   B,   SERIAL_COUNT_DIFFERS lines[3].keyData",
        "A,   A B, SERIAL_THERE lines[3].keyData SERIAL_REPEATED",
    })
    void pieces_that_are_not_told_or_not_taken_are_refused_when_asked_for_and_noted_when_reported(
            String one, String other, String wrong) {
        String code = wrong.split(" ")[0];
        List<String> refused = refusals(split(aContext("t1").requested().request(), "A B C", one, other));

        assertEquals(
                true,
                refused.stream().anyMatch(refusal -> refusal.startsWith(code) || wrong.endsWith(refusal.split(" ")[0])),
                refused.toString());
        if (!wrong.endsWith("SERIAL_REPEATED")) {
            assertEquals(
                    true,
                    findings(recorded(split(aContext("t2").reported().request(), "A B C", one, other)))
                            .contains(code));
        }
    }

    @Test
    void what_is_refused_anyway_is_told_what_is_wrong_with_its_numbers_too() {
        Disposal disposal = new Disposal(
                aContext("d1").requested().request(),
                "D1",
                List.of(
                        new LotQuantity(
                                LotReference.parse("MILL/SALT/NONE"),
                                DOCK,
                                Optional.empty(),
                                of("1 KGM"),
                                serials("A")),
                        new LotQuantity(LotReference.to(SALT_7), DOCK, Optional.empty(), of("2 KGM"), serials("X"))));

        assertEquals(
                List.of(
                        "LOT_UNKNOWN lines[1].lot",
                        "SERIAL_COUNT_DIFFERS lines[2].keyData",
                        "SERIAL_NOT_THERE lines[2].keyData"),
                refusals(bakery.capture().dispose(disposal)));
    }

    private Outcome<RecordedEvent> split(CaptureContext context, String taken, String one, String other) {
        return transform(context, EventType.SPLIT, taken, output("P1", "1 KGM", one), output("P2", "2 KGM", other));
    }

    private Outcome<RecordedEvent> transform(
            CaptureContext context, EventType type, String taken, Transformation.Output... outputs) {
        LotQuantity goods =
                new LotQuantity(LotReference.to(SALT_7), DOCK, Optional.empty(), of("3 KGM"), serials(taken));
        return bakery.capture().transform(type, new Transformation(context, "T1", List.of(goods), List.of(outputs)));
    }

    private static Transformation.Output output(String number, String quantity, String serials) {
        return new Transformation.Output(
                Optional.empty(),
                Optional.of(new LotNumber(number)),
                Optional.of(of(quantity)),
                SHELF,
                Optional.empty(),
                serials(serials));
    }

    private Outcome<RecordedEvent> dispose(String id, String number, String quantity, String serials) {
        LocationId location = SHELF;
        return bakery.capture()
                .dispose(new Disposal(
                        aContext(id).requested().request(),
                        id,
                        List.of(new LotQuantity(
                                LotReference.to(new LotKey(COMPANY, SALT, new LotNumber(number))),
                                location,
                                Optional.empty(),
                                of(quantity),
                                serials(serials)))));
    }

    private static List<KeyDatum> serials(String numbers) {
        return Stream.of(numbers.split(" "))
                .filter(number -> !number.isEmpty())
                .map(number -> KeyDataElement.SERIAL.is(new KeyDataValue.Text(number)))
                .toList();
    }

    private static List<String> refusals(Outcome<RecordedEvent> outcome) {
        return outcome.violations().stream()
                .map(violation -> violation.code() + " " + violation.path())
                .toList();
    }
}
