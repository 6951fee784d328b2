package org.lottrace.recall.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.recall.NoticeKind;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallFact.NoticeAttempted;
import org.lottrace.api.recall.RecallFact.NoticeQueued;
import org.lottrace.api.recall.RecallStep;
import org.lottrace.api.recall.notice.NoticeState;

/** What the steps of a case say about its notices. */
final class NoticeHistory {
    private final RecallCase recallCase;
    private final List<NoticeState> states;
    private final Map<PartyId, List<NoticeState>> byParty;

    NoticeHistory(RecallCase recallCase) {
        this.recallCase = recallCase;
        Map<String, List<RecallStep>> attempts = recallCase
                .stepsWith(NoticeAttempted.class)
                .collect(Collectors.groupingBy(
                        step -> ((NoticeAttempted) step.fact()).key(), LinkedHashMap::new, Collectors.toList()));
        states = recallCase
                .stepsWith(NoticeQueued.class)
                .map(step -> state(step, attempts.getOrDefault(((NoticeQueued) step.fact()).key(), List.of())))
                .toList();
        byParty = states.stream()
                .collect(Collectors.groupingBy(state -> state.notice().party()));
    }

    List<NoticeState> states() {
        return states;
    }

    /** @return those for one consignee, in the order in which they were queued */
    List<NoticeState> of(PartyId party) {
        return byParty.getOrDefault(party, List.of());
    }

    /** @return the notices that wait to be sent and may be tried now */
    List<NoticeState> due(Instant now) {
        return states.stream()
                .filter(state ->
                        state.nextTry().filter(next -> !next.isAfter(now)).isPresent())
                .toList();
    }

    /** @return the lots a notice was written about to that consignee; with {@code sent} only if it went out */
    Set<LotKey> toldAbout(PartyId party, boolean sent) {
        return of(party).stream()
                .filter(state -> !sent || state.sentAt().isPresent())
                .flatMap(state -> version(state.notice().scopeVersion()).stream())
                .collect(Collectors.toSet());
    }

    /** @return how often they were reminded */
    int reminders(PartyId party) {
        return (int) of(party).stream()
                .filter(state -> state.notice().kind() == NoticeKind.REMINDER)
                .filter(state -> state.sentAt().isPresent())
                .count();
    }

    private List<LotKey> version(int number) {
        return recallCase.scopes().get(number - 1).keys();
    }

    private static NoticeState state(RecallStep queued, List<RecallStep> attempts) {
        List<NoticeAttempted> tried = new ArrayList<>();
        attempts.forEach(step -> tried.add((NoticeAttempted) step.fact()));
        Optional<Instant> sentAt = attempts.stream()
                .filter(step -> ((NoticeAttempted) step.fact()).sent())
                .map(RecallStep::at)
                .findFirst();
        Optional<Instant> nextTry = sentAt.isPresent()
                ? Optional.empty()
                : Optional.of(
                        attempts.isEmpty()
                                ? queued.at()
                                : RetryRules.nextTry(
                                        attempts.get(attempts.size() - 1).at(), attempts.size()));
        return new NoticeState((NoticeQueued) queued.fact(), queued.at(), tried, sentAt, nextTry);
    }
}
