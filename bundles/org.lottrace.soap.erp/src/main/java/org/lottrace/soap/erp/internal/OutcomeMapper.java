package org.lottrace.soap.erp.internal;

import java.util.List;
import java.util.stream.Stream;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.soap.erp.internal.wire.WireOutcome;
import org.lottrace.soap.erp.internal.wire.WireResult;

/** What became of a movement, to the wire. */
final class OutcomeMapper {
    private OutcomeMapper() {}

    static WireOutcome toWire(String eventId, Outcome<RecordedEvent> result) {
        WireOutcome wire = result.fold(OutcomeMapper::recorded, violations -> {
            WireOutcome refused = new WireOutcome();
            refused.setResult(WireResult.REFUSED);
            refused.getViolation().addAll(ViolationMapper.toWire(violations));
            return refused;
        });
        if (result instanceof Outcome.AlreadyDone<RecordedEvent>) {
            wire.setResult(WireResult.ALREADY_RECORDED);
        }
        wire.setEventId(eventId);
        return wire;
    }

    private static WireOutcome recorded(RecordedEvent recorded) {
        WireOutcome wire = new WireOutcome();
        wire.setResult(WireResult.RECORDED);
        wire.setLedgerPosition(recorded.position());
        lots(recorded.event()).stream().map(ValueMapper::toWire).forEach(wire.getLot()::add);
        return wire;
    }

    private static List<LotKey> lots(TraceEvent event) {
        return Stream.of(
                        event.lines().stream().map(EventLine::lot),
                        event.dispositionChanges().stream().map(DispositionChange::lot),
                        event.lotChanges().stream().map(LotChange::lot))
                .flatMap(lot -> lot)
                .distinct()
                .toList();
    }
}
