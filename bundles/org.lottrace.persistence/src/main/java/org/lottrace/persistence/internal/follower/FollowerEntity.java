package org.lottrace.persistence.internal.follower;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.lottrace.api.event.FollowerFailure;
import org.lottrace.api.event.store.FollowerPosition;
import org.lottrace.persistence.internal.value.TextColumn;

/** A row of {@code follower}. */
@Entity
@Table(name = "follower")
public class FollowerEntity {
    @Id
    @Column(name = "follower_name", length = 50)
    String name;

    @Column(name = "ledger_position")
    long position;

    @Column(name = "rebuilding_to")
    long rebuildingTo;

    @Column(name = "failed_attempts")
    int attempts;

    @Column(name = "failed_at")
    Instant failedAt;

    @Column(name = "next_attempt_at")
    Instant nextAttempt;

    @Column(name = "failure", length = TextColumn.LENGTH)
    String failure;

    protected FollowerEntity() {}

    FollowerEntity(FollowerPosition at) {
        name = at.name();
        position = at.position();
        rebuildingTo = at.rebuildingTo();
        at.failure().ifPresent(failed -> {
            attempts = failed.attempts();
            failedAt = failed.since();
            nextAttempt = failed.next();
            failure = failed.reason();
        });
    }

    FollowerPosition toPosition() {
        return new FollowerPosition(
                name,
                position,
                rebuildingTo,
                Optional.ofNullable(failure)
                        .map(reason -> new FollowerFailure(position + 1, attempts, failedAt, nextAttempt, reason)));
    }
}
