package org.lottrace.movement.capture.internal;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.Basis;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.movement.Disposal;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.ViolationPath;

/** Takes destroyed goods out of stock, whatever their disposition. */
final class DisposeGoods {
    private final EventCapture capture;
    private final SharedChecks checks;
    private final RepeatedRequest repeated;
    private final WitnessCheck witness;

    DisposeGoods(EventCapture capture, SharedChecks checks, RepeatedRequest repeated, WitnessCheck witness) {
        this.capture = capture;
        this.checks = checks;
        this.repeated = repeated;
        this.witness = witness;
    }

    Outcome<RecordedEvent> dispose(Disposal disposal) {
        DocumentReference order = new DocumentReference(DocumentType.DISPOSAL_ORDER, disposal.number());
        return capture.capture(
                disposal.context().usually(Basis.REPORTED),
                event -> isSame(event, disposal, order),
                (context, findings) -> {
                    witness.check(disposal, findings);
                    List<Goods> goods = checks.goodsAlsoInTransit(
                            checks.site(disposal.context().site(), ViolationPath.of("site"), findings),
                            disposal.goods(),
                            findings);
                    capture.checkCounts(
                            context,
                            EventType.DISPOSE,
                            goods,
                            Position.at(Place.disposal(disposal.context().site())),
                            findings);
                    return (settled, unused) ->
                            Optional.of(event(settled, order, goods).saying(WitnessCheck.data(disposal)));
                });
    }

    private boolean isSame(TraceEvent event, Disposal disposal, DocumentReference order) {
        return RepeatedRequest.sameDocuments(event, EventType.DISPOSE, order)
                && event.keyData().containsAll(WitnessCheck.data(disposal))
                && repeated.sameGoods(
                        event,
                        EventLine::from,
                        RequestedGoods.parts(disposal.context().site(), disposal.goods()));
    }

    private static TraceEvent event(EventContext context, DocumentReference order, List<Goods> goods) {
        Position destroyed = Position.at(Place.disposal(context.site()));
        return new TraceEvent(
                context,
                EventType.DISPOSE,
                List.of(order),
                Optional.empty(),
                goods.stream().map(line -> line.movedTo(destroyed)).toList(),
                List.of(),
                List.of());
    }
}
