package org.lottrace.movement.capture.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.partner.Party;
import org.lottrace.api.quality.DispositionHistory;
import org.lottrace.api.quality.LotUsability;
import org.lottrace.api.quality.Purpose;
import org.lottrace.api.quality.Usability;
import org.lottrace.api.violation.Violation;

/**
 * Asks for every line whether its goods may be used where they are. Ask under the lock of the items, or a hold may come in between.
 * What left before it was stopped may have left: it is noted, and no reason to refuse.
 */
final class UsabilityCheck {
    private static final Set<String> STOPPED = Set.of("LOT_ON_HOLD", "LOT_RECALLED");

    private final LotUsability usability;
    private final HistoryInForce history;

    UsabilityCheck(LotUsability usability, HistoryInForce history) {
        this.usability = usability;
        this.history = history;
    }

    /** As below, all on one day. */
    Set<LotKey> check(List<Goods> goods, Purpose purpose, Optional<Party> party, LocalDate date, Findings findings) {
        return check(goods, purpose, party, line -> date, findings);
    }

    /**
     * @param date by item the day on which it must be good
     * @return the lots that were stopped only after it happened
     */
    Set<LotKey> check(
            List<Goods> goods,
            Purpose purpose,
            Optional<Party> party,
            Function<Goods, LocalDate> date,
            Findings findings) {
        Map<LotKey, Usability> answers = new HashMap<>();
        goods.stream()
                .collect(Collectors.groupingBy(date))
                .forEach((day, ofDay) ->
                        answers.putAll(usability.usabilityOf(Goods.lotsOf(ofDay), purpose, party, day)));
        Set<LotKey> later = new HashSet<>();
        for (Goods line : goods) {
            LotKey lot = line.lot().key();
            List<Violation> reasons = answers.get(lot).at(line.position()).reasons();
            boolean isStoppedLater = reasons.stream().anyMatch(UsabilityCheck::isStopped)
                    && wasStoppedAfter(findings.happened(), lot, line.position());
            if (isStoppedLater) {
                later.add(lot);
            }
            for (Violation reason : reasons) {
                Violation here = new Violation(reason.code(), line.path().then("lot"), reason.message());
                if (isStopped(reason) && isStoppedLater) {
                    findings.note(here);
                } else {
                    findings.breach(here);
                }
            }
            mayBeStopped(line, purpose, party, date.apply(line), findings);
        }
        return later;
    }

    /** Goods that may be of a lot that is stopped are told of as if they were, until somebody says which lot they are. */
    private void mayBeStopped(Goods line, Purpose purpose, Optional<Party> party, LocalDate day, Findings findings) {
        List<Lot> lots = findings.unclear().mayBe(line.lot().key());
        if (lots.isEmpty()) {
            return;
        }
        usability
                .usabilityOf(lots, purpose, party, day)
                .forEach((lot, answer) -> answer.at(line.position()).reasons().stream()
                        .filter(UsabilityCheck::isStopped)
                        .forEach(reason -> findings.breach(new Violation(
                                reason.code(),
                                line.path().then("lot"),
                                "it may be lot " + lot + ": " + reason.message()))));
    }

    private static boolean isStopped(Violation reason) {
        return STOPPED.contains(reason.code());
    }

    /** As their events say when it happened, in whatever order they were recorded. */
    private boolean wasStoppedAfter(Instant moment, LotKey lot, Position position) {
        DispositionHistory then = new DispositionHistory();
        boolean later = false;
        for (RecordedEvent recorded : history.of(List.of(lot)).stream()
                .sorted(Comparator.comparing(
                        (RecordedEvent event) -> event.event().context().effective()))
                .toList()) {
            if (recorded.event().context().effective().isAfter(moment)) {
                later |= recorded.event().dispositionChanges().stream()
                        .anyMatch(change -> change.lot().equals(lot) && change.disposition() != Disposition.SELLABLE);
            } else {
                then.take(recorded.event());
            }
        }
        return later
                && then.of(lot)
                        .map(known -> known.disposition() == Disposition.SELLABLE
                                && known.holdsAt(Optional.of(position)).isEmpty())
                        .orElse(true);
    }
}
