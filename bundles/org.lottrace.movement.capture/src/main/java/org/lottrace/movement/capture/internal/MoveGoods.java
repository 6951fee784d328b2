package org.lottrace.movement.capture.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quality.Purpose;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.ViolationPath;

/**
 * Moves goods to another location, logistic unit or own site: put away, transfer, pick and pack. What must not be used is
 * put away and transferred, but not picked, nor packed unless it is reserved.
 */
final class MoveGoods {
    private static final String SAME_POSITION = "SAME_POSITION";
    private static final Set<EventType> MOVES =
            EnumSet.of(EventType.PUT_AWAY, EventType.TRANSFER, EventType.PICK, EventType.PACK);
    private static final Set<EventType> MOVES_OF_RESERVED_GOODS = EnumSet.of(EventType.PICK, EventType.PACK);

    private final EventCapture capture;
    private final SharedChecks checks;
    private final ClosedMasters closed;
    private final RepeatedRequest repeated;
    private final UsabilityCheck usability;
    private final DeliveryCheck delivery;
    private final Reservations reservations;
    private final SegregationCheck segregation;

    MoveGoods(
            EventCapture capture,
            SharedChecks checks,
            ClosedMasters closed,
            RepeatedRequest repeated,
            UsabilityCheck usability,
            DeliveryCheck delivery,
            Reservations reservations,
            SegregationCheck segregation) {
        this.capture = capture;
        this.checks = checks;
        this.closed = closed;
        this.repeated = repeated;
        this.usability = usability;
        this.delivery = delivery;
        this.reservations = reservations;
        this.segregation = segregation;
    }

    Outcome<RecordedEvent> transfer(EventType type, Transfer transfer) {
        if (!MOVES.contains(type)) {
            throw new IllegalArgumentException("a transfer is one of " + MOVES + ", not " + type);
        }
        Position target =
                new Position(Place.location(transfer.toSite(), transfer.toLocation()), transfer.toContainer());
        return capture.capture(
                transfer.context(),
                event -> isSame(event, type, transfer, target),
                (context, findings) -> {
                    List<Goods> goods = checks.goods(transfer.context().site(), transfer.goods(), findings);
                    checks.place(
                            checks.site(transfer.toSite(), ViolationPath.of("toSite"), findings),
                            transfer.toLocation(),
                            ViolationPath.of("toLocation"),
                            findings);
                    closed.place(transfer.toSite(), transfer.toLocation(), ViolationPath.of("toLocation"), findings);
                    goods.stream()
                            .filter(line -> line.position().equals(target))
                            .forEach(line -> findings.add(
                                    SAME_POSITION,
                                    line.path().then("location"),
                                    "the goods are at " + target + " already"));
                    if (MOVES_OF_RESERVED_GOODS.contains(type)) {
                        reservations.lockItems(Goods.itemsOf(goods));
                        List<Goods> taken = type == EventType.PICK ? goods : unreserved(goods);
                        context.ifPresent(known ->
                                usability.check(taken, Purpose.PICKING, Optional.empty(), known.localDate(), findings));
                        if (type == EventType.PICK) {
                            context.ifPresent(known -> delivery.picked(goods, known.localDate(), findings));
                        }
                    }
                    if (transfer.toContainer().isPresent()) {
                        segregation.check(goods, target, findings);
                    }
                    capture.checkCounts(context, type, goods, target, findings);
                    return (settled, unused) -> {
                        if (type == EventType.PICK) {
                            reservations.pick(goods.stream().map(Goods::balance).toList(), target);
                        } else if (type == EventType.PACK) {
                            reservations.pack(goods.stream().map(Goods::balance).toList(), target);
                        }
                        return Optional.of(TransferEvent.of(
                                type,
                                settled,
                                List.of(),
                                goods.stream().map(line -> line.movedTo(target)).toList()));
                    };
                },
                (event, findings) -> {
                    if (transfer.toContainer().isPresent()) {
                        segregation.confirm(event, target, findings);
                    }
                });
    }

    /** What is reserved was judged for its order, and is judged again when it leaves. */
    private List<Goods> unreserved(List<Goods> goods) {
        List<Reservation> reserved = reservations.ofLots(
                goods.stream().map(line -> line.lot().key()).distinct().toList());
        return goods.stream()
                .filter(line -> reserved.stream()
                        .filter(reservation ->
                                reservation.lot().equals(line.lot().key())
                                        && reservation.position().equals(line.position()))
                        .map(Reservation::quantity)
                        .reduce(Quantity.zero(line.quantity().unit()), Quantity::plus)
                        .minus(line.quantity())
                        .isNegative())
                .toList();
    }

    private boolean isSame(TraceEvent event, EventType type, Transfer transfer, Position target) {
        return RepeatedRequest.sameDocuments(event, type)
                && repeated.sameGoods(
                        event,
                        line -> List.of(line.from(), line.to()),
                        RequestedGoods.parts(
                                transfer.context().site(), transfer.goods(), from -> List.of(from, target)));
    }
}
