package org.lottrace.api.planning;

import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Operations;
import org.osgi.annotation.versioning.ProviderType;

/** Replays the company's own history under several policies. Reads only. */
@ProviderType
public interface RotationSimulations {
    /** How often a policy that draws is replayed. */
    int RUNS = 20;

    /** So many lots and days are read for one answer. */
    int MOST_READ = 20_000;

    /**
     * Each day what came is there, what is expired is thrown away, and what was shipped, consumed and sent to other own sites is wanted;
     * what is not there is lost. Splits, counts and disposals are not replayed. What
     * was on stock at the site when the first day began is there. Dates are those that are known now.
     *
     * @throws org.lottrace.api.operation.TooMuchException if there is more to read than {@value #MOST_READ} lots or days
     */
    @Operation(name = "rotation-simulation.replay", refusals = Operations.TOO_MUCH_AT_ONCE)
    RotationSimulation replay(SimulationQuestion question);
}
