package org.lottrace.api.planning;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.quantity.Quantity;

/**
 * What would have been wasted and filled if lots had gone out by each policy.
 *
 * @param question what was replayed
 * @param received what was there on the first day and came since; absent when there was nothing of the item
 * @param wanted what was shipped, consumed and sent to other own sites
 * @param results one for each policy
 */
public record RotationSimulation(
        SimulationQuestion question, Optional<Quantity> received, Optional<Quantity> wanted, List<Result> results) {
    public RotationSimulation {
        Objects.requireNonNull(question);
        Objects.requireNonNull(received);
        Objects.requireNonNull(wanted);
        results = List.copyOf(results);
    }

    /**
     * The result of a policy; of one that draws, the means over its runs.
     *
     * @param policy which lot went first
     * @param runs how often it was replayed, with the seeds from 1 on
     * @param wasted what expired on the shelf, 3 digits behind the point
     * @param wastedMargin half the width of its confidence interval of 95 percent; 0 for one run
     * @param wastedPercent share of what was received; absent when nothing was
     * @param filled what was given of what was wanted
     * @param filledMargin half the width of its confidence interval
     * @param filledPercent share of what was wanted; absent when nothing was
     */
    public record Result(
            IssuePolicy policy,
            int runs,
            Quantity wasted,
            Quantity wastedMargin,
            Optional<BigDecimal> wastedPercent,
            Quantity filled,
            Quantity filledMargin,
            Optional<BigDecimal> filledPercent) {
        public Result {
            Objects.requireNonNull(policy);
            Objects.requireNonNull(wasted);
            Objects.requireNonNull(wastedMargin);
            Objects.requireNonNull(wastedPercent);
            Objects.requireNonNull(filled);
            Objects.requireNonNull(filledMargin);
            Objects.requireNonNull(filledPercent);
        }
    }
}
