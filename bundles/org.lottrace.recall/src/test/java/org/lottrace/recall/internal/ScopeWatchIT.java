package org.lottrace.recall.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.event.EventType.PRODUCE;
import static org.lottrace.api.event.EventType.TRANSFER;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.RecallFixture.ANNA;
import static org.lottrace.api.fixture.RecallFixture.anOpening;
import static org.lottrace.api.fixture.Reversals.reversalOf;
import static org.lottrace.recall.internal.RecallBakery.LATE;
import static org.lottrace.recall.internal.RecallBakery.MADE;
import static org.lottrace.recall.internal.RecallBakery.RYE;
import static org.lottrace.recall.internal.RecallBakery.recorded;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.FollowerPosition;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallMode;

class ScopeWatchIT {
    private final RecallBakery bakery = new RecallBakery();

    @Test
    void what_is_made_later_from_consumed_goods_is_another_version_with_its_reason() {
        RecallCase opened = bakery.opened();
        bakery.bakedLate();

        bakery.followed();
        bakery.followed();

        RecallCase now = bakery.cases.find(opened.id()).orElseThrow();
        assertEquals(2, now.scopes().size());
        assertEquals(opened.scope(), now.scopes().get(0));
        assertTrue(now.scope().keys().contains(LATE.key()));
        assertTrue(now.scope().reason().contains("event p9"), now.scope().reason());
        assertTrue(bakery.dispositions().contains("LATE RECALLED"));
    }

    /** The ids are easy to guess: whoever takes one, by mistake or not, must not free what is made of recalled lots. */
    @Test
    void an_event_that_has_the_next_id_of_a_case_does_not_stop_it() {
        RecallCase opened = bakery.opened();
        bakery.record(anEvent(opened.id() + ":scope:2", TRANSFER)
                .moving(RYE.key(), "1 KGM", in(SHELF), in(DOCK))
                .build());
        bakery.bakedLate();

        bakery.followed();

        assertTrue(bakery.dispositions().contains("LATE RECALLED"));
    }

    @Test
    void a_lot_that_was_not_made_after_all_leaves_the_scope_and_is_on_hold() {
        RecallCase opened = bakery.opened();
        bakery.bakedLate();
        bakery.followed();
        TraceEvent late = bakery.ledger.find(new EventId("p9")).orElseThrow().event();

        bakery.record(reversalOf(late));
        bakery.followed();

        RecallCase now = bakery.cases.find(opened.id()).orElseThrow();
        assertEquals(3, now.scopes().size());
        assertEquals(Set.copyOf(opened.scope().keys()), Set.copyOf(now.scope().keys()));
        assertTrue(bakery.dispositions().contains("LATE ON_HOLD"));
    }

    @Test
    void what_has_nothing_to_do_with_it_adds_no_version() {
        RecallCase opened = bakery.opened();
        bakery.record(anEvent("p9", PRODUCE)
                .moving(RYE.key(), "5 KGM", in(SHELF), MADE)
                .moving(LATE.key(), "2 C62", MADE, in(SHELF))
                .making(LATE.key(), RYE.key(), "5 KGM")
                .build());

        bakery.followed();

        assertEquals(opened, bakery.cases.find(opened.id()).orElseThrow());
    }

    @Test
    void neither_an_exercise_nor_a_closed_case_is_followed() {
        RecallCase mock = recorded(bakery.open("open1", anOpening(RecallMode.MOCK)));
        RecallCase real = recorded(bakery.open("open2", anOpening(RecallMode.REAL)));
        recorded(bakery.cases.sign(ANNA, real.id(), "we give up"));
        recorded(bakery.cases.close(ANNA, real.id(), "nothing was found"));
        bakery.bakedLate();

        bakery.followed();

        assertEquals(mock, bakery.cases.find(mock.id()).orElseThrow());
        assertEquals(1, bakery.cases.find(real.id()).orElseThrow().scopes().size());
    }

    /** The follower was past these events when the case came, because a case is seen only after its commit. */
    @Test
    void what_was_followed_before_the_case_was_there_is_not_missed() {
        RecallCase opened = bakery.opened();
        bakery.bakedLate();
        bakery.database.unitOfWork().run(() -> bakery.database
                .followers()
                .save(FollowerPosition.start("recall").movedTo(bakery.ledger.head())));
        bakery.shippedRye();

        bakery.followed();

        RecallCase now = bakery.cases.find(opened.id()).orElseThrow();
        assertTrue(now.scope().keys().contains(LATE.key()));
        assertTrue(now.scope().reason().contains("event p9"), now.scope().reason());
    }
}
