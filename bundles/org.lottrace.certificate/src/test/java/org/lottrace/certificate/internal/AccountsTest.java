package org.lottrace.certificate.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.event.EventType.HOLD;
import static org.lottrace.api.event.EventType.PRODUCE;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Reversals.reversalOf;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lottrace.api.certificate.Finding;
import org.lottrace.api.certificate.Finding.Witness;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.genealogy.TracedEdge;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.ItemStore;

class AccountsTest {
    private static final LotKey ONE = aLot("L1").key();
    private static final LotKey TWO = aLot("L2").key();
    private static final LotKey OTHER = aLot("L3").key();
    private static final LotKey STRANGE = aLot("L4").key();

    private final List<RecordedEvent> events = new ArrayList<>();
    private final Accounts accounts = new Accounts(bakersItems(), Set.of(ONE, TWO, OTHER), new InMemory());

    private final class InMemory implements EventSource {
        @Override
        public List<RecordedEvent> after(Collection<LotKey> lots, long position, int most) {
            return events.stream()
                    .filter(event -> event.position() > position)
                    .limit(most)
                    .toList();
        }

        @Override
        public List<RecordedEvent> ofDocument(DocumentReference document) {
            return events.stream()
                    .filter(recorded -> recorded.event().documents().contains(document))
                    .toList();
        }
    }

    @Test
    void every_lot_is_accounted_for_with_its_journal() {
        assertEquals(List.of(ONE, TWO, OTHER), List.copyOf(accounts.byLot().keySet()));
        assertEquals(List.of(), accounts.journalOf(OTHER).findings(List.of()));
    }

    @Test
    void events_are_taken_in_once_and_those_that_came_since_when_asked_again() {
        received(ONE, "1 KGM");
        assertFalse(accounts.isUpToDate());

        accounts.catchUp();
        accounts.catchUp();
        assertTrue(accounts.isUpToDate());
        received(ONE, "2 KGM");
        received(STRANGE, "5 KGM");
        accounts.catchUp();

        assertEquals(
                quantity("3 KGM"), accounts.byLot().get(ONE).balance(List.of()).received());
    }

    @Test
    void a_lot_is_named_by_lines_edges_and_dispositions() {
        received(ONE, "1 KGM");
        take(anEvent("e", PRODUCE).making(OTHER, STRANGE, "1 KGM").build());
        take(anEvent("e", HOLD).setting(TWO, Disposition.ON_HOLD, "moths").build());
        accounts.catchUp();

        accounts.byLot()
                .values()
                .forEach(account -> assertFalse(account.findings(List.of(), Optional.empty()).stream()
                        .map(Finding::witness)
                        .toList()
                        .contains(Witness.REGISTRATION)));
    }

    @Test
    void the_journal_is_compared_with_the_events_of_its_lot() {
        received(ONE, "1 KGM");
        accounts.catchUp();
        JournalEntry entry = JournalWitnessTest.inventory("e1", ONE, "3 KGM");

        assertEquals(
                Optional.of(quantity("2 KGM")),
                accounts.journalOf(ONE).findings(List.of(entry)).get(0).quantity());
    }

    @Test
    void what_does_not_fit_within_an_event_is_found() {
        take(anEvent("e", PRODUCE).making(OTHER, ONE, "1 KGM").build());

        accounts.catchUp();

        assertEquals(
                List.of(Witness.EDGES, Witness.EDGES),
                accounts.findings().stream().map(Finding::witness).toList());
    }

    @Test
    void edges_of_the_scope_that_were_concluded_are_noted_until_they_are_reversed() {
        TraceEvent first = concluded("c1", ONE, OTHER);
        concluded("c2", OTHER, TWO);
        concluded("c3", aLot("L5").key(), STRANGE);
        take(anEvent("known", PRODUCE).making(OTHER, ONE, "1 KGM").build());
        accounts.catchUp();

        assertEquals(List.of("c1", "c2"), inferred());

        take(reversalOf(first));
        accounts.catchUp();
        assertEquals(List.of("c2"), inferred());
    }

    @Test
    void a_lot_of_an_unknown_item_is_refused() {
        Set<LotKey> unknown = Set.of(aLot().of(new ItemNumber("CAKE")).key());

        assertThrows(IllegalArgumentException.class, () -> new Accounts(bakersItems(), unknown, new InMemory()));
    }

    private List<String> inferred() {
        return accounts.inferred().stream()
                .map(TracedEdge::event)
                .map(Object::toString)
                .toList();
    }

    private TraceEvent concluded(String id, LotKey input, LotKey output) {
        TraceEvent event = anEvent(id, PRODUCE).build();
        return take(new TraceEvent(
                event.context(),
                event.type(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(new Edge(input, output, quantity("1 KGM"), Edge.Certainty.INFERRED)),
                List.of()));
    }

    private void received(LotKey lot, String quantity) {
        take(anEvent("e" + (events.size() + 1), RECEIVE)
                .moving(lot, quantity, Place.party(MILL), in(SHELF))
                .build());
    }

    private TraceEvent take(TraceEvent event) {
        events.add(new RecordedEvent(event, events.size() + 1L, Bakery.NOW, ""));
        return event;
    }

    private static ItemStore bakersItems() {
        return (ItemStore) Proxy.newProxyInstance(
                ItemStore.class.getClassLoader(),
                new Class<?>[] {ItemStore.class},
                (proxy, method, given) -> Bakery.items().stream()
                        .filter(item -> item.number().equals(given[0]))
                        .findFirst());
    }
}
