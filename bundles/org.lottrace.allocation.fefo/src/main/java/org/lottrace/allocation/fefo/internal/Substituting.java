package org.lottrace.allocation.fefo.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.allocation.Candidate;
import org.lottrace.api.allocation.Substitute;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/** What is free of a substitute for a line that is short, in whole steps of the ratio. */
final class Substituting {
    private Substituting() {}

    /**
     * @param candidates what was looked at, with what is taken of it
     * @param replaced so much of the ordered item, in its base unit
     * @param instead so much of the substitute, in its base unit
     */
    record Part(List<Candidate> candidates, Quantity replaced, Quantity instead) {}

    /**
     * @param missing what the line is short by, in its base unit
     * @param already lots that the line of the substitute has
     * @return the most that can be had; empty when that is not one step, or the substitute is not locked
     */
    static Optional<Part> of(LockedOrder locked, Substitute substitute, Quantity missing, Set<LotKey> already) {
        ItemNumber item = substitute.item();
        if (!locked.terms().items().contains(item)
                || !locked.terms()
                        .item(item)
                        .baseUnit()
                        .equals(substitute.instead().unit())
                || !missing.unit().equals(substitute.ordered().unit())) {
            return Optional.empty();
        }
        BigDecimal steps = steps(missing, substitute.ordered());
        while (steps.signum() > 0) {
            Quantity wanted = times(substitute.instead(), steps);
            List<Candidate> candidates = locked.choose(item, wanted, already);
            Quantity taken =
                    candidates.stream().map(Candidate::taken).reduce(Quantity.zero(wanted.unit()), Quantity::plus);
            if (taken.compareTo(wanted) == 0) {
                return Optional.of(new Part(candidates, times(substitute.ordered(), steps), wanted));
            }
            // a rule for few lots or whole units may give less of less
            steps = steps.subtract(BigDecimal.ONE).min(steps(taken, substitute.instead()));
        }
        return Optional.empty();
    }

    private static BigDecimal steps(Quantity quantity, Quantity step) {
        return quantity.amount().divideToIntegralValue(step.amount());
    }

    private static Quantity times(Quantity step, BigDecimal steps) {
        return new Quantity(step.amount().multiply(steps), step.unit());
    }
}
