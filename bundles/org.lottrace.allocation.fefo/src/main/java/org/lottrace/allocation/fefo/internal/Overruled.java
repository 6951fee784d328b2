package org.lottrace.allocation.fefo.internal;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.store.AllocationDecisionStore;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.lot.LotKey;

/** What somebody took for the lines of an order although a rule was against it, wherever the goods are by now. */
final class Overruled {
    /** As many decisions of an order are looked at. */
    private static final int MOST_DECISIONS = 1_000;

    private final Set<Choice> choices;

    private record Choice(OrderLineReference line, LotKey lot) {}

    private Overruled(Set<Choice> choices) {
        this.choices = choices;
    }

    static Overruled of(AllocationDecisionStore decisions, DocumentReference order) {
        return of(decisions.ofOrder(order, Optional.empty(), MOST_DECISIONS));
    }

    static Overruled of(Collection<AllocationDecision> decisions) {
        return new Overruled(decisions.stream()
                .filter(decision -> decision.deviation().isPresent())
                .flatMap(decision -> decision.candidates().stream()
                        .filter(candidate -> candidate.taken().isPositive())
                        .map(candidate -> new Choice(decision.orderLine(), candidate.lot())))
                .collect(Collectors.toSet()));
    }

    boolean isWanted(OrderLineReference line, LotKey lot) {
        return choices.contains(new Choice(line, lot));
    }
}
