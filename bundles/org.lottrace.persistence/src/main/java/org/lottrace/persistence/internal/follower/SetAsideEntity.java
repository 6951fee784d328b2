package org.lottrace.persistence.internal.follower;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.lottrace.api.event.FollowerFailure;
import org.lottrace.api.event.SetAsideEvent;
import org.lottrace.api.event.SetAsideEvent.Skipped;
import org.lottrace.persistence.internal.value.TextColumn;

/** A row of {@code follower_poison}. */
@Entity
@Table(name = "follower_poison")
public class SetAsideEntity {
    @EmbeddedId
    Key id;

    @Column(name = "lane", length = 100)
    String lane;

    @Column(name = "failed_attempts")
    int attempts;

    @Column(name = "failed_at")
    Instant failedAt;

    @Column(name = "next_attempt_at")
    Instant nextAttempt;

    @Column(name = "failure", length = TextColumn.LENGTH)
    String failure;

    @Column(name = "skipped_by", length = TextColumn.LENGTH)
    String skippedBy;

    @Column(name = "skip_reason", length = TextColumn.LENGTH)
    String skipReason;

    @Column(name = "skipped_at")
    Instant skippedAt;

    protected SetAsideEntity() {}

    SetAsideEntity(String follower, SetAsideEvent event) {
        id = new Key(follower, event.position());
        lane = event.lane().orElse(null);
        attempts = event.failure().attempts();
        failedAt = event.failure().since();
        nextAttempt = event.failure().next();
        failure = event.failure().reason();
        event.skipped().ifPresent(skipped -> {
            skippedBy = skipped.by();
            skipReason = skipped.reason();
            skippedAt = skipped.at();
        });
    }

    SetAsideEvent toEvent() {
        return new SetAsideEvent(
                Optional.ofNullable(lane),
                new FollowerFailure(id.position(), attempts, failedAt, nextAttempt, failure),
                Optional.ofNullable(skippedAt).map(at -> new Skipped(skippedBy, skipReason, at)));
    }

    /** Which event of which follower. */
    @Embeddable
    public record Key(
            @Column(name = "follower_name", length = 50) String follower,

            @Column(name = "ledger_position") long position)
            implements Serializable {}
}
