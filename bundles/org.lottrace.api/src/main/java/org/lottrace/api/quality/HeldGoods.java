package org.lottrace.api.quality;

import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.Sscc;

/**
 * Which goods of a lot are held, when it is not all of it.
 *
 * @param location a location of the site of the event: what is there
 * @param container a logistic unit there, when only what is in it is held; the hold goes along with it
 */
public record HeldGoods(LocationId location, Optional<Sscc> container) {
    public HeldGoods {
        Objects.requireNonNull(location);
        Objects.requireNonNull(container);
    }
}
