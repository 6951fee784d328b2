package org.lottrace.allocation.fefo.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.allocation.RuleScope;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.id.ChannelId;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.order.Demand;
import org.lottrace.api.order.ProductionOrder;
import org.lottrace.api.order.SalesOrder.InsteadOf;
import org.lottrace.api.quantity.Quantity;

/**
 * What a production order wants: its components.
 *
 * @param order as it is planned
 * @param lines with scrap, in base units; of nothing when the order is closed
 */
record ComponentDemand(ProductionOrder order, List<Component> lines) implements Demand {
    /** A line of the order. */
    record Component(int number, ItemNumber item, Quantity quantity) implements Demand.Line {
        @Override
        public Optional<InsteadOf> insteadOf() {
            return Optional.empty();
        }
    }

    ComponentDemand {
        lines = List.copyOf(lines);
    }

    @Override
    public DocumentReference reference() {
        return order.reference();
    }

    @Override
    public String number() {
        return order.number();
    }

    @Override
    public SiteId shipFrom() {
        return order.site();
    }

    @Override
    public LocalDate deliveryDate() {
        return order.date();
    }

    @Override
    public Optional<PartyId> receiver() {
        return Optional.empty();
    }

    @Override
    public boolean travels() {
        return false;
    }

    @Override
    public Optional<ChannelId> channel() {
        return Optional.of(RuleScope.PRODUCTION);
    }
}
