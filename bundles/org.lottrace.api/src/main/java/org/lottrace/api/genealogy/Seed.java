package org.lottrace.api.genealogy;

import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * Where a trace begins.
 *
 * @param lot which lot; one that is unknown gives an answer with only itself
 * @param suspect how much of it is suspect, in its base unit, such as 10 kg in a tank of 100 kg; absent when all of it is
 */
public record Seed(LotKey lot, Optional<Quantity> suspect) {
    /** @throws IllegalArgumentException if the suspect quantity is not greater than zero */
    public Seed {
        Objects.requireNonNull(lot);
        suspect.filter(quantity -> !quantity.isPositive()).ifPresent(quantity -> {
            throw new IllegalArgumentException("more than nothing is suspect in " + lot + ", not " + quantity);
        });
    }

    /** @return all of that lot */
    public static Seed of(LotKey lot) {
        return new Seed(lot, Optional.empty());
    }

    /** @return that much of that lot, nobody knows which part of it */
    public static Seed of(LotKey lot, Quantity suspect) {
        return new Seed(lot, Optional.of(suspect));
    }
}
