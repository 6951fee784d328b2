package org.lottrace.movement.capture.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.Arrival;
import org.lottrace.api.movement.Dispatch;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.outcome.Outcome;

/**
 * The report that a move within the company was, made anew: between locations, onto the road to another site, and off it. That units were put
 * into each other is not told again, nor what left from a place that its report cannot name.
 */
final class MovedAgain {
    private final TraceEvent event;
    private final Function<LotKey, LotReference> meant;
    private final SiteId site;
    private final Position to;

    /** @param meant which lot a recorded one is */
    MovedAgain(TraceEvent event, Function<LotKey, LotReference> meant) {
        this.event = event;
        this.meant = meant;
        this.site = event.context().site();
        this.to = event.lines().get(0).to();
    }

    /** @return empty when it cannot be told again */
    Optional<BiFunction<MovementCapture, CaptureContext, Outcome<RecordedEvent>>> call() {
        boolean isOneWay =
                event.lines().stream().allMatch(line -> line.to().place().equals(to.place()));
        if (!isOneWay || !UnitNestings.said(event, KeyDataElement.NESTED_UNIT).isEmpty()) {
            return Optional.empty();
        }
        boolean isFromHere = event.lines().stream()
                .allMatch(line -> UnitChecks.isAt(line.from().place(), site));
        if (isFromHere && to.place().kind() == PlaceKind.LOCATION && isOnePosition()) {
            return Optional.of((movements, context) -> movements.transfer(event.type(), transfer(context)));
        }
        if (isFromHere && to.place() instanceof Place.Road road && (staysInItsUnits() || isOnePosition())) {
            return Optional.of((movements, context) -> movements.dispatch(dispatch(context, road)));
        }
        Place from = event.lines().get(0).from().place();
        boolean isFromOne =
                event.lines().stream().allMatch(line -> line.from().place().equals(from));
        return isFromOne && from instanceof Place.Road road && UnitChecks.isAt(to.place(), site) && staysInItsUnits()
                ? Optional.of((movements, context) -> movements.arrive(arrival(context, road)))
                : Optional.empty();
    }

    private boolean isOnePosition() {
        return event.lines().stream().allMatch(line -> line.to().equals(to));
    }

    private boolean staysInItsUnits() {
        return event.lines().stream()
                .allMatch(line -> line.to().container().equals(line.from().container()));
    }

    private Transfer transfer(CaptureContext context) {
        return new Transfer(context, to.place().site(), to.place().location(), to.container(), goods());
    }

    private Dispatch dispatch(CaptureContext context, Place.Road road) {
        return new Dispatch(
                context, road.to(), staysInItsUnits() ? Optional.empty() : to.container(), ordered(), goods());
    }

    /** Goods that nobody ordered get a number anew. */
    private Optional<String> ordered() {
        boolean isOrdered = event.findings().contains("ORDER_UNKNOWN")
                || event.lines().stream().anyMatch(line -> line.orderLine().isPresent());
        return event.document(DocumentType.TRANSFER_ORDER)
                .filter(number -> isOrdered)
                .map(DocumentReference::number);
    }

    private Arrival arrival(CaptureContext context, Place.Road road) {
        return new Arrival(
                context,
                road.to(),
                to.place().location(),
                List.of(),
                event.lines().stream()
                        .map(line -> new Arrival.Line(
                                meant.apply(line.lot()),
                                line.entered(),
                                line.from().container()))
                        .toList());
    }

    private List<LotQuantity> goods() {
        return event.lines().stream().map(this::goods).toList();
    }

    private LotQuantity goods(EventLine line) {
        return new LotQuantity(
                meant.apply(line.lot()),
                line.from().place().location(),
                line.from().container(),
                line.entered(),
                ToldAgain.ofGoods(line));
    }
}
