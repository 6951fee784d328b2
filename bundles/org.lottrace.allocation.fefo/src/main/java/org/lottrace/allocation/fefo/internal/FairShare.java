package org.lottrace.allocation.fefo.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.order.Demand;
import org.lottrace.api.quantity.Quantity;

/** The same part of what each line wants of an item at a site, found by a trial in which some lines were served and some were not. */
final class FairShare {
    private final Map<SiteItem, Sum> sums = new HashMap<>();
    private final Map<OrderLineReference, SiteItem> ofLine = new HashMap<>();

    private record SiteItem(SiteId site, ItemNumber item) {}

    /**
     * @param wanted what was short before the trial, and what was reserved anew in it
     */
    private record Sum(BigDecimal wanted, BigDecimal given) {}

    /** Takes in how a line was served in the trial. */
    void add(Demand order, LineAllocation before, LineAllocation after) {
        SiteItem key = new SiteItem(order.shipFrom(), before.item());
        ofLine.put(before.orderLine(), key);
        sums.merge(
                key,
                new Sum(
                        before.shortBy().amount(),
                        before.shortBy().minus(after.shortBy()).amount()),
                (a, b) -> new Sum(a.wanted().add(b.wanted()), a.given().add(b.given())));
    }

    void add(Demand order, List<LineAllocation> before, List<LineAllocation> after) {
        for (int i = 0; i < before.size(); i++) {
            add(order, before.get(i), after.get(i));
        }
    }

    /** @return what the line may take at first: everything where there is enough, else its part in whole base units */
    Quantity of(LineAllocation line) {
        Sum sum = sums.get(ofLine.get(line.orderLine()));
        Quantity wanted = line.shortBy();
        if (sum.given().compareTo(sum.wanted()) >= 0) {
            return wanted;
        }
        BigDecimal part = wanted.amount().multiply(sum.given()).divide(sum.wanted(), 0, RoundingMode.DOWN);
        return new Quantity(part, wanted.unit());
    }
}
