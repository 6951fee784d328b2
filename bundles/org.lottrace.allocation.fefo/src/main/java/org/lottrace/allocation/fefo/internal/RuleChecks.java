package org.lottrace.allocation.fefo.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.allocation.AllocationRules;
import org.lottrace.api.allocation.RuleChange;
import org.lottrace.api.allocation.RuleScope;
import org.lottrace.api.allocation.RuleTerms;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.violation.ControlCharacters;
import org.lottrace.api.violation.Reason;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** What speaks against a rule; a path is {@code scope.…}, {@code terms.…} or {@code reason}. */
final class RuleChecks {
    private static final int MOST_DAYS = 36_500;
    private static final int MOST_LOTS = 1_000;
    private static final int WHOLE = 100;
    private static final int LONGEST_CLASS = 30;

    private final ItemStore items;
    private final PartyStore parties;
    private final SiteStore sites;
    private final SubstituteChecks substitutes;

    RuleChecks(ItemStore items, PartyStore parties, SiteStore sites) {
        this.items = items;
        this.parties = parties;
        this.sites = sites;
        this.substitutes = new SubstituteChecks(items);
    }

    List<Violation> against(RuleChange change) {
        List<Violation> problems = new ArrayList<>();
        againstScope(change.scope(), problems);
        change.scope()
                .itemClass()
                .flatMap(name ->
                        ControlCharacters.in(name, ViolationPath.of("scope").then("itemClass")))
                .ifPresent(problems::add);
        againstTerms(change.terms(), problems);
        againstUnit(change, problems);
        change.terms()
                .sameAttribute()
                .filter(word -> !RuleTerms.ATTRIBUTES.contains(word))
                .ifPresent(word -> problems.add(new Violation(
                        "ATTRIBUTE_UNKNOWN",
                        ViolationPath.of("terms").then("sameAttribute"),
                        "lots have no attribute of that name; say one of " + RuleTerms.ATTRIBUTES)));
        change.terms().demands().ifPresent(demands -> problems.addAll(DemandChecks.against(demands)));
        problems.addAll(substitutes.against(change));
        problems.addAll(Reason.problemsOfALine(change.reason(), Reason.LONGEST, "say why the rule is made or changed"));
        return problems;
    }

    private void againstScope(RuleScope scope, List<Violation> problems) {
        ViolationPath path = ViolationPath.of("scope");
        if (scope.item().isPresent() && scope.itemClass().isPresent()) {
            problems.add(new Violation(
                    AllocationRules.SCOPE_UNCLEAR,
                    path.then("itemClass"),
                    "a rule is for one item or for a class of items; leave one of them out"));
        }
        scope.itemClass()
                .filter(name -> name.isBlank() || name.length() > LONGEST_CLASS)
                .ifPresent(name -> problems.add(new Violation(
                        AllocationRules.SCOPE_UNCLEAR,
                        path.then("itemClass"),
                        "a class of items has 1 to " + LONGEST_CLASS + " characters; look at how it is written")));
        scope.item()
                .filter(item -> items.find(item).isEmpty())
                .ifPresent(item -> problems.add(new Violation(
                        "ITEM_UNKNOWN", path.then("item"), "item " + item + " is not known; send it first")));
        scope.customer()
                .filter(customer -> parties.find(customer)
                        .filter(party -> party.roles().contains(PartyRole.CUSTOMER))
                        .isEmpty())
                .ifPresent(customer -> problems.add(new Violation(
                        "CUSTOMER_UNKNOWN",
                        path.then("customer"),
                        customer + " is not known as a customer; send the party with that role first")));
        scope.site()
                .filter(site -> sites.find(site).isEmpty())
                .ifPresent(site -> problems.add(new Violation(
                        "SITE_UNKNOWN", path.then("site"), "site " + site + " is not known; send it first")));
    }

    private static void againstTerms(RuleTerms terms, List<Violation> problems) {
        range("minimumRemainingDays", terms.minimumRemainingDays(), 0, MOST_DAYS, problems);
        range("minimumRemainingPercent", terms.minimumRemainingPercent(), 1, WHOLE, problems);
        range("blockedDaysBeforeExpiry", terms.blockedDaysBeforeExpiry(), 0, MOST_DAYS, problems);
        range("transitDays", terms.transitDays(), 0, MOST_DAYS, problems);
        range("singleLotWithinDays", terms.singleLotWithinDays(), 0, MOST_DAYS, problems);
        range("maximumLots", terms.maximumLots(), 1, MOST_LOTS, problems);
    }

    private static void range(String term, Optional<Integer> value, int lowest, int highest, List<Violation> problems) {
        value.filter(number -> number < lowest || number > highest)
                .ifPresent(number -> problems.add(new Violation(
                        AllocationRules.VALUE_OUT_OF_RANGE,
                        ViolationPath.of("terms").then(term),
                        "it is " + lowest + " to " + highest + ", not " + number)));
    }

    /** For one item it can be said at once whether it has the unit; for others allocation takes any quantity where there is none. */
    private void againstUnit(RuleChange change, List<Violation> problems) {
        change.terms().wholeUnit().ifPresent(unit -> change.scope()
                .item()
                .flatMap(items::find)
                .filter(item -> !unit.equals(item.baseUnit())
                        && item.packUnits().stream()
                                .noneMatch(pack -> pack.unit().equals(unit)))
                .ifPresent(item -> problems.add(new Violation(
                        "UNIT_UNKNOWN",
                        ViolationPath.of("terms").then("wholeUnit"),
                        "item " + item.number() + " has no unit " + unit
                                + "; name one of its own or send the item with that pack unit"))));
    }
}
