package org.lottrace.benchmark;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which positions {@link AllocationRival} takes for a line that has nothing yet: FEFO with the preferences and limits of the rules. */
final class RivalChoice {
    private final RivalTerms terms;
    private final BigDecimal needed;
    private final List<RivalPosition> inOrder;

    /** @param positions judged; their order is of no account */
    RivalChoice(RivalTerms terms, BigDecimal needed, List<RivalPosition> positions) {
        this.terms = terms;
        this.needed = needed;
        inOrder = new ArrayList<>(positions);
        inOrder.sort(order());
    }

    /** @return all of them in order of preference, each with what is taken and why it is not */
    List<RivalPosition> take() {
        List<RivalPosition> usable =
                inOrder.stream().filter(one -> one.reasons.isEmpty()).toList();
        List<RivalPosition> together = agreeing(usable);
        Set<Long> allowed = allowed(together);
        BigDecimal missing = needed;
        for (RivalPosition one : together) {
            if (allowed.contains(one.lot)) {
                one.taken = missing.min(one.available);
                missing = missing.subtract(one.taken);
            }
        }
        Set<RivalPosition> agree = new HashSet<>(together);
        for (RivalPosition one : usable) {
            if (!agree.contains(one)) {
                String word = terms.sameAttribute.what();
                one.passedOver(
                        "OTHER_LOTS_AGREE",
                        "is passed over: it says " + words(one.said(word)) + " as its " + word
                                + ", those that are taken say "
                                + words(together.get(0).said(word)) + ", and rule " + terms.sameAttribute.by()
                                + " wants the lots of a line to agree");
            } else if (!allowed.contains(one.lot)) {
                one.passedOver(
                        "LOT_LIMIT",
                        "is passed over: a rule wants "
                                + (terms.maximumLots < Integer.MAX_VALUE
                                        ? "no more than " + terms.maximumLots + " lots for a line, and others give more"
                                        : "one lot that suffices"));
            }
        }
        return inOrder;
    }

    private static String words(String said) {
        return said.startsWith("nothing ") ? "nothing" : said;
    }

    private Comparator<RivalPosition> order() {
        Comparator<RivalPosition> order = days();
        if (terms.pickFacesFirst) {
            order = order.thenComparing(one -> !"PICKING".equals(one.type));
        }
        if (terms.pickPathFirst) {
            order = order.thenComparingInt(one -> one.path);
        }
        Comparator<RivalPosition> smaller = Comparator.comparing(one -> one.available);
        return order.thenComparing(terms.remaindersFirst ? smaller : smaller.reversed())
                .thenComparing(one -> one.issuer)
                .thenComparing(one -> one.number)
                .thenComparing(one -> one.place)
                .thenComparing(one -> one.sscc);
    }

    private static Comparator<RivalPosition> days() {
        Comparator<LocalDate> orLast = Comparator.nullsLast(Comparator.naturalOrder());
        return Comparator.comparing((RivalPosition one) -> one.expiry, orLast)
                .thenComparing(one -> one.made, orLast)
                .thenComparing(one -> one.received, orLast);
    }

    /** Those that say the same and give most, of as much the first. */
    private List<RivalPosition> agreeing(List<RivalPosition> usable) {
        if (terms.sameAttribute == null) {
            return usable;
        }
        Map<String, List<RivalPosition>> groups = new LinkedHashMap<>();
        usable.forEach(one -> groups.computeIfAbsent(one.said(terms.sameAttribute.what()), none -> new ArrayList<>())
                .add(one));
        if (groups.size() == 1) {
            return usable;
        }
        List<RivalPosition> best = List.of();
        BigDecimal most = null;
        for (List<RivalPosition> group : groups.values()) {
            Set<Long> allowed = allowed(group);
            BigDecimal gives = group.stream()
                    .filter(one -> allowed.contains(one.lot))
                    .map(one -> one.available)
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .min(needed);
            if (most == null || gives.compareTo(most) > 0) {
                most = gives;
                best = group;
            }
        }
        return best;
    }

    private Set<Long> allowed(List<RivalPosition> some) {
        Map<Long, BigDecimal> lots = new LinkedHashMap<>();
        some.forEach(one -> lots.merge(one.lot, one.available, BigDecimal::add));
        if (terms.singleLotDays != null) {
            for (RivalPosition one : some) {
                if (lots.get(one.lot).compareTo(needed) >= 0 && isWithin(some.get(0), one)) {
                    return Set.of(one.lot);
                }
            }
        }
        if (terms.maximumLots >= lots.size()) {
            return lots.keySet();
        }
        return mostOf(new ArrayList<>(lots.keySet()), lots);
    }

    private boolean isWithin(RivalPosition first, RivalPosition one) {
        if (terms.singleLotDays.what() == 0) {
            return days().compare(first, one) == 0;
        }
        return Objects.equals(first.expiry, one.expiry)
                || first.expiry != null
                        && one.expiry != null
                        && ChronoUnit.DAYS.between(first.expiry, one.expiry) <= terms.singleLotDays.what();
    }

    /** So many lots as a line may have: those that come first among those that give the most. */
    private Set<Long> mostOf(List<Long> inOrder, Map<Long, BigDecimal> lots) {
        BigDecimal best = largest(inOrder, lots, terms.maximumLots).min(needed);
        Set<Long> chosen = new HashSet<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < inOrder.size() && chosen.size() < terms.maximumLots; i++) {
            BigDecimal with = sum.add(lots.get(inOrder.get(i)));
            BigDecimal later =
                    largest(inOrder.subList(i + 1, inOrder.size()), lots, terms.maximumLots - chosen.size() - 1);
            if (with.add(later).compareTo(best) >= 0) {
                chosen.add(inOrder.get(i));
                sum = with;
            }
        }
        return chosen;
    }

    private static BigDecimal largest(List<Long> some, Map<Long, BigDecimal> lots, int count) {
        return some.stream()
                .map(lots::get)
                .sorted(Comparator.reverseOrder())
                .limit(count)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
