package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.store.CostWaitingStore;
import org.lottrace.api.cost.store.KeptWaiting;
import org.lottrace.api.event.EventId;

class CostWaitingStoreContractIT extends StoreContract {
    private static final Instant NOW = Instant.parse("2026-10-01T08:00:00.123456789Z");

    @Test
    void what_waits_comes_back_as_it_was_saved_last_and_is_sealed_each_time() {
        CostWaitingStore store = db.costWaiting();
        KeptWaiting seventh = waiting(7);
        store.save(seventh);
        store.save(waiting(3));
        KeptWaiting last = seventh.because("no rate", 3, false);
        store.save(last);

        assertEquals(List.of(waiting(3), last), store.open(0, 10));
        assertEquals(List.of(last), store.open(3, 10));
        assertEquals(List.of(waiting(3)), store.open(0, 1));
        assertEquals(2, store.waiting());
        assertEquals(3, seals("COST_WAITING"));
    }

    @Test
    void what_was_booked_out_of_its_turn_is_known_until_the_books_are_behind_it() {
        CostWaitingStore store = db.costWaiting();
        KeptWaiting booked = waiting(3).booked(9, 0, false);
        store.save(booked);
        store.save(waiting(5));

        assertEquals(List.of(waiting(5)), store.open(0, 10));
        assertEquals(List.of(booked, waiting(5)), store.from(9));
        assertEquals(List.of(waiting(5)), store.from(10));
        assertEquals(1, store.waiting());
    }

    @Test
    void what_waits_is_held_back_and_what_is_booked_is_not() {
        CostWaitingStore store = db.costWaiting();
        KeptWaiting booked = waiting(3).booked(9, 0, true);
        store.save(booked);
        store.save(waiting(5));

        store.holdBack(12);

        assertEquals(
                List.of(0L, 12L),
                store.from(0).stream().map(KeptWaiting::notBefore).toList());
        assertEquals(booked, store.from(0).get(0));
    }

    private static KeptWaiting waiting(long position) {
        return new KeptWaiting(
                position, new EventId("E" + position), "no price", 0, true, NOW, 0, Optional.empty(), false);
    }

    private int seals(String type) {
        return db.texts("select record_key from seal where record_type = '" + type + "'")
                .size();
    }
}
