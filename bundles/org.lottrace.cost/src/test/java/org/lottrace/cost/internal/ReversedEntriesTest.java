package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Reversals.reversalOf;
import static org.lottrace.cost.internal.Captured.disposed;
import static org.lottrace.cost.internal.Captured.received;
import static org.lottrace.cost.internal.Goods.goods;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;

class ReversedEntriesTest {
    private final LotKey flour = aLot("L1").key();
    private final MemoryBooks books = new MemoryBooks().priced("P1", "1.00");

    @Test
    void a_reversal_undoes_the_entry_that_it_is_the_opposite_of() {
        TraceEvent wrong = received("N1", "P1", goods(flour, "10 KGM"));
        JournalEntry other = book(received("N2", "P1", goods(flour, "10 KGM")));
        JournalEntry original = book(wrong);
        JournalEntry less = book(disposed("N1", flour, "1 KGM"));
        JournalEntry reversal = book(reversalOf(wrong));
        List<JournalEntry> all = List.of(other, original, less, reversal);

        assertEquals(Map.of(reversal, original), ReversedEntries.of(all));
        assertEquals(List.of(other, less), ReversedEntries.without(all));
    }

    /** Two that are equal: each reversal undoes another one. */
    @Test
    void an_entry_is_undone_once() {
        TraceEvent wrong = received("N1", "P1", goods(flour, "10 KGM"));
        List<JournalEntry> all = List.of(book(wrong), book(wrong), book(reversalOf(wrong)), book(reversalOf(wrong)));

        assertEquals(Map.of(all.get(2), all.get(0), all.get(3), all.get(1)), ReversedEntries.of(all));
        assertEquals(List.of(), ReversedEntries.without(all));
    }

    /** A disposal of what was found is the opposite of the find, and is none the less something that happened. */
    @Test
    void what_is_no_reversal_undoes_nothing() {
        TraceEvent found = Captured.found("K1", flour, "2 KGM");
        TraceEvent undone = reversalOf(found);
        TraceEvent missed = Captured.missed("K1", flour, "2 KGM");
        List<JournalEntry> all = List.of(book(found), book(missed), book(undone));

        assertEquals(Map.of(all.get(2), all.get(0)), ReversedEntries.of(all));
    }

    private JournalEntry book(TraceEvent event) {
        return books.book(event).orElseThrow();
    }
}
