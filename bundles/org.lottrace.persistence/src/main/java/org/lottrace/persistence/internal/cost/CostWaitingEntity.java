package org.lottrace.persistence.internal.cost;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.lottrace.api.cost.store.KeptWaiting;
import org.lottrace.api.event.EventId;

/** A row of {@code cost_waiting}. */
@Entity
@Table(name = "cost_waiting")
public class CostWaitingEntity {
    @Id
    @Column(name = "ledger_position")
    long position;

    @Column(name = "event_id", length = 100)
    String eventId;

    @Column(name = "reason", length = 2000)
    String reason;

    @Column(name = "behind")
    long behind;

    @Column(name = "until_recorded")
    boolean untilRecorded;

    @Column(name = "waits_since")
    Instant since;

    @Column(name = "not_before")
    long notBefore;

    @Column(name = "booked_after")
    Long bookedAfter;

    @Column(name = "undone")
    boolean undone;

    protected CostWaitingEntity() {}

    CostWaitingEntity(KeptWaiting of) {
        position = of.position();
        eventId = of.event().value();
        reason = of.reason();
        behind = of.behind();
        untilRecorded = of.untilRecorded();
        since = of.since();
        notBefore = of.notBefore();
        bookedAfter = of.bookedAfter().orElse(null);
        undone = of.undone();
    }

    KeptWaiting toWaiting() {
        return new KeptWaiting(
                position,
                new EventId(eventId),
                reason,
                behind,
                untilRecorded,
                since,
                notBefore,
                Optional.ofNullable(bookedAfter),
                undone);
    }
}
