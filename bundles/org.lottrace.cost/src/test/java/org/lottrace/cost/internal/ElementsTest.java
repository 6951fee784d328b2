package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.cost.CostElement.DUTY;
import static org.lottrace.api.cost.CostElement.FREIGHT;
import static org.lottrace.api.cost.CostElement.MATERIAL;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.CostElement;

class ElementsTest {
    @Test
    void a_part_is_shared_as_the_whole_to_the_cent() {
        Elements whole = Elements.of(MATERIAL, 200).plus(Elements.of(FREIGHT, 100));

        assertEquals(Elements.of(MATERIAL, 67).plus(Elements.of(FREIGHT, 33)), whole.share(100));
        assertEquals(whole, whole.share(300));
        assertEquals(Elements.of(MATERIAL, -67).plus(Elements.of(FREIGHT, -33)), whole.share(-100));
    }

    @Test
    void a_part_of_nothing_is_material() {
        assertEquals(Elements.of(MATERIAL, 5), Elements.NOTHING.share(5));
    }

    @Test
    void what_an_element_cannot_bear_the_others_do() {
        Elements tooMuch =
                Elements.of(MATERIAL, -30).plus(Elements.of(FREIGHT, 60)).plus(Elements.of(DUTY, 30));

        assertEquals(Elements.of(FREIGHT, 40).plus(Elements.of(DUTY, 20)), tooMuch.borne());
    }

    /** The first twenty cents were material while the largest part of what is left decided. */
    @Test
    void single_cents_that_leave_do_not_shift_one_element_to_another() {
        HeldElements held = new HeldElements();
        held.put(Elements.of(MATERIAL, 60).plus(Elements.of(FREIGHT, 40)));
        Elements gone = Elements.NOTHING;
        for (int i = 0; i < 20; i++) {
            gone = gone.plus(held.take(1));
        }

        assertEquals(Elements.of(MATERIAL, 12).plus(Elements.of(FREIGHT, 8)), gone);
    }

    @Property
    void more_of_the_whole_gives_nobody_less_and_a_cent_more_gives_one_of_them_a_cent(
            @ForAll @LongRange(max = 1000) long a,
            @ForAll @LongRange(max = 1000) long b,
            @ForAll @LongRange(max = 7) long c,
            @ForAll @LongRange(max = 2000) long amount) {
        Elements whole = Elements.of(MATERIAL, a).plus(Elements.of(FREIGHT, b)).plus(Elements.of(DUTY, c));

        Elements less = whole.share(amount);
        Elements more = whole.share(amount + 1);

        assertEquals(amount, less.total());
        assertEquals(amount + 1, more.total());
        assertTrue(Arrays.stream(CostElement.values()).allMatch(element -> less.of(element) <= more.of(element)));
        assertEquals(whole, whole.total() == 0 ? whole : whole.share(whole.total()));
    }
}
