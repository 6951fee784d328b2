package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.lang.reflect.Proxy;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.CostMethod;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.fixture.Bakery;

class MethodsInForceTest {
    private final List<RecordedEvent> changes = new ArrayList<>();
    private int reads;

    private final LedgerStore ledger = (LedgerStore) Proxy.newProxyInstance(
            LedgerStore.class.getClassLoader(), new Class<?>[] {LedgerStore.class}, (proxy, method, given) -> {
                assertEquals("byDocument", method.getName());
                reads++;
                return List.copyOf(changes);
            });
    private final MethodsInForce methods = new MethodsInForce(ledger, ZoneOffset.UTC);

    @Test
    void while_event_follows_event_the_ledger_is_read_once() {
        methods.goOnAt(1);
        methods.booked(recorded(1, Captured.found("K1", aLot("A").key(), "1 KGM")));
        methods.goOnAt(2);
        methods.booked(change(2, CostMethod.WEIGHTED_AVERAGE));
        methods.goOnAt(3);

        assertEquals(CostMethod.WEIGHTED_AVERAGE, methods.of(FLOUR).method());
        assertEquals(1, reads);
    }

    @Test
    void what_was_rolled_back_is_forgotten() {
        methods.goOnAt(1);
        methods.booked(change(1, CostMethod.WEIGHTED_AVERAGE));
        methods.goOnAt(1);

        assertEquals(CostMethod.LOT_ACTUAL, methods.of(FLOUR).method());
        assertEquals(2, reads);
    }

    @Test
    void what_another_node_has_booked_counts_and_what_comes_later_does_not() {
        changes.add(change(4, CostMethod.WEIGHTED_AVERAGE));
        changes.add(change(8, CostMethod.LOT_ACTUAL));
        methods.goOnAt(1);
        assertEquals(CostMethod.LOT_ACTUAL, methods.of(FLOUR).method());

        methods.goOnAt(5);

        assertEquals(CostMethod.WEIGHTED_AVERAGE, methods.of(FLOUR).method());
        assertEquals(CostMethod.LOT_ACTUAL, methods.now(FLOUR).method());
    }

    private static RecordedEvent change(long position, CostMethod method) {
        return recorded(position, Documents.method("m" + position, FLOUR, method));
    }

    private static RecordedEvent recorded(long position, TraceEvent event) {
        return new RecordedEvent(event, position, Bakery.NOW, "");
    }
}
