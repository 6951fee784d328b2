package org.lottrace.recall.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.recall.NoticeKind;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallFact.NoticeAttempted;
import org.lottrace.api.recall.RecallFact.NoticeQueued;
import org.lottrace.api.recall.RecallStep;
import org.lottrace.api.recall.notice.NoticeState;

/**
 * What the steps of a case say about its notices. A notice that was not sent before a retraction was queued is not sent any more, and
 * a retraction goes only to those who got what it takes back, and only while none of that is affected again.
 */
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
        List<NoticeState> written = recallCase
                .stepsWith(NoticeQueued.class)
                .map(step -> state(step, attempts.getOrDefault(((NoticeQueued) step.fact()).key(), List.of())))
                .toList();
        Map<PartyId, List<NoticeState>> before = byParty(written);
        states = written.stream()
                .map(state -> isObsolete(state, before.get(state.notice().party())) ? untried(state) : state)
                .toList();
        byParty = byParty(states);
    }

    List<NoticeState> states() {
        return states;
    }

    /** @return the parties to whom notices were written */
    Set<PartyId> parties() {
        return byParty.keySet();
    }

    /** @return those for one consignee, in the order in which they were queued */
    List<NoticeState> of(PartyId party) {
        return byParty.getOrDefault(party, List.of());
    }

    /** @return the first notice to them that is still to be sent, or empty */
    Optional<NoticeQueued> pending(PartyId party) {
        return of(party).stream()
                .filter(NoticeHistory::isWaiting)
                .map(NoticeState::notice)
                .findFirst();
    }

    /**
     * @return another notice to them, about the scope as it is now; its key counts the notices to them, those that were struck, too, so that
     *     it is short enough for a form to be filled in and never used twice
     */
    NoticeQueued next(PartyId party, NoticeKind kind) {
        long number = recallCase.steps().stream()
                        .filter(step -> step.fact() instanceof NoticeQueued queued
                                && queued.party().equals(party))
                        .count()
                + 1;
        return new NoticeQueued(
                recallCase.id() + "/" + party + "/" + number,
                party,
                kind,
                recallCase.scope().number());
    }

    /** @return the notices that are still to be sent */
    List<NoticeState> waiting() {
        return states.stream().filter(NoticeHistory::isWaiting).toList();
    }

    /** @return the notices that wait to be sent and may be tried now */
    List<NoticeState> due(Instant now) {
        return states.stream()
                .filter(state ->
                        state.nextTry().filter(next -> !next.isAfter(now)).isPresent())
                .toList();
    }

    /** @return the lots that, by the notices written to that consignee, are affected; with {@code sent} only by those that went out */
    Set<LotKey> toldAbout(PartyId party, boolean sent) {
        return toldAbout(of(party), sent);
    }

    /** @return the lots that notices named which were not out yet when a retraction overtook them */
    Set<LotKey> overtaken(PartyId party) {
        Set<LotKey> lots = new HashSet<>();
        of(party).stream()
                .filter(state -> state.notice().kind() != NoticeKind.RETRACTION)
                .filter(state -> state.sentAt().isEmpty() && !isWaiting(state))
                .forEach(state -> lots.addAll(version(state.notice().scopeVersion())));
        return lots;
    }

    /** @return the lots that notices before named and a retraction takes back */
    Set<LotKey> takenBack(NoticeQueued retraction) {
        return takenBack(retraction, of(retraction.party()));
    }

    /** @return when they were last told that goods are affected */
    Optional<Instant> lastTold(PartyId party) {
        return tellings(party).map(state -> state.sentAt().orElseThrow()).max(Instant::compareTo);
    }

    /** @return the first notice about affected goods that went out to them */
    Optional<NoticeState> firstTold(PartyId party) {
        return tellings(party).min(Comparator.comparing(state -> state.sentAt().orElseThrow()));
    }

    /** @return how often they were reminded */
    int reminders(PartyId party) {
        return (int) tellings(party)
                .filter(state -> state.notice().kind() == NoticeKind.REMINDER)
                .count();
    }

    private Stream<NoticeState> tellings(PartyId party) {
        return of(party).stream()
                .filter(state -> state.sentAt().isPresent())
                .filter(state -> state.notice().kind() != NoticeKind.RETRACTION);
    }

    private static Map<PartyId, List<NoticeState>> byParty(List<NoticeState> states) {
        return states.stream()
                .collect(Collectors.groupingBy(state -> state.notice().party()));
    }

    private static boolean isWaiting(NoticeState state) {
        return state.nextTry().isPresent();
    }

    private boolean isObsolete(NoticeState state, List<NoticeState> ofParty) {
        return state.notice().kind() == NoticeKind.RETRACTION
                ? takesBackNothing(state, ofParty)
                : ofParty.stream()
                        .skip(ofParty.indexOf(state))
                        .anyMatch(later -> later.notice().kind() == NoticeKind.RETRACTION);
    }

    private boolean takesBackNothing(NoticeState retraction, List<NoticeState> ofParty) {
        Set<LotKey> lots = takenBack(retraction.notice(), ofParty);
        return lots.isEmpty()
                || retraction.sentAt().isEmpty()
                        && recallCase.scope().keys().stream().anyMatch(lots::contains);
    }

    private Set<LotKey> takenBack(NoticeQueued retraction, List<NoticeState> ofParty) {
        Set<LotKey> told = toldAbout(
                ofParty.stream()
                        .takeWhile(state -> !state.notice().equals(retraction))
                        .toList(),
                true);
        version(retraction.scopeVersion()).forEach(told::remove);
        return told;
    }

    private Set<LotKey> toldAbout(List<NoticeState> ofParty, boolean sent) {
        Set<LotKey> told = new HashSet<>();
        for (NoticeState state : ofParty) {
            List<LotKey> affected = version(state.notice().scopeVersion());
            if (state.sentAt().isEmpty() && (sent || !isWaiting(state))) {
                continue;
            }
            if (state.notice().kind() == NoticeKind.RETRACTION) {
                told.retainAll(Set.copyOf(affected));
            } else {
                told.addAll(affected);
            }
        }
        return told;
    }

    private List<LotKey> version(int number) {
        return recallCase.scopes().get(number - 1).keys();
    }

    /** @return a notice that went out, or will not go out any more */
    private static NoticeState untried(NoticeState state) {
        return new NoticeState(state.notice(), state.queuedAt(), state.attempts(), state.sentAt(), Optional.empty());
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
