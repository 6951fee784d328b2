package org.lottrace.benchmark;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.lottrace.api.allocation.AllocationRule;
import org.lottrace.api.allocation.LotDemands;
import org.lottrace.api.allocation.Rotation;
import org.lottrace.api.allocation.RuleScope;
import org.lottrace.api.allocation.RuleTerms;
import org.lottrace.api.allocation.WantedAttribute;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.quantity.Quantity;

/**
 * What counts for an item, as {@link AllocationRival} puts it together: of each term the most special rule that says it, with its version.
 * It knows FEFO, no whole packs and no whole logistic units, and ends where a rule wants something else.
 */
final class RivalTerms {
    /** What a rule says of a term. */
    record Said<T>(T what, long by) {}

    final Set<Long> versions = new TreeSet<>();
    final Said<Integer> remainingDays;
    final Said<Integer> remainingPercent;
    final Said<LocalDate> goodUntil;
    final Said<Integer> blockedDays;
    final Said<Boolean> neverOlder;
    final int transitDays;
    final Said<Integer> singleLotDays;
    final int maximumLots;
    final boolean pickFacesFirst;
    final boolean pickPathFirst;
    final boolean remaindersFirst;
    final Said<String> sameAttribute;
    final Said<Integer> minimumAge;
    final Said<Integer> quarantine;
    final Said<BigDecimal> coldest;
    final Said<BigDecimal> warmest;
    /** By the word of each. */
    final Map<String, Said<List<String>>> attributes = new TreeMap<>();

    final Map<String, Long> withoutClasses = new TreeMap<>();

    private final List<AllocationRule> rules;

    /** Where an order goes, and whose item it is. */
    record For(String item, Set<String> classes, String customer, String channel, String site) {
        private boolean isCoveredBy(RuleScope scope) {
            return is(scope.item().map(ItemNumber::value), item)
                    && scope.itemClass().filter(one -> !classes.contains(one)).isEmpty()
                    && is(scope.customer().map(Object::toString), customer)
                    && is(scope.channel().map(Object::toString), channel)
                    && is(scope.site().map(Object::toString), site);
        }

        private static boolean is(Optional<String> named, String is) {
            return named.filter(one -> !one.equals(is)).isEmpty();
        }
    }

    /** @param inForce the most special first */
    RivalTerms(Collection<AllocationRule> inForce, For wanted) {
        rules = inForce.stream()
                .filter(rule -> wanted.isCoveredBy(rule.change().scope()))
                .toList();
        Said<Rotation> rotation = first(RuleTerms::rotation);
        Said<?> whole = first(RuleTerms::wholeUnit);
        if (rotation != null && rotation.what() != Rotation.FEFO
                || whole != null && !whole.what().toString().equals("C62")) {
            throw new UnsupportedOperationException("FEFO by the piece only, not " + rotation + " of " + whole);
        }
        remainingDays = first(RuleTerms::minimumRemainingDays);
        remainingPercent = first(RuleTerms::minimumRemainingPercent);
        goodUntil = first(RuleTerms::goodUntil);
        blockedDays = first(RuleTerms::blockedDaysBeforeExpiry);
        neverOlder = first(RuleTerms::neverOlderThanLast);
        transitDays = or(first(RuleTerms::transitDays), 0);
        singleLotDays = first(RuleTerms::singleLotWithinDays);
        maximumLots = or(first(RuleTerms::maximumLots), Integer.MAX_VALUE);
        first(RuleTerms::fullPalletsFirst);
        pickFacesFirst = or(first(RuleTerms::pickFacesFirst), false);
        pickPathFirst = or(first(RuleTerms::pickPathFirst), false);
        remaindersFirst = or(first(RuleTerms::remaindersFirst), true);
        sameAttribute = first(RuleTerms::sameAttribute);
        first(terms -> Optional.of(terms.substitutes()).filter(some -> !some.isEmpty()));
        first(RuleTerms::takesSubstitutes);
        minimumAge = demand(LotDemands::minimumAgeDays);
        quarantine = demand(LotDemands::quarantineDays);
        coldest = demand(demands -> demands.coldest().map(Quantity::amount));
        warmest = demand(demands -> demands.warmest().map(Quantity::amount));
        for (AllocationRule rule : rules) {
            rule.change().terms().demands().ifPresent(demands -> demanded(rule.version(), demands));
        }
        attributes.values().forEach(said -> versions.add(said.by()));
        versions.addAll(withoutClasses.values());
    }

    private void demanded(long version, LotDemands demands) {
        for (WantedAttribute wanted : demands.attributes()) {
            attributes.putIfAbsent(wanted.attribute(), new Said<>(wanted.oneOf(), version));
        }
        demands.withoutClasses().forEach(name -> withoutClasses.putIfAbsent(name, version));
    }

    boolean asksLines() {
        return quarantine != null || coldest != null || warmest != null;
    }

    boolean asksAttributes() {
        return sameAttribute != null || !attributes.isEmpty();
    }

    private <T> Said<T> demand(Function<LotDemands, Optional<T>> term) {
        return first(terms -> terms.demands().flatMap(term));
    }

    private <T> Said<T> first(Function<RuleTerms, Optional<T>> term) {
        for (AllocationRule rule : rules) {
            Optional<T> said = term.apply(rule.change().terms());
            if (said.isPresent()) {
                versions.add(rule.version());
                return new Said<>(said.get(), rule.version());
            }
        }
        return null;
    }

    private static <T> T or(Said<T> said, T otherwise) {
        return said == null ? otherwise : said.what();
    }
}
