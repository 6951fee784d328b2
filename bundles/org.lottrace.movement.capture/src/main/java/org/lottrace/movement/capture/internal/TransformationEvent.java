package org.lottrace.movement.capture.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.Site;

/** What is recorded when goods of lots became goods of other lots: through the transformation of the site. */
final class TransformationEvent {
    private final TransformedLots transformed;

    TransformationEvent(TransformedLots transformed) {
        this.transformed = transformed;
    }

    /** @return the event in which the goods become the outputs; empty after a finding */
    Optional<TraceEvent> write(
            EventContext context,
            EventType type,
            DocumentReference number,
            List<Goods> goods,
            List<TransformLots.Made> outputs,
            Site site,
            TransformedLots.Becoming becoming,
            Findings findings) {
        TransformedLots.Registered registered = transformed.register(goods, outputs, site, context, becoming, findings);
        if (!findings.isEmpty()) {
            return Optional.empty();
        }
        Position through = Position.at(Place.transformation(context.site()));
        List<EventLine> lines = new ArrayList<>();
        goods.forEach(line -> lines.add(line.movedTo(through)));
        SortedMap<LotKey, BigDecimal> amounts = new TreeMap<>();
        registered.goods().forEach((made, lot) -> {
            amounts.merge(lot, made.quantity().amount(), BigDecimal::add);
            lines.add(new EventLine(
                    lot,
                    through,
                    TransformLots.target(context.site(), made.output()),
                    made.quantity(),
                    made.entered(),
                    Optional.empty(),
                    Optional.empty(),
                    made.keyData()));
        });
        return Optional.of(new TraceEvent(
                        context,
                        type,
                        List.of(number),
                        Optional.empty(),
                        lines,
                        edges(goods, amounts),
                        transformed.inherited(goods, amounts.keySet(), context.localDate()))
                .changing(registered.changes()));
    }

    /** What was taken of a lot at several places is one input. */
    private static List<Edge> edges(List<Goods> goods, SortedMap<LotKey, BigDecimal> amounts) {
        Map<LotKey, StockBalance> inputs = new LinkedHashMap<>();
        goods.forEach(line -> inputs.merge(
                line.lot().key(),
                line.balance(),
                (one, more) -> new StockBalance(
                        one.lot(), one.position(), one.quantity().plus(more.quantity()))));
        SharedInputs shares = new SharedInputs(amounts);
        return inputs.values().stream()
                .flatMap(input -> shares.of(input, Edge.Certainty.KNOWN).stream())
                .toList();
    }
}
