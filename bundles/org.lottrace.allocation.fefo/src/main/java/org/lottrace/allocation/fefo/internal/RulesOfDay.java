package org.lottrace.allocation.fefo.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.allocation.AllocationRule;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Item;
import org.lottrace.api.order.Demand;

/** The rules that count on one day, and what they say together, which is worked out once. Used by many threads. */
final class RulesOfDay {
    /** Of more it is worked out anew: then next to every order has rules of its own. */
    private static final int MOST_TERMS = 10_000;

    private final Collection<AllocationRule> all;
    private final LocalDate day;

    /** They are more special than all others ({@link org.lottrace.api.allocation.RuleScope#specificity}), and so come first. */
    private final Map<ItemNumber, List<AllocationRule>> ofItems;

    private final List<AllocationRule> others;
    private final Map<Covering, AllocationTerms> terms = new ConcurrentHashMap<>();

    /** What terms follow from: a version is never changed. */
    private record Covering(List<Long> versions, boolean isDelivered) {}

    /**
     * @param all every version of every rule
     * @param day the day at the site
     */
    RulesOfDay(Collection<AllocationRule> all, LocalDate day) {
        this.all = all;
        this.day = day;
        List<AllocationRule> inForce = AllocationRule.inForce(all, day);
        this.ofItems = inForce.stream()
                .filter(rule -> rule.change().scope().item().isPresent())
                .collect(Collectors.groupingBy(
                        rule -> rule.change().scope().item().orElseThrow()));
        this.others = inForce.stream()
                .filter(rule -> rule.change().scope().item().isEmpty())
                .toList();
    }

    /** @return whether it was made of the very same */
    boolean isOf(Collection<AllocationRule> rules, LocalDate other) {
        return all == rules && day.equals(other);
    }

    AllocationTerms of(Item item, Demand order) {
        List<AllocationRule> covering = Stream.concat(
                        ofItems.getOrDefault(item.number(), List.of()).stream(), others.stream())
                .filter(rule -> rule.change().scope().covers(item, order))
                .toList();
        boolean isDelivered = order.travels();
        if (terms.size() >= MOST_TERMS) {
            return AllocationTerms.of(covering, isDelivered);
        }
        return terms.computeIfAbsent(
                new Covering(covering.stream().map(AllocationRule::version).toList(), isDelivered),
                none -> AllocationTerms.of(covering, isDelivered));
    }
}
