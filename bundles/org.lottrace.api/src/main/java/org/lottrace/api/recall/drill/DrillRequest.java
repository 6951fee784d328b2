package org.lottrace.api.recall.drill;

import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.lot.LotKey;

/**
 * What to practise.
 *
 * @param actor who runs the drill; never blank
 * @param lot the lot to recall; absent to have one chosen
 * @param target what to choose from; not used when the lot is given
 * @param seed decides the choice: the same seed chooses the same lot as long as no lots are added; absent to take the time
 */
public record DrillRequest(String actor, Optional<LotKey> lot, Drill.Target target, Optional<Long> seed) {
    /** @throws IllegalArgumentException if nobody is named */
    public DrillRequest {
        Objects.requireNonNull(lot);
        Objects.requireNonNull(target);
        Objects.requireNonNull(seed);
        if (actor.isBlank()) {
            throw new IllegalArgumentException("a drill is run by somebody: name the actor");
        }
    }
}
