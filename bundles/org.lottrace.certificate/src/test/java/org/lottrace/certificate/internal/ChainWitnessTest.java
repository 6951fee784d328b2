package org.lottrace.certificate.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.event.EventType.COUNT;
import static org.lottrace.api.event.EventType.PRODUCE;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.certificate.Finding;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.LedgerHead;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;

/** Six events; the third says everything that an event can say about lots, the others nothing. */
class ChainWitnessTest {
    private static final LotKey FLOUR = aLot("FLOUR").key();
    private static final LotKey DOUGH = aLot("DOUGH").key();
    private static final LotKey BREAD = aLot("BREAD").key();
    private static final LotKey HELD = aLot("HELD").key();

    private final SpoiledLedger ledger = new SpoiledLedger(
            nothing("e1"),
            nothing("e2"),
            anEvent("e3", PRODUCE)
                    .moving(FLOUR, "3 KGM", in(SHELF), in(DOCK))
                    .moving(DOUGH, "2 KGM", in(SHELF), in(DOCK))
                    .making(DOUGH, FLOUR, "1 KGM")
                    .making(BREAD, FLOUR, "4 KGM")
                    .setting(HELD, Disposition.ON_HOLD, "moths")
                    .setting(FLOUR, Disposition.ON_HOLD, "moths")
                    .build(),
            nothing("e4"),
            nothing("e5"),
            nothing("e6"));
    private final ChainWitness witness =
            new ChainWitness(ledger.ledger(), ledger.store(), new ReadableEvents(ledger.store()));

    @Test
    void a_whole_chain_has_no_findings() {
        assertEquals(List.of(), witness.findingsAfter(0));
    }

    @Test
    void every_lot_of_a_changed_event_is_named_by_what_it_says_of_it_now() {
        ledger.changed(3L);

        List<Finding> findings = witness.findingsAfter(0);

        assertEquals(
                List.of(
                        "HASH_CHAIN 3 FLOUR 3 KGM",
                        "HASH_CHAIN 3 DOUGH 2 KGM",
                        "HASH_CHAIN 3 FLOUR 1 KGM",
                        "HASH_CHAIN 3 FLOUR 4 KGM",
                        "HASH_CHAIN 3 BREAD",
                        "HASH_CHAIN 3 HELD"),
                texts(findings));
        assertTrue(findings.get(0).message().startsWith("PRODUCE e3 does not fit its hash"));
    }

    @Test
    void a_changed_event_that_names_no_lot_any_more_is_named_itself() {
        ledger.changed(2L, 3L, 5L);

        List<String> findings = texts(witness.findingsAfter(0));

        assertEquals("HASH_CHAIN 2", findings.get(0));
        assertEquals("HASH_CHAIN 5", findings.get(7));
        assertEquals(8, findings.size());
    }

    @Test
    void what_was_checked_before_is_not_named_again() {
        ledger.changed(2L, 5L);

        assertEquals(List.of("HASH_CHAIN 5"), texts(witness.findingsAfter(2)));
    }

    @ParameterizedTest
    @CsvSource({
        "2, 2, at position 2:",
        "2, 4, at positions 2 to 4:",
        // behind the last event there is only the head
        "6, 6, at position 6:",
        "5, 6, at positions 5 to 6:"
    })
    void positions_without_an_event_are_named_together(long first, long last, String where) {
        for (long position = first; position <= last; position++) {
            ledger.removed(position);
        }

        List<Finding> findings = witness.findingsAfter(0);

        assertEquals(List.of("POSITIONS " + first), texts(findings));
        assertTrue(findings.get(0).message().contains(where), findings.get(0).message());
    }

    @Test
    void the_search_goes_on_behind_what_was_removed() {
        ledger.removed(2L, 4L).changed(6L);

        assertEquals(List.of("POSITIONS 2", "POSITIONS 4", "HASH_CHAIN 6"), texts(witness.findingsAfter(0)));
    }

    @Test
    void an_event_that_cannot_be_read_takes_the_place_of_what_the_chain_says() {
        ledger.unreadable(4L).changed(2L);

        List<Finding> findings = witness.findingsAfter(0);

        assertEquals(List.of("HASH_CHAIN 4"), texts(findings));
        assertTrue(findings.get(0).message().contains("cannot be read"));
    }

    @Test
    void what_cannot_be_asked_stays_an_error() {
        SpoiledLedger broken = new SpoiledLedger(nothing("e1")).unreadable(1L);
        SpoiledLedger whole = new SpoiledLedger(nothing("e1"));
        ChainWitness asked = new ChainWitness(broken.ledger(), whole.store(), new ReadableEvents(whole.store()));

        assertThrows(IllegalArgumentException.class, () -> asked.findingsAfter(0));
    }

    @Test
    void a_head_is_trusted_later_while_its_event_is_there() {
        ledger.removed(4L);

        assertEquals(
                List.of(false, true, true, false, true, false),
                List.of(0L, 1L, 3L, 4L, 5L, 7L).stream()
                        .map(position -> witness.hasEventOf(new LedgerHead(position, "")))
                        .toList());
    }

    private static List<String> texts(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.witness() + " "
                        + finding.ledgerPosition().orElseThrow()
                        + finding.lot().map(lot -> " " + lot.number()).orElse("")
                        + finding.quantity().map(quantity -> " " + quantity).orElse(""))
                .toList();
    }

    private static TraceEvent nothing(String id) {
        return anEvent(id, COUNT).build();
    }
}
