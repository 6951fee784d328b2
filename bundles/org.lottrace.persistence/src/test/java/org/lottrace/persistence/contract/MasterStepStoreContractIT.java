package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.SHELF;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lottrace.api.master.MasterAction;
import org.lottrace.api.master.MasterReference;
import org.lottrace.api.master.MasterStep;
import org.lottrace.api.master.store.MasterStepStore;

class MasterStepStoreContractIT extends StoreContract {
    private static final MasterReference OF_SALT = MasterReference.of(SALT);
    private static final MasterReference OF_SHELF = MasterReference.of(BERLIN, SHELF);

    @Test
    void what_is_closed_is_what_the_newest_step_says() {
        MasterStepStore steps = db.masterSteps();
        MasterStep mill = step(2, MasterReference.of(MILL), MasterAction.CLOSE);
        MasterStep shelf = step(7, OF_SHELF, MasterAction.CLOSE);
        insert(steps, step(1, OF_SALT, MasterAction.CLOSE));
        insert(steps, mill);
        insert(steps, step(4, OF_SALT, MasterAction.REOPEN));
        insert(steps, step(5, OF_SHELF, MasterAction.DELETE));
        insert(steps, shelf);

        assertEquals(Map.of(MasterReference.of(MILL), mill, OF_SHELF, shelf), closed(steps));
        assertEquals(
                List.of(2L, 7L),
                List.copyOf(closed(steps).values()).stream()
                        .map(MasterStep::number)
                        .toList());
    }

    @Test
    void the_steps_of_one_are_given_a_page_at_a_time_and_the_newest_first() {
        MasterStepStore steps = db.masterSteps();
        List<MasterStep> all = List.of(
                step(1, OF_SALT, MasterAction.CLOSE),
                step(3, OF_SALT, MasterAction.REOPEN),
                step(4, OF_SALT, MasterAction.DELETE));
        insert(steps, all.get(0));
        insert(steps, step(2, OF_SHELF, MasterAction.CLOSE));
        insert(steps, all.get(1));
        insert(steps, all.get(2));

        assertEquals(all, steps.of(OF_SALT, 0, 10));
        assertEquals(all.subList(1, 2), steps.of(OF_SALT, 1, 1));
        assertEquals(all.subList(2, 3), steps.newestOf(OF_SALT, 1));
    }

    @Test
    void what_another_node_closes_is_seen_and_what_is_rolled_back_is_not_remembered() {
        MasterStepStore here = db.masterSteps();
        MasterStepStore there = db.ofAnotherNode().masterSteps();
        assertEquals(Map.of(), closed(here));

        db.ofAnotherNode().unitOfWork().run(() -> there.insert(step(1, OF_SALT, MasterAction.CLOSE)));
        assertEquals(Set.of(OF_SALT), closed(here).keySet());

        assertThrows(IllegalStateException.class, () -> db.unitOfWork().run(() -> {
            here.insert(step(2, OF_SALT, MasterAction.REOPEN));
            assertEquals(Map.of(), here.closed());
            throw new IllegalStateException("undone");
        }));
        assertEquals(Set.of(OF_SALT), closed(here).keySet());
        db.ofAnotherNode().unitOfWork().run(() -> there.insert(step(2, OF_SHELF, MasterAction.CLOSE)));
        assertEquals(Set.of(OF_SALT, OF_SHELF), closed(here).keySet());
    }

    private void insert(MasterStepStore steps, MasterStep step) {
        db.unitOfWork().run(() -> steps.insert(step));
    }

    private Map<MasterReference, MasterStep> closed(MasterStepStore steps) {
        return db.unitOfWork().required(steps::closed);
    }

    private static MasterStep step(long number, MasterReference master, MasterAction action) {
        return new MasterStep(
                number, master, action, "as agreed", "anna", Instant.parse("2026-03-01T08:00:00.123456Z"));
    }
}
