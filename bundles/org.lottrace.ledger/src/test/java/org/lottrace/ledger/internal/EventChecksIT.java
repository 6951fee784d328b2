package org.lottrace.ledger.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.EventType.COUNT;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.event.EventType.REVERSE;
import static org.lottrace.api.event.EventType.TRANSFER;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.ChainAnchor;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataType;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.persistence.testing.TestDatabase;

class EventChecksIT {
    private static final LotKey KNOWN = aLot("L1").key();
    private static final LotKey ALSO_KNOWN = aLot("L2").key();
    private static final LotKey UNKNOWN = aLot("L9").key();
    private static final KeyDatum WRONG = new KeyDatum("gravity", KeyDataValue.of(KeyDataType.QUANTITY, "9.81 MSK"));
    private static final KeyDatum RIGHT = KeyDataElement.SEAL.is(new KeyDataValue.Text("S-1"));

    private final TestDatabase database = TestDatabase.h2().withBakery();
    private final EventChecks checks = new EventChecks(database.lots(), database.items());

    @BeforeEach
    void two_lots_are_known() {
        database.unitOfWork()
                .run(() -> List.of(aLot("L1").build(), aLot("L2").build()).forEach(database.lots()::insert));
    }

    @Test
    void an_event_says_something() {
        TraceEvent empty = anEvent("e1", RECEIVE).build();

        assertEquals(List.of("EVENT_EMPTY "), violations(empty));
        assertEquals(List.of("EVENT_EMPTY "), violations(anEvent("e1", REVERSE).build()));
        assertEquals(
                List.of(), violations(anEvent("e1", REVERSE).correcting("e0").build()));
        KeyDatum counted = KeyDataElement.COUNTED.is(new KeyDataValue.Text("1 KGM MILL/FLOUR/L1 LOCATION:BER/A-01"));
        assertEquals(List.of(), violations(anEvent("e1", COUNT).build().saying(List.of(counted))));
        assertEquals(
                List.of("EVENT_EMPTY "),
                violations(anEvent("e1", RECEIVE).build().saying(List.of(counted))));
        assertEquals(
                List.of(),
                violations(anEvent("e1", RECEIVE)
                        .moving(KNOWN, "1 KGM", in(SHELF), in(DOCK))
                        .build()));
        assertEquals(
                List.of(),
                violations(anEvent("e1", RECEIVE)
                        .making(ALSO_KNOWN, KNOWN, "1 KGM")
                        .build()));
        assertEquals(
                List.of(),
                violations(anEvent("e1", RECEIVE)
                        .setting(KNOWN, Disposition.ON_HOLD, "moths")
                        .build()));
        assertEquals(
                List.of(),
                violations(
                        empty.changing(List.of(LotChange.registered(aLot("L1").build())))));
        assertEquals(List.of(), violations(anchored(empty)));
    }

    @Test
    void every_lot_that_is_named_is_known() {
        TraceEvent event = anEvent("e1", TRANSFER)
                .moving(KNOWN, "1 KGM", in(SHELF), in(DOCK))
                .moving(UNKNOWN, "1 KGM", in(SHELF), in(DOCK))
                .making(KNOWN, UNKNOWN, "1 KGM")
                .making(UNKNOWN, KNOWN, "1 KGM")
                .setting(KNOWN, Disposition.ON_HOLD, "moths")
                .setting(UNKNOWN, Disposition.ON_HOLD, "moths")
                .build()
                .changing(List.of(
                        LotChange.registered(aLot("L1").build()),
                        LotChange.registered(aLot("L9").build())));

        assertEquals(
                List.of(
                        "LOT_UNKNOWN lines[2].lot",
                        "LOT_UNKNOWN edges[1].input",
                        "LOT_UNKNOWN edges[2].output",
                        "LOT_UNKNOWN dispositionChanges[2].lot",
                        "LOT_UNKNOWN lotChanges[2].lot"),
                violations(event));
        assertEquals(new TreeSet<>(List.of(KNOWN, UNKNOWN)), EventChecks.movedLots(event));
    }

    /** A lot that only an edge, a disposition or a change names is looked up as well. */
    @Test
    void a_lot_is_known_wherever_it_is_named() {
        assertEquals(
                List.of(),
                violations(anEvent("e1", TRANSFER)
                        .setting(KNOWN, Disposition.ON_HOLD, "moths")
                        .build()));
    }

    @Test
    void every_quantity_is_in_the_base_unit_of_its_item() {
        assertEquals(
                List.of("UNIT_NOT_BASE lines[2].quantity", "UNIT_NOT_BASE edges[2].quantity"),
                violations(anEvent("e1", TRANSFER)
                        .moving(KNOWN, "1 KGM", in(SHELF), in(DOCK))
                        .moving(KNOWN, "1 BG", in(SHELF), in(DOCK))
                        .making(ALSO_KNOWN, KNOWN, "1 KGM")
                        .making(ALSO_KNOWN, KNOWN, "1 BG")
                        .build()));
    }

    @Test
    void every_key_data_element_is_in_the_catalogue_wherever_it_stands() {
        EventLine line = new EventLine(
                KNOWN,
                Position.at(in(SHELF)),
                Position.at(in(DOCK)),
                quantity("1 KGM"),
                quantity("1 KGM"),
                Optional.empty(),
                Optional.empty(),
                List.of(RIGHT, WRONG));

        assertEquals(
                List.of(
                        "KEY_DATA_WRONG lines[1].keyData[2]",
                        "KEY_DATA_WRONG lotChanges[1].after[2]",
                        "KEY_DATA_WRONG keyData[2]"),
                violations(anEvent("e1", TRANSFER)
                        .with(line)
                        .build()
                        .changing(List.of(new LotChange(KNOWN, List.of(), List.of(RIGHT, WRONG), "label")))
                        .saying(List.of(RIGHT, WRONG))));
    }

    private static TraceEvent anchored(TraceEvent event) {
        return new TraceEvent(
                event.context(),
                event.type(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new ChainAnchor("journal", 7, "ab12")));
    }

    private List<String> violations(TraceEvent event) {
        return database.unitOfWork().required(() -> checks.violations(event)).stream()
                .map(v -> v.code() + " " + v.path())
                .toList();
    }
}
