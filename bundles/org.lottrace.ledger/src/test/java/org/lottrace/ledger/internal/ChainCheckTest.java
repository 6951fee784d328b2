package org.lottrace.ledger.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lottrace.api.event.EventType.COUNT;
import static org.lottrace.api.event.EventType.DISPOSE;
import static org.lottrace.api.fixture.EventBuilder.anEvent;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.LedgerHead;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.transaction.UnitOfWork;

/** Ten events; the one at position {@code changed} was changed in the database afterwards. */
class ChainCheckTest {
    private static final int EVENTS = 10;

    @ParameterizedTest
    @CsvSource({
        "0,  0, 0",
        "0,  6, 0",
        "0, 99, 0",
        "1,  0, 1",
        "7,  0, 7",
        "7,  6, 7",
        "7,  7, 0",
        "10, 9, 10",
    })
    void finds_the_first_event_after_the_trusted_one_that_does_not_fit(int changed, long trusted, long broken) {
        ChainCheck check = new ChainCheck(unitOfWork(), store(events(changed)));

        assertEquals(broken == 0 ? Optional.empty() : Optional.of(broken), check.firstBrokenPositionAfter(trusted));
    }

    /** The check once took every event that was recorded while it ran for a broken chain. */
    @ParameterizedTest
    @CsvSource({"0, 0, 0", "7, 0, 7", "9, 0, 0", "9, 2, 0", "10, 0, 0"})
    void an_event_that_is_recorded_meanwhile_breaks_nothing(int changed, long trusted, long broken) {
        List<RecordedEvent> events = events(changed);

        ChainCheck check = new ChainCheck(unitOfWork(), store(events, events.get(7)));

        assertEquals(broken == 0 ? Optional.empty() : Optional.of(broken), check.firstBrokenPositionAfter(trusted));
    }

    /** Every event fits the one before, and the newest is not the one that was recorded. */
    @Test
    void a_head_that_is_not_the_newest_event_breaks_the_chain() {
        List<RecordedEvent> events = events(0);
        RecordedEvent newest = events.get(EVENTS - 1);
        RecordedEvent other = new RecordedEvent(
                newest.event(),
                newest.position(),
                newest.recorded(),
                events.get(EVENTS - 2).hash());

        ChainCheck check = new ChainCheck(unitOfWork(), store(events, other));

        assertEquals(Optional.of((long) EVENTS), check.firstBrokenPositionAfter(0));
        assertEquals(Optional.empty(), check.firstBrokenPositionAfter(EVENTS));
    }

    @Test
    void a_ledger_whose_end_is_missing_is_broken_where_it_ends() {
        List<RecordedEvent> events = events(0);

        ChainCheck check = new ChainCheck(unitOfWork(), store(events.subList(0, 8), events.get(EVENTS - 1)));

        assertEquals(Optional.of(9L), check.firstBrokenPositionAfter(0));
        assertThrows(IllegalArgumentException.class, () -> check.firstBrokenPositionAfter(9));
    }

    private static List<RecordedEvent> events(int changed) {
        List<RecordedEvent> events = new ArrayList<>();
        LedgerHead head = LedgerHead.EMPTY;
        for (int i = 1; i <= EVENTS; i++) {
            RecordedEvent event = HashChain.append(head, anEvent("e" + i, COUNT).build(), Bakery.NOW);
            head = new LedgerHead(event.position(), event.hash());
            events.add(
                    i == changed
                            ? new RecordedEvent(
                                    anEvent("e" + i, DISPOSE).build(), event.position(), event.recorded(), event.hash())
                            : event);
        }
        return events;
    }

    private static LedgerStore store(List<RecordedEvent> events) {
        return store(events, events.get(EVENTS - 1));
    }

    /** @param last the head when it is asked for; more events may be there when they are read */
    private static LedgerStore store(List<RecordedEvent> events, RecordedEvent last) {
        return (LedgerStore) Proxy.newProxyInstance(
                LedgerStore.class.getClassLoader(),
                new Class<?>[] {LedgerStore.class},
                (proxy, method, given) -> method.getName().equals("head")
                        ? new LedgerHead(last.position(), last.hash())
                        : events.stream()
                                .filter(event -> event.position() > (long) given[0])
                                .limit((int) given[1])
                                .toList());
    }

    private static UnitOfWork unitOfWork() {
        return (UnitOfWork) Proxy.newProxyInstance(
                UnitOfWork.class.getClassLoader(),
                new Class<?>[] {UnitOfWork.class},
                (proxy, method, given) -> ((Supplier<?>) given[0]).get());
    }
}
