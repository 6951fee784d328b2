package org.lottrace.ledger.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.event.DocumentType.PURCHASE_ORDER;
import static org.lottrace.api.event.DocumentType.SHIP_NOTICE;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.KeyDataType;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.LedgerHead;
import org.lottrace.api.fixture.WholeEvent;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;

/**
 * Every form in which an event was ever recorded, with its hash, as files: a change that breaks this test breaks every ledger
 * in the field. Nobody edits a golden file; a new form gets a new one.
 */
class GoldenFormsTest {
    private static final LotKey LOT = aLot("L1").key();

    /** @param text what is hashed; the last line of its file is the hash */
    record Golden(String file, RecordedEvent event) {
        private String text() throws IOException {
            return content().substring(0, content().lastIndexOf('\n'));
        }

        private String hash() throws IOException {
            return content().substring(content().lastIndexOf('\n') + 1);
        }

        private String content() throws IOException {
            try (InputStream in = GoldenFormsTest.class.getResourceAsStream(file)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
            }
        }

        @Override
        public String toString() {
            return file;
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void keeps_every_form_as_it_was_written(Golden golden) throws IOException {
        RecordedEvent event = golden.event();

        assertEquals(
                golden.text(), HashedForm.number(event.form()).orElseThrow().text(LedgerHead.EMPTY.hash(), event));
        assertTrue(HashChain.fits(withHash(event, golden.hash()), LedgerHead.EMPTY.hash()));
    }

    @Test
    void an_event_of_a_form_that_nobody_knows_was_changed_for_a_newer_database_is_not_opened() {
        RecordedEvent ofNoForm = new RecordedEvent(sparse(), 99, 1, 1, NOW, "");

        assertFalse(HashChain.fits(ofNoForm, LedgerHead.EMPTY.hash()));
    }

    @Test
    void reads_an_element_that_only_another_version_knows() {
        KeyDatum unknown = new KeyDatum("gravity", KeyDataValue.of(KeyDataType.QUANTITY, "9.81 MSK"));

        assertEquals("9.81 MSK", unknown.value().text());
        assertTrue(unknown.fault().isPresent());
    }

    static Stream<Golden> forms() {
        return Stream.of(
                new Golden("form-1.txt", new RecordedEvent(sparse(), 1, 1, 1, NOW, "")),
                new Golden("form-1-line-and-shift.txt", new RecordedEvent(withLineAndShift(), 1, 1, 1, NOW, "")),
                new Golden("form-1-order-line.txt", new RecordedEvent(withOrderLine(), 1, 1, 1, NOW, "")),
                new Golden("form-2-sparse.txt", new RecordedEvent(sparse(), 2, 1, 1, NOW, "")),
                new Golden(
                        "form-2-full.txt",
                        new RecordedEvent(
                                WholeEvent.of(aLot("L1").key(), aLot("L2").key()), 2, 1, 1, NOW, "")));
    }

    private static RecordedEvent withHash(RecordedEvent event, String hash) {
        return new RecordedEvent(event.event(), event.form(), event.cell(), event.position(), event.recorded(), hash);
    }

    private static TraceEvent sparse() {
        return anEvent("e1", RECEIVE)
                .of(SHIP_NOTICE, "N\"1")
                .moving(LOT, "12.50 KGM", Position.at(Place.party(MILL)), Position.at(in(SHELF), pallet(1)))
                .build();
    }

    private static TraceEvent withOrderLine() {
        return anEvent("e1", RECEIVE)
                .of(SHIP_NOTICE, "N\"1")
                .moving(
                        LOT,
                        "12.50 KGM",
                        Position.at(Place.party(MILL)),
                        Position.at(in(SHELF), pallet(1)),
                        new OrderLineReference(new DocumentReference(PURCHASE_ORDER, "PO1"), 3))
                .build();
    }

    private static TraceEvent withLineAndShift() {
        return anEvent("e1", RECEIVE)
                .in(aContext("e1").on("2", "N").build())
                .making(aLot("L2").key(), LOT, "1 KGM")
                .setting(LOT, Disposition.ON_HOLD, "ü")
                .correcting("e0")
                .build();
    }
}
