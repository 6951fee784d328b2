package org.lottrace.movement.capture.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.partner.Party;
import org.lottrace.api.quality.LotUsability;
import org.lottrace.api.quality.Purpose;
import org.lottrace.api.quality.Usability;
import org.lottrace.api.violation.Violation;

/**
 * Asks for every line whether its lot may be used. Ask under the lock of the items, or a hold may come in between. What left
 * before a lot was stopped may have left: it is noted, and no reason to refuse.
 */
final class UsabilityCheck {
    private static final Set<String> STOPPED = Set.of("LOT_ON_HOLD", "LOT_RECALLED");

    private final LotUsability usability;
    private final HistoryInForce history;

    UsabilityCheck(LotUsability usability, HistoryInForce history) {
        this.usability = usability;
        this.history = history;
    }

    /** @return the lots that were stopped only after it happened */
    Set<LotKey> check(List<Goods> goods, Purpose purpose, Optional<Party> party, LocalDate date, Findings findings) {
        Map<LotKey, Usability> answers = usability.usabilityOf(Goods.lotsOf(goods), purpose, party, date);
        Set<LotKey> later = new HashSet<>();
        Goods.lotsOf(goods).stream()
                .map(Lot::key)
                .filter(lot -> answers.get(lot).reasons().stream().anyMatch(UsabilityCheck::isStopped))
                .filter(lot -> wasStoppedAfter(findings.happened(), lot))
                .forEach(later::add);
        for (Goods line : goods) {
            LotKey lot = line.lot().key();
            for (Violation reason : answers.get(lot).reasons()) {
                Violation here = new Violation(reason.code(), line.path().then("lot"), reason.message());
                if (isStopped(reason) && later.contains(lot)) {
                    findings.note(here);
                } else {
                    findings.breach(here);
                }
            }
        }
        return later;
    }

    private static boolean isStopped(Violation reason) {
        return STOPPED.contains(reason.code());
    }

    /** As their events say when it happened, in whatever order they were recorded. */
    private boolean wasStoppedAfter(Instant moment, LotKey lot) {
        Disposition then = Disposition.SELLABLE;
        boolean later = false;
        for (RecordedEvent recorded : history.of(List.of(lot)).stream()
                .sorted(Comparator.comparing(
                        (RecordedEvent event) -> event.event().context().effective()))
                .toList()) {
            Optional<Disposition> change = recorded.event().dispositionChanges().stream()
                    .filter(changed -> changed.lot().equals(lot))
                    .map(DispositionChange::disposition)
                    .findFirst();
            if (recorded.event().context().effective().isAfter(moment)) {
                later |= change.filter(now -> now != Disposition.SELLABLE).isPresent();
            } else {
                then = change.orElse(then);
            }
        }
        return later && then == Disposition.SELLABLE;
    }
}
