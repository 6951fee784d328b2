package org.lottrace.movement.capture.internal;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.movement.Dispatch;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.transaction.NumberSequences;
import org.lottrace.api.violation.ViolationPath;

/** Puts goods on the road to another own site. */
final class DispatchGoods {
    private static final String SAME_SITE = "SAME_SITE";
    private static final String SEQUENCE = "transfer.order";
    private static final String NUMBER_PREFIX = "TO-";

    private final EventCapture capture;
    private final SharedChecks checks;
    private final ClosedMasters closed;
    private final RepeatedRequest repeated;
    private final SegregationCheck segregation;
    private final NumberSequences numbers;

    DispatchGoods(
            EventCapture capture,
            SharedChecks checks,
            ClosedMasters closed,
            RepeatedRequest repeated,
            SegregationCheck segregation,
            NumberSequences numbers) {
        this.capture = capture;
        this.checks = checks;
        this.closed = closed;
        this.repeated = repeated;
        this.segregation = segregation;
        this.numbers = numbers;
    }

    Outcome<RecordedEvent> dispatch(Dispatch dispatch) {
        return capture.capture(
                dispatch.context(),
                event -> isSame(event, dispatch),
                (context, findings) -> {
                    List<Goods> goods = checks.goods(dispatch.context().site(), dispatch.goods(), findings);
                    checks.site(dispatch.toSite(), ViolationPath.of("toSite"), findings);
                    closed.site(dispatch.toSite(), ViolationPath.of("toSite"), findings);
                    if (dispatch.toSite().equals(dispatch.context().site())) {
                        findings.add(
                                SAME_SITE,
                                "toSite",
                                "the goods are at site " + dispatch.toSite() + " already: transfer them within it");
                    }
                    segregation.checkUnits(goods, line -> onTheRoad(dispatch, line.position()), findings);
                    return (settled, unused) -> Optional.of(TransferEvent.of(
                            EventType.TRANSFER,
                            settled,
                            List.of(number()),
                            goods.stream()
                                    .map(line -> line.movedTo(onTheRoad(dispatch, line.position())))
                                    .toList()));
                },
                segregation::confirmUnits);
    }

    /** Goods on the road are asked for by a number, and nobody gives one. */
    private DocumentReference number() {
        return new DocumentReference(
                DocumentType.TRANSFER_ORDER, String.format("%s%06d", NUMBER_PREFIX, numbers.next(SEQUENCE)));
    }

    private static Position onTheRoad(Dispatch dispatch, Position from) {
        return new Position(
                Place.inTransit(dispatch.toSite()), dispatch.container().or(from::container));
    }

    private boolean isSame(TraceEvent event, Dispatch dispatch) {
        return RepeatedRequest.sameDocuments(event, EventType.TRANSFER)
                && repeated.sameGoods(
                        event,
                        line -> List.of(line.from(), line.to()),
                        RequestedGoods.parts(
                                dispatch.context().site(),
                                dispatch.goods(),
                                from -> List.of(from, onTheRoad(dispatch, from))));
    }
}
