package org.lottrace.api.movement.store;

import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.movement.NestedUnit;

/**
 * For how long a logistic unit was in another one.
 *
 * @param nested which in which
 * @param from ledger position of the event that put it there
 * @param until ledger position of the event that took it out; absent while it is there
 */
public record UnitStay(NestedUnit nested, long from, Optional<Long> until) {
    public UnitStay {
        Objects.requireNonNull(nested);
        Objects.requireNonNull(until);
    }
}
