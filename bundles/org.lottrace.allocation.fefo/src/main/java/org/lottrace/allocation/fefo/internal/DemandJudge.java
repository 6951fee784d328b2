package org.lottrace.allocation.fefo.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.lottrace.allocation.fefo.internal.AllocationTerms.Term;
import org.lottrace.api.allocation.store.MeasuredTemperatures;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.violation.Violation;

/** What is demanded of lots besides their remaining life ({@link org.lottrace.api.allocation.LotDemands}), and missing of one. */
final class DemandJudge {
    private final AllocationTerms terms;
    private final DemandTerms demands;
    private final Item item;
    private final LocalDate delivery;

    /** @param delivery the day on which the customer gets it */
    DemandJudge(AllocationTerms terms, Item item, LocalDate delivery) {
        this.terms = terms;
        this.demands = terms.demands();
        this.item = item;
        this.delivery = delivery;
    }

    List<Violation> against(Lot lot, LotFacts facts) {
        List<Violation> reasons = new ArrayList<>();
        if (demands.minimumAgeDays() > 0) {
            againstAge(lot).ifPresent(reasons::add);
        }
        if (demands.quarantineDays() > 0) {
            againstQuarantine(lot, facts).ifPresent(reasons::add);
        }
        facts.measured().ifPresent(measured -> againstTemperatures(lot, measured, reasons));
        demands.attributes()
                .forEach(wanted -> againstAttribute(lot, facts, wanted).ifPresent(reasons::add));
        againstClasses(lot).ifPresent(reasons::add);
        return reasons;
    }

    private Optional<Violation> againstAge(Lot lot) {
        if (lot.productionDate().isEmpty()) {
            return Optional.of(reason(
                    "AGE_UNKNOWN",
                    lot,
                    "has no production date, so nothing tells how old it is",
                    terms.ruleOf(Term.MINIMUM_AGE)));
        }
        LocalDate ready = lot.productionDate().get().plusDays(demands.minimumAgeDays());
        return delivery.isBefore(ready)
                ? Optional.of(reason(
                        "TOO_YOUNG",
                        lot,
                        "was made on " + lot.productionDate().get() + " and would be "
                                + ChronoUnit.DAYS.between(lot.productionDate().get(), delivery)
                                + " days old on " + delivery + ", but has to be " + demands.minimumAgeDays(),
                        terms.ruleOf(Term.MINIMUM_AGE)))
                : Optional.empty();
    }

    /** What nobody ever had is not kept back: it is no stock. */
    private Optional<Violation> againstQuarantine(Lot lot, LotFacts facts) {
        LocalDate leaves = delivery.minusDays(terms.transitDays());
        return facts.received()
                .filter(day -> leaves.isBefore(day.plusDays(demands.quarantineDays())))
                .map(day -> reason(
                        "IN_QUARANTINE",
                        lot,
                        "came on " + day + " and stays until " + day.plusDays(demands.quarantineDays())
                                + ", but would leave on " + leaves,
                        terms.ruleOf(Term.QUARANTINE)));
    }

    private void againstTemperatures(Lot lot, MeasuredTemperatures measured, List<Violation> reasons) {
        demands.coldest()
                .filter(limit -> measured.lowest().compareTo(limit) < 0)
                .ifPresent(limit -> reasons.add(reason(
                        "TEMPERATURE_EXCEEDED",
                        lot,
                        "was measured at " + measured.lowest() + ", below " + limit,
                        terms.ruleOf(Term.COLDEST))));
        demands.warmest()
                .filter(limit -> measured.highest().compareTo(limit) > 0)
                .ifPresent(limit -> reasons.add(reason(
                        "TEMPERATURE_EXCEEDED",
                        lot,
                        "was measured at " + measured.highest() + ", above " + limit,
                        terms.ruleOf(Term.WARMEST))));
    }

    private static Optional<Violation> againstAttribute(Lot lot, LotFacts facts, DemandTerms.Wanted wanted) {
        String word = wanted.attribute().attribute();
        List<String> says = LotSaying.of(word, lot, facts.attributes()).toList();
        return says.stream().anyMatch(wanted.attribute()::suffices)
                ? Optional.empty()
                : Optional.of(reason(
                        "ATTRIBUTE_NOT_WANTED",
                        lot,
                        "says " + (says.isEmpty() ? "nothing" : String.join(", ", says)) + " as its " + word
                                + ", but has to say "
                                + (wanted.attribute().oneOf().isEmpty()
                                        ? "something"
                                        : String.join(" or ", wanted.attribute().oneOf())),
                        "rule " + wanted.version()));
    }

    private Optional<Violation> againstClasses(Lot lot) {
        TreeSet<String> unwanted = new TreeSet<>(demands.withoutClasses().keySet());
        unwanted.retainAll(item.segregation().classes());
        return unwanted.isEmpty()
                ? Optional.empty()
                : Optional.of(reason(
                        "CLASS_NOT_WANTED",
                        lot,
                        "is of an item of the class " + String.join(", ", unwanted) + ", of which nothing goes there",
                        "rule " + demands.withoutClasses().get(unwanted.first())));
    }

    private static Violation reason(String code, Lot lot, String what, String rule) {
        return new Violation(code, "lot", "lot " + lot.key() + " " + what + "; take another lot or change " + rule);
    }
}
