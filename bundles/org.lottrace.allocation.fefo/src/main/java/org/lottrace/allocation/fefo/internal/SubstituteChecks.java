package org.lottrace.allocation.fefo.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.allocation.AllocationRules;
import org.lottrace.api.allocation.RuleChange;
import org.lottrace.api.allocation.RuleScope;
import org.lottrace.api.allocation.RuleTerms;
import org.lottrace.api.allocation.Substitute;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** What speaks against the substitutes of a rule; a path is {@code terms.substitutes[n].…}, counted from 1. */
final class SubstituteChecks {
    private final ItemStore items;

    SubstituteChecks(ItemStore items) {
        this.items = items;
    }

    List<Violation> against(RuleChange change) {
        List<Substitute> substitutes = change.terms().substitutes();
        List<Violation> problems = new ArrayList<>();
        ViolationPath terms = ViolationPath.of("terms");
        if (!substitutes.isEmpty() && change.scope().item().isEmpty()) {
            problems.add(new Violation(
                    AllocationRules.SCOPE_UNCLEAR,
                    ViolationPath.of("scope").then("item"),
                    "say whose place they take: substitutes are for one item"));
        }
        change.scope()
                .channel()
                .filter(channel -> RuleScope.isOwn(channel)
                        && (!substitutes.isEmpty()
                                || change.terms().takesSubstitutes().orElse(false)))
                .ifPresent(
                        channel -> problems.add(
                                new Violation(
                                        AllocationRules.SCOPE_UNCLEAR,
                                        ViolationPath.of("scope").then("channel"),
                                        "nothing takes the place of what orders of channel " + channel
                                                + " name, because who planned them counts on that item; leave the substitutes out, or the channel")));
        if (substitutes.size() > RuleTerms.MOST_SUBSTITUTES) {
            problems.add(new Violation(
                    AllocationRules.VALUE_OUT_OF_RANGE,
                    terms.then("substitutes"),
                    "an item has at most " + RuleTerms.MOST_SUBSTITUTES + " substitutes; leave out the last ones"));
        }
        Set<ItemNumber> named = new HashSet<>();
        change.scope().item().ifPresent(named::add);
        for (int i = 0; i < substitutes.size(); i++) {
            Substitute one = substitutes.get(i);
            ViolationPath path = terms.then("substitutes", i + 1);
            if (!named.add(one.item())) {
                problems.add(new Violation(
                        AllocationRules.SUBSTITUTE_REPEATED,
                        path.then("item"),
                        "item " + one.item() + " is the ordered one or stands there already; leave it out"));
            }
            if (items.find(one.item()).isEmpty()) {
                problems.add(new Violation(
                        "ITEM_UNKNOWN", path.then("item"), "item " + one.item() + " is not known; send it first"));
            }
            problems.addAll(against(one.ordered(), change.scope().item(), path.then("ordered")));
            problems.addAll(against(one.instead(), Optional.of(one.item()), path.then("instead")));
        }
        return problems;
    }

    private List<Violation> against(Quantity quantity, Optional<ItemNumber> of, ViolationPath path) {
        List<Violation> problems = new ArrayList<>();
        if (!quantity.isPositive()) {
            problems.add(new Violation("QUANTITY_NOT_POSITIVE", path, quantity + " is not more than nothing"));
        }
        of.flatMap(items::find)
                .map(Item::baseUnit)
                .filter(unit -> !unit.equals(quantity.unit()))
                .ifPresent(unit -> problems.add(new Violation(
                        "UNIT_UNKNOWN", path, "say it in the base unit, " + unit + ", not in " + quantity.unit())));
        return problems;
    }
}
