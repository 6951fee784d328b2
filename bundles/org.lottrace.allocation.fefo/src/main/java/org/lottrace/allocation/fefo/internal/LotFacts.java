package org.lottrace.allocation.fefo.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.allocation.store.MeasuredTemperatures;
import org.lottrace.api.event.KeyDatum;

/**
 * What rules ask of a lot that it does not say itself; each is there only where a rule asks.
 *
 * @param received the day, at the site that delivers, on which the company first had it
 * @param attributes what is known of it now
 * @param measured temperatures of its goods
 */
record LotFacts(Optional<LocalDate> received, List<KeyDatum> attributes, Optional<MeasuredTemperatures> measured) {
    /** Of a lot of which no rule asks anything. */
    static final LotFacts NONE = new LotFacts(Optional.empty(), List.of(), Optional.empty());

    LotFacts {
        Objects.requireNonNull(received);
        attributes = List.copyOf(attributes);
        Objects.requireNonNull(measured);
    }
}
