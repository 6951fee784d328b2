package org.lottrace.web.gate.internal.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Three requests at a time, two of one user. */
class PlacesTest {
    private final BodyBudget budget = new BodyBudget(1_000, 0, new Places(3, 2));

    @Test
    void a_user_who_has_his_places_is_told_to_come_again_and_another_one_is_served() throws RefusedBodyException {
        enter("busy");
        enter("busy");

        RefusedBodyException refusal = assertThrows(RefusedBodyException.class, () -> enter("busy"));

        assertEquals(503, refusal.status());
        assertEquals(1, refusal.retryAfter().orElseThrow());
        assertTrue(refusal.getMessage().contains("2 requests of busy"), refusal.getMessage());
        enter("other");
    }

    @Test
    void when_all_places_are_taken_nobody_gets_one_until_one_is_given_back() throws RefusedBodyException {
        enter("first");
        enter("second");
        BodyBudget.Share third = enter("third");

        assertThrows(RefusedBodyException.class, () -> enter("fourth"));
        third.close();

        enter("fourth");
    }

    @Test
    void who_was_refused_gives_nothing_back() throws RefusedBodyException {
        enter("busy");
        enter("busy");
        BodyBudget.Share refused = budget.share("busy");
        assertThrows(RefusedBodyException.class, refused::enter);

        refused.close();

        assertThrows(RefusedBodyException.class, () -> enter("busy"));
    }

    @Test
    void no_place_at_all_is_a_mistake_in_the_configuration() {
        assertThrows(IllegalArgumentException.class, () -> new Places(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Places(1, 0));
    }

    private BodyBudget.Share enter(String user) throws RefusedBodyException {
        BodyBudget.Share share = budget.share(user);
        share.enter();
        return share;
    }
}
