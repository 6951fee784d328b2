package org.lottrace.cost.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.lottrace.api.cost.LotMargin;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.LinePrice;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/** What lots were sold for in some days, from the events of their lots: each on its own accounting date. */
final class Margins {
    private final SalesPrice prices;
    private final LocalDate from;
    private final LocalDate to;
    private final Map<LotKey, Sum> sums = new TreeMap<>();
    private final Map<EventId, TraceEvent> events = new HashMap<>();
    private final Map<String, List<TraceEvent>> shipments = new HashMap<>();

    Margins(SalesPrice prices, LocalDate from, LocalDate to) {
        this.prices = prices;
        this.from = from;
        this.to = to;
    }

    private static final class Sum {
        private Quantity sold;
        private Quantity unpriced;
        private Money revenue;

        private Sum(Quantity nothing, Money noMoney) {
            sold = nothing;
            unpriced = nothing;
            revenue = noMoney;
        }
    }

    /**
     * @param costs what the account has of each lot
     * @param history all events of these lots, in their order
     */
    List<LotMargin> of(Map<LotKey, Money> costs, List<RecordedEvent> history) {
        history.stream().map(RecordedEvent::event).forEach(event -> {
            events.put(event.id(), event);
            if (event.type() == EventType.SHIP) {
                event.document(DocumentType.SHIPMENT).ifPresent(shipment -> shipments
                        .computeIfAbsent(shipment.number(), none -> new ArrayList<>())
                        .add(event));
            }
            LocalDate day = event.context().accountingDate();
            if (!day.isBefore(from) && !day.isAfter(to)) {
                take(event, costs);
            }
        });
        return sums.entrySet().stream()
                .map(one -> new LotMargin(
                        one.getKey(),
                        one.getValue().sold,
                        one.getValue().unpriced,
                        one.getValue().revenue,
                        costs.get(one.getKey())))
                .collect(Collectors.toList());
    }

    private void take(TraceEvent event, Map<LotKey, Money> costs) {
        TraceEvent original = event.type() == EventType.REVERSE
                ? event.corrects().map(events::get).orElse(event)
                : event;
        boolean isShipment = original.type() == EventType.SHIP;
        if (isShipment || original.type() == EventType.RETURN) {
            boolean leaves = isShipment == (original == event);
            original.lines().stream()
                    .filter(line -> costs.containsKey(line.lot()))
                    .forEach(line -> add(line, leaves, price(original, line)));
        }
    }

    private Optional<LinePrice> price(TraceEvent event, EventLine line) {
        if (event.type() == EventType.SHIP) {
            return prices.of(event, line);
        }
        return event.document(DocumentType.SHIPMENT).stream()
                .flatMap(shipment -> shipments.getOrDefault(shipment.number(), List.of()).stream())
                .flatMap(shipped -> shipped.lines().stream()
                        .filter(one -> one.lot().equals(line.lot()))
                        .flatMap(one -> prices.of(shipped, one).stream()))
                .findFirst();
    }

    private void add(EventLine line, boolean leaves, Optional<LinePrice> price) {
        Quantity quantity = leaves ? line.quantity() : line.quantity().negated();
        Sum sum = sums.computeIfAbsent(
                line.lot(), lot -> new Sum(Quantity.zero(quantity.unit()), Money.zero(prices.currency())));
        sum.sold = sum.sold.plus(quantity);
        if (price.isPresent()) {
            Money value = AtPrice.value(line.quantity(), price.get(), prices.currency());
            sum.revenue = leaves ? sum.revenue.plus(value) : sum.revenue.minus(value);
        } else {
            sum.unpriced = sum.unpriced.plus(quantity);
        }
    }
}
