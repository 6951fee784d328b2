package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lottrace.api.fixture.Bakery.pallet;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.movement.NestedUnit;
import org.lottrace.api.movement.store.UnitStay;

class UnitNestingStoreContractIT extends StoreContract {
    private static final Sscc CARTON = pallet(1);
    private static final Sscc OTHER_CARTON = pallet(2);
    private static final Sscc PALLET = pallet(3);
    private static final Sscc CONTAINER = pallet(4);

    @Test
    void the_whole_tree_is_found_from_each_of_its_units() {
        NestedUnit one = new NestedUnit(CARTON, PALLET);
        NestedUnit two = new NestedUnit(OTHER_CARTON, PALLET);
        NestedUnit three = new NestedUnit(PALLET, CONTAINER);
        List.of(one, two, three).forEach(nested -> db.unitNestings().nest(nested, 7));

        for (Sscc unit : List.of(CARTON, OTHER_CARTON, PALLET, CONTAINER)) {
            assertEquals(List.of(one, two, three), db.unitNestings().tree(List.of(unit)));
        }
        assertEquals(List.of(), db.unitNestings().tree(List.of(pallet(5))));
        assertEquals(List.of(), db.unitNestings().tree(List.of()));
    }

    @Test
    void a_stay_ends_and_another_one_begins() {
        NestedUnit first = new NestedUnit(CARTON, PALLET);
        NestedUnit second = new NestedUnit(CARTON, CONTAINER);
        db.unitNestings().nest(first, 7);
        db.unitNestings().takeOut(second, 8); // is not there: nothing happens
        db.unitNestings().takeOut(first, 9);
        db.unitNestings().nest(second, 9);

        assertEquals(List.of(second), db.unitNestings().tree(List.of(CARTON)));
        assertEquals(
                List.of(new UnitStay(first, 7, Optional.of(9L)), new UnitStay(second, 9, Optional.empty())),
                db.unitNestings().all());
        db.unitNestings().clear();
        assertEquals(List.of(), db.unitNestings().all());
    }

    @Test
    void a_unit_is_in_one_other_at_most() {
        db.unitNestings().nest(new NestedUnit(CARTON, PALLET), 7);
        assertThrows(RuntimeException.class, () -> db.unitNestings().nest(new NestedUnit(CARTON, CONTAINER), 8));
    }
}
