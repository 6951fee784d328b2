package org.lottrace.allocation.fefo.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.allocation.AllocationRule;
import org.lottrace.api.allocation.LotDemands;
import org.lottrace.api.allocation.WantedAttribute;
import org.lottrace.api.quantity.Quantity;

/**
 * What counts for one line of {@link LotDemands}, where it is said how rules go together.
 *
 * @param minimumAgeDays 0 when nothing is demanded
 * @param quarantineDays 0 when nothing is demanded
 * @param attributes each with the version of the rule that says it, in the order of their words
 * @param withoutClasses versions of the rules that name each class, the most special one
 */
record DemandTerms(
        int minimumAgeDays,
        int quarantineDays,
        Optional<Quantity> coldest,
        Optional<Quantity> warmest,
        List<Wanted> attributes,
        Map<String, Long> withoutClasses) {
    /** @param version of the rule that says so */
    record Wanted(WantedAttribute attribute, long version) {}

    DemandTerms {
        attributes = List.copyOf(attributes);
        withoutClasses = Map.copyOf(withoutClasses);
    }

    static DemandTerms of(List<AllocationRule> rules, AllocationTerms.Asked asked) {
        Map<String, Wanted> attributes = new LinkedHashMap<>();
        Map<String, Long> classes = new LinkedHashMap<>();
        for (AllocationRule rule : rules) {
            rule.change().terms().demands().ifPresent(demands -> {
                demands.attributes()
                        .forEach(one -> attributes.putIfAbsent(one.attribute(), new Wanted(one, rule.version())));
                demands.withoutClasses().forEach(name -> classes.putIfAbsent(name, rule.version()));
            });
        }
        return new DemandTerms(
                asked.first(AllocationTerms.Term.MINIMUM_AGE, terms -> terms.demands()
                                .flatMap(LotDemands::minimumAgeDays))
                        .orElse(0),
                asked.first(AllocationTerms.Term.QUARANTINE, terms -> terms.demands()
                                .flatMap(LotDemands::quarantineDays))
                        .orElse(0),
                asked.first(
                        AllocationTerms.Term.COLDEST, terms -> terms.demands().flatMap(LotDemands::coldest)),
                asked.first(
                        AllocationTerms.Term.WARMEST, terms -> terms.demands().flatMap(LotDemands::warmest)),
                List.copyOf(attributes.values()),
                classes);
    }

    /** @return versions of the rules that name attributes or classes */
    Stream<Long> versions() {
        return Stream.concat(attributes.stream().map(Wanted::version), withoutClasses.values().stream());
    }

    boolean asksWhenReceived() {
        return quarantineDays > 0;
    }

    boolean asksTemperatures() {
        return coldest.isPresent() || warmest.isPresent();
    }

    /** @return true when the attributes of lots have to be read for it */
    boolean asksAttributes() {
        return attributes.stream()
                .anyMatch(one -> LotSaying.isToBeRead(one.attribute().attribute()));
    }
}
