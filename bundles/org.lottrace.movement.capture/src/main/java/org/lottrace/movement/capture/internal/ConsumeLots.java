package org.lottrace.movement.capture.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.lottrace.api.allocation.ComponentAllocation;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.Consumption;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quality.Purpose;

/** Takes lots from stock into the work in process of a production order, and what is reserved for it with them. */
final class ConsumeLots {
    private final EventCapture capture;
    private final SharedChecks checks;
    private final RepeatedRequest repeated;
    private final UsabilityCheck usability;
    private final Reservations reservations;
    private final ComponentAllocation components;
    private final SegregationCheck segregation;
    private final PlannedOrders planned;
    private final TankMixing tanks;
    private final MeantLots meant;

    ConsumeLots(
            EventCapture capture,
            SharedChecks checks,
            RepeatedRequest repeated,
            UsabilityCheck usability,
            Reservations reservations,
            ComponentAllocation components,
            SegregationCheck segregation,
            PlannedOrders planned,
            TankMixing tanks,
            MeantLots meant) {
        this.capture = capture;
        this.checks = checks;
        this.repeated = repeated;
        this.usability = usability;
        this.reservations = reservations;
        this.components = components;
        this.segregation = segregation;
        this.planned = planned;
        this.tanks = tanks;
        this.meant = meant;
    }

    Outcome<RecordedEvent> consume(Consumption consumption) {
        DocumentReference order = new DocumentReference(DocumentType.PRODUCTION_ORDER, consumption.productionOrder());
        Position workInProcess = Position.at(Place.productionOrder(order));
        return capture.capture(
                consumption.context(),
                event -> isSame(event, consumption, order),
                (context, findings) -> {
                    List<Goods> asked = checks.goods(consumption.context().site(), consumption.goods(), findings);
                    reservations.lockItems(Goods.itemsOf(asked));
                    List<Goods> goods = tanks.spread(consumption.context().site(), asked);
                    context.ifPresent(known ->
                            usability.check(goods, Purpose.PRODUCTION, Optional.empty(), known.localDate(), findings));
                    segregation.check(goods, workInProcess, findings);
                    planned.checkConsumed(
                            consumption.productionOrder(), consumption.context().site(), goods, findings);
                    capture.checkCounts(context, EventType.CONSUME, asked, workInProcess, findings);
                    return (settled, unused) -> {
                        components.use(
                                order.number(),
                                goods.stream().map(Goods::balance).toList());
                        return Optional.of(event(settled, order, goods, workInProcess));
                    };
                },
                (event, findings) -> segregation.confirm(event, workInProcess, findings));
    }

    private boolean isSame(TraceEvent event, Consumption consumption, DocumentReference order) {
        return RepeatedRequest.sameDocuments(event, EventType.CONSUME, order)
                && repeated.sameGoods(
                        TankMixing.asAsked(event.lines(), isMeant(consumption)),
                        EventLine::from,
                        RequestedGoods.parts(consumption.context().site(), consumption.goods()));
    }

    private Predicate<LotKey> isMeant(Consumption consumption) {
        return lot -> consumption.goods().stream()
                .anyMatch(line -> meant.by(line.lot()).test(lot));
    }

    private TraceEvent event(EventContext context, DocumentReference order, List<Goods> goods, Position workInProcess) {
        return new TraceEvent(
                context,
                EventType.CONSUME,
                List.of(order),
                Optional.empty(),
                tanks.told(
                        context.site(),
                        goods.stream().map(line -> line.movedTo(workInProcess)).toList()),
                List.of(),
                List.of());
    }
}
