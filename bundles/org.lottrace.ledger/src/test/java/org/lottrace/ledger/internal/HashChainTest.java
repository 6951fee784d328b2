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
import static org.lottrace.api.fixture.ContextBuilder.aContext;
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

/** The form of what was recorded can never change: a change that breaks this test breaks every ledger in the field. */
class HashChainTest {
    private static final TraceEvent RECEIPT = anEvent("e1", RECEIVE)
            .of(SHIP_NOTICE, "N\"1")
            .moving(aLot("L1").key(), "12.50 KGM", Position.at(Place.party(MILL)), Position.at(in(SHELF), pallet(1)))
            .build();

    private static final String CANONICAL = """
            {"context":{"accountingDate":"2026-03-02","actor":"anna","device":"scanner7",\
            "effective":"2026-03-02T08:00:00Z","id":"e1","offset":"+01:00","site":"BER","source":"SCANNER"},\
            "dispositionChanges":[],"documents":[{"number":"N\\"1","type":"SHIP_NOTICE"}],"edges":[],\
            "lines":[{"entered":"12.5 KGM","from":{"code":"MILL","kind":"PARTY"},\
            "lot":{"issuer":"MILL","item":"FLOUR","number":"L1"},"quantity":"12.5 KGM",\
            "to":{"code":"BER/A-01","container":"340123450000000017","kind":"LOCATION"}}],\
            "position":"1","previous":"0000000000000000000000000000000000000000000000000000000000000000",\
            "recorded":"2026-03-02T08:00:00Z","type":"RECEIVE"}""";

    @Test
    void writes_everything_in_one_form() {
        assertEquals(CANONICAL, HashChain.canonicalForm(LedgerHead.EMPTY.hash(), RECEIPT, 1, NOW));
    }

    @Test
    void covers_line_and_shift_where_they_were_told() {
        TraceEvent made =
                anEvent("e1", RECEIVE).in(aContext("e1").on("2", "N").build()).build();

        String form = HashChain.canonicalForm(LedgerHead.EMPTY.hash(), made, 1, NOW);

        assertTrue(form.contains("\"id\":\"e1\",\"line\":\"2\",\"offset\":\"+01:00\",\"shift\":\"N\",\"site\""), form);
    }

    @Test
    void hashes_that_form_with_sha_256() {
        assertEquals(
                "ce2ac19671ebc1238408dc3f160035d1956ea2d36d8835bd629326900b9a3bf9",
                HashChain.append(LedgerHead.EMPTY, RECEIPT, NOW).hash());
    }

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
