package org.lottrace.soap.erp.internal;

import java.util.List;
import java.util.stream.Stream;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.soap.erp.internal.wire.WireOrderReservation;
import org.lottrace.soap.erp.internal.wire.WireOutcome;
import org.lottrace.soap.erp.internal.wire.WireResult;
import org.lottrace.soap.erp.internal.wire.WireReversedEvent;

/** What became of a movement, to the wire. */
final class OutcomeMapper {
    private OutcomeMapper() {}

    static WireOutcome toWire(String eventId, Outcome<Captured> result) {
        WireOutcome wire = result.fold(OutcomeMapper::recorded, violations -> {
            WireOutcome refused = new WireOutcome();
            refused.setResult(WireResult.REFUSED);
            refused.getViolation().addAll(ViolationMapper.toWire(violations));
            return refused;
        });
        if (result instanceof Outcome.AlreadyDone<Captured>) {
            wire.setResult(WireResult.ALREADY_RECORDED);
        }
        wire.setEventId(eventId);
        return wire;
    }

    private static WireOutcome recorded(Captured captured) {
        WireOutcome wire = new WireOutcome();
        wire.setResult(WireResult.RECORDED);
        wire.setLedgerPosition(captured.event().position());
        lots(captured.event().event()).stream().map(ValueMapper::toWire).forEach(wire.getLot()::add);
        wire.getFinding().addAll(captured.event().event().findings());
        captured.reversed().ifPresent(reversed -> {
            reversed.following().stream().map(OutcomeMapper::reversed).forEach(wire.getAlsoReversed()::add);
            reversed.cancelled().stream().map(OutcomeMapper::reservation).forEach(wire.getReservationGivenUp()::add);
            reversed.dispositionsKept().stream().map(ValueMapper::toWire).forEach(wire.getDispositionKept()::add);
        });
        return wire;
    }

    private static WireReversedEvent reversed(RecordedEvent by) {
        WireReversedEvent wire = new WireReversedEvent();
        wire.setEventId(by.event().corrects().orElseThrow().value());
        wire.setBy(by.event().id().value());
        wire.setLedgerPosition(by.position());
        return wire;
    }

    static WireOrderReservation reservation(Reservation reservation) {
        WireOrderReservation wire = new WireOrderReservation();
        DocumentReference order = reservation.orderLine().order();
        if (order.type() == DocumentType.PRODUCTION_ORDER) {
            wire.setProductionOrder(order.number());
        } else {
            wire.setSalesOrder(order.number());
        }
        wire.setLine(reservation.orderLine().line());
        wire.setLot(ValueMapper.toWire(reservation.lot()));
        wire.setPosition(ValueMapper.toWire(reservation.position()));
        wire.setQuantity(ValueMapper.toWire(reservation.quantity()));
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
