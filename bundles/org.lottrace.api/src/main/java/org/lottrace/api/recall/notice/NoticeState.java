package org.lottrace.api.recall.notice;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.recall.RecallFact;

/**
 * A notice of a case and what became of it.
 *
 * @param notice what was queued
 * @param queuedAt when
 * @param attempts every attempt, oldest first
 * @param sentAt when it went out
 * @param nextTry when it is tried again; absent when it went out, or need not any more because what it says was taken back before
 */
public record NoticeState(
        RecallFact.NoticeQueued notice,
        Instant queuedAt,
        List<RecallFact.NoticeAttempted> attempts,
        Optional<Instant> sentAt,
        Optional<Instant> nextTry) {
    public NoticeState {
        Objects.requireNonNull(notice);
        Objects.requireNonNull(queuedAt);
        attempts = List.copyOf(attempts);
        Objects.requireNonNull(sentAt);
        Objects.requireNonNull(nextTry);
    }
}
