package org.lottrace.movement.capture.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.OrderLineReference;
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
    private final OrderOfDispatch ordered;

    DispatchGoods(
            EventCapture capture,
            SharedChecks checks,
            ClosedMasters closed,
            RepeatedRequest repeated,
            SegregationCheck segregation,
            NumberSequences numbers,
            OrderOfDispatch ordered) {
        this.capture = capture;
        this.checks = checks;
        this.closed = closed;
        this.repeated = repeated;
        this.segregation = segregation;
        this.numbers = numbers;
        this.ordered = ordered;
    }

    Outcome<RecordedEvent> dispatch(Dispatch dispatch) {
        return capture.capture(
                dispatch.context(),
                event -> isSame(event, dispatch),
                (context, findings) -> {
                    Optional<OrderOfDispatch.Served> served = ordered.find(dispatch, findings);
                    List<Goods> goods = checks.goods(
                            dispatch.context().site(),
                            served.map(order -> order.goods(dispatch, findings)).orElseGet(dispatch::goods),
                            findings);
                    Map<Goods, OrderLineReference> lines =
                            served.map(order -> order.take(goods, findings)).orElse(Map.of());
                    checks.site(dispatch.toSite(), ViolationPath.of("toSite"), findings);
                    closed.site(dispatch.toSite(), ViolationPath.of("toSite"), findings);
                    if (dispatch.toSite().equals(dispatch.context().site())) {
                        findings.add(
                                SAME_SITE,
                                "toSite",
                                "the goods are at site " + dispatch.toSite() + " already: transfer them within it");
                    }
                    segregation.checkUnits(goods, line -> onTheRoad(dispatch, line.position()), findings);
                    return (settled, unused) -> {
                        served.ifPresent(OrderOfDispatch.Served::write);
                        return Optional.of(TransferEvent.of(
                                EventType.TRANSFER,
                                settled,
                                List.of(number(dispatch)),
                                goods.stream()
                                        .map(line -> moved(dispatch, line, Optional.ofNullable(lines.get(line))))
                                        .toList()));
                    };
                },
                segregation::confirmUnits);
    }

    /** Goods on the road are asked for by a number: that of their order, or one that is given here. */
    private DocumentReference number(Dispatch dispatch) {
        return new DocumentReference(
                DocumentType.TRANSFER_ORDER,
                dispatch.transferOrder()
                        .orElseGet(() -> String.format("%s%06d", NUMBER_PREFIX, numbers.next(SEQUENCE))));
    }

    private static EventLine moved(Dispatch dispatch, Goods line, Optional<OrderLineReference> orderLine) {
        Position to = onTheRoad(dispatch, line.position());
        return orderLine.map(reference -> line.movedTo(to, reference)).orElseGet(() -> line.movedTo(to));
    }

    private static Position onTheRoad(Dispatch dispatch, Position from) {
        return new Position(
                Place.inTransit(dispatch.toSite()), dispatch.container().or(from::container));
    }

    private boolean isSame(TraceEvent event, Dispatch dispatch) {
        DocumentReference[] order = dispatch.transferOrder()
                .map(number -> new DocumentReference[] {new DocumentReference(DocumentType.TRANSFER_ORDER, number)})
                .orElseGet(() -> new DocumentReference[0]);
        boolean isEverythingReserved = order.length > 0 && dispatch.goods().isEmpty();
        return RepeatedRequest.sameDocuments(event, EventType.TRANSFER, order)
                && (isEverythingReserved
                                && event.lines().stream()
                                        .allMatch(line -> line.to().place().equals(Place.inTransit(dispatch.toSite())))
                        || repeated.sameGoods(
                                event,
                                line -> List.of(line.from(), line.to()),
                                RequestedGoods.parts(
                                        dispatch.context().site(),
                                        dispatch.goods(),
                                        from -> List.of(from, onTheRoad(dispatch, from)))));
    }
}
