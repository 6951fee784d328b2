package org.lottrace.certificate.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.event.EventType.COUNT;
import static org.lottrace.api.fixture.EventBuilder.anEvent;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lottrace.api.certificate.Finding;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;

/** Five events. */
class ReadableEventsTest {
    private final SpoiledLedger ledger =
            new SpoiledLedger(event("e1"), event("e2"), event("e3"), event("e4"), event("e5"));
    private final ReadableEvents readable = new ReadableEvents(ledger.store());

    @Test
    void what_can_be_read_is_read_as_it_is_there() {
        assertEquals(List.of(3L, 4L), positions(readable.after(2, 2)));
        assertEquals(List.of(), readable.findingsAfter(0));
        assertEquals(List.of(), readable.findingsAfter(5));
    }

    @Test
    void what_cannot_be_read_is_left_out_and_named_with_the_reason() {
        ledger.unreadable(3L, 5L);

        assertEquals(List.of(1L, 2L, 4L), positions(readable.after(0, 10)));
        List<Finding> findings = readable.findingsAfter(0);
        assertEquals(
                List.of(Optional.of(3L), Optional.of(5L)),
                findings.stream().map(Finding::ledgerPosition).toList());
        assertTrue(findings.get(0).message().contains("NONSENSE is no kind of place"));
    }

    @Test
    void a_page_is_no_longer_for_what_is_left_out() {
        ledger.unreadable(3L);

        assertEquals(List.of(2L, 4L), positions(readable.after(1, 2)));
    }

    @Test
    void an_end_that_was_removed_ends_the_ledger() {
        ledger.unreadable(3L).removed(5L);

        assertEquals(List.of(1L, 2L, 4L), positions(readable.after(0, 10)));
    }

    @Test
    void what_was_recorded_behind_the_head_comes_with_the_next_page() {
        ledger.unreadable(3L).headAt(4);

        assertEquals(List.of(1L, 2L, 4L), positions(readable.after(0, 10)));
    }

    private static List<Long> positions(List<RecordedEvent> events) {
        return events.stream().map(RecordedEvent::position).toList();
    }

    private static TraceEvent event(String id) {
        return anEvent(id, COUNT).build();
    }
}
