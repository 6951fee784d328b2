package org.lottrace.ledger.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.event.DocumentType.SHIP_NOTICE;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.LedgerHead;
import org.lottrace.api.json.CanonicalJson;

/** What was recorded is tied to everything before it. */
class HashChainTest {
    private static final TraceEvent RECEIPT = anEvent("e1", RECEIVE)
            .of(SHIP_NOTICE, "N\"1")
            .moving(aLot("L1").key(), "12.50 KGM", Position.at(Place.party(MILL)), Position.at(in(SHELF), pallet(1)))
            .build();

    @Test
    void covers_the_time_it_was_recorded_the_position_and_the_event_before() {
        RecordedEvent first = HashChain.append(LedgerHead.EMPTY, RECEIPT, NOW);

        assertTrue(HashChain.fits(first, LedgerHead.EMPTY.hash()));
        assertFalse(HashChain.fits(first, first.hash()));
        assertFalse(HashChain.fits(
                new RecordedEvent(RECEIPT, 1, NOW.plusMillis(1), first.hash()), LedgerHead.EMPTY.hash()));
        assertFalse(HashChain.fits(new RecordedEvent(RECEIPT, 2, NOW, first.hash()), LedgerHead.EMPTY.hash()));
    }

    @Test
    void escapes_as_rfc_8785_does() {
        assertEquals(
                "{\"a\":\"\\u0001\\t\\\\ü/\",\"b\":[]}", CanonicalJson.of(Map.of("b", List.of(), "a", "\u0001\t\\ü/")));
    }
}
