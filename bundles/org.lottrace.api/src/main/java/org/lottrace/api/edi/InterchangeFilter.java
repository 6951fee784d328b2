package org.lottrace.api.edi;

import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.partner.EdiAddress;

/**
 * Which records of the interchange log are meant: those for which everything holds that is given.
 *
 * @param direction which way
 * @param status what became of it
 * @param partner who sent or received it
 */
public record InterchangeFilter(
        Optional<Direction> direction, Optional<InterchangeStatus> status, Optional<EdiAddress> partner) {
    /** All of them. */
    public static final InterchangeFilter ALL =
            new InterchangeFilter(Optional.empty(), Optional.empty(), Optional.empty());

    public InterchangeFilter {
        Objects.requireNonNull(direction);
        Objects.requireNonNull(status);
        Objects.requireNonNull(partner);
    }
}
