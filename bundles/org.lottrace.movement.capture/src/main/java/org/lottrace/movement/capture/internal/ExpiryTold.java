package org.lottrace.movement.capture.internal;

import java.util.List;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.exceptioncase.CaseOpening;
import org.lottrace.api.lot.LotKey;

/** Nobody has to look for the expiry of a lot any more when it is told: the cases about it are closed. */
final class ExpiryTold {
    private static final String EXPIRY_MISSING = "EXPIRY_MISSING";

    private final HistoryInForce history;
    private final CaseOpening cases;

    ExpiryTold(HistoryInForce history, CaseOpening cases) {
        this.history = history;
        this.cases = cases;
    }

    void follow(TraceEvent event) {
        event.lotChanges().stream()
                .filter(change ->
                        !change.reason().isEmpty() && change.toLot().expiry().isPresent())
                .map(LotChange::lot)
                .forEach(lot -> close(lot, event));
    }

    private void close(LotKey lot, TraceEvent event) {
        for (RecordedEvent recorded : history.of(List.of(lot))) {
            if (recorded.event().findings().contains(EXPIRY_MISSING)) {
                cases.close(
                        recorded.event().id(),
                        EXPIRY_MISSING,
                        lot,
                        event.context().actor(),
                        "the expiry was told by event " + event.id());
            }
        }
    }
}
