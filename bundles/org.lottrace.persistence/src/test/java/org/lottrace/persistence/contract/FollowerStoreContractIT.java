package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.FollowerFailure;
import org.lottrace.api.event.SetAsideEvent;
import org.lottrace.api.event.SetAsideEvent.Skipped;
import org.lottrace.api.event.store.FollowerPosition;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.lease.Lease;

class FollowerStoreContractIT extends StoreContract {
    private static final Instant LATER = Bakery.NOW.plusSeconds(60);

    @Test
    void a_follower_begins_before_the_first_event_and_keeps_what_is_saved() {
        FollowerPosition failing = new FollowerPosition(
                "cost", 7, 9, Optional.of(new FollowerFailure(8, 2, Bakery.NOW, LATER, "no price")));
        FollowerPosition moved = failing.movedTo(9);

        assertEquals(FollowerPosition.start("cost"), db.followers().position("cost"));
        db.followers().save(failing);
        db.followers().save(FollowerPosition.start("asn856").movedTo(3));
        assertEquals(failing, db.followers().position("cost"));
        db.followers().save(moved);

        assertEquals(new FollowerPosition("cost", 9, 0, Optional.empty()), moved);
        assertEquals(
                List.of(FollowerPosition.start("asn856").movedTo(3), moved),
                db.followers().positions());
    }

    @Test
    void events_that_are_set_aside_come_by_position_and_are_kept_when_they_are_skipped() {
        SetAsideEvent first = setAside(7, Optional.of("KIOSK"), Optional.empty());
        SetAsideEvent second = setAside(12, Optional.empty(), Optional.empty());
        SetAsideEvent skipped =
                setAside(12, Optional.empty(), Optional.of(new Skipped("anna", "sent by mail", Bakery.NOW)));
        db.followers().saveSetAside("asn856", second);
        db.followers().saveSetAside("asn856", first);
        db.followers().saveSetAside("erp", second);

        assertEquals(List.of(first, second), db.followers().allSetAside("asn856"));
        inOne(() -> {
            assertEquals(Optional.of(second), db.followers().lockSetAside("asn856", 12));
            assertEquals(Optional.empty(), db.followers().lockSetAside("asn856", 8));
            db.followers().saveSetAside("asn856", skipped);
            db.followers().deleteSetAside("asn856", 7);
        });

        assertEquals(List.of(skipped), db.followers().allSetAside("asn856"));
        assertEquals(List.of(second), db.followers().allSetAside("erp"));
    }

    @Test
    void a_lease_is_given_to_one_of_two_threads_at_a_time() {
        contend(
                20,
                () -> inOne(() -> {
                    Lease newest = db.leases().lock("follower/cost");
                    db.leases().save(new Lease("follower/cost", "node", newest.token() + 1, LATER));
                }));

        assertEquals(
                Optional.of(new Lease("follower/cost", "node", 40, LATER)),
                db.leases().find("follower/cost"));
        assertEquals(Optional.empty(), db.leases().find("follower/asn856"));
        assertThrows(IllegalStateException.class, () -> db.leases().lock("follower/cost"));
    }

    private static SetAsideEvent setAside(long position, Optional<String> lane, Optional<Skipped> skipped) {
        return new SetAsideEvent(lane, new FollowerFailure(position, 1, Bakery.NOW, LATER, "no binding"), skipped);
    }
}
