package org.lottrace.allocation.fefo.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.lottrace.api.allocation.AllocationRule;
import org.lottrace.api.lot.Item;
import org.lottrace.api.order.Demand;

/** The rules that count on one day. */
final class RulesOfDay {
    private final List<AllocationRule> inForce;

    /**
     * @param all every version of every rule
     * @param day the day at the site
     */
    RulesOfDay(Collection<AllocationRule> all, LocalDate day) {
        this.inForce = AllocationRule.inForce(all, day);
    }

    AllocationTerms of(Item item, Demand order) {
        return AllocationTerms.of(
                inForce.stream()
                        .filter(rule -> rule.change().scope().covers(item, order))
                        .toList(),
                order.travels());
    }
}
