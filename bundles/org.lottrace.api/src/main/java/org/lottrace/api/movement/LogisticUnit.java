package org.lottrace.api.movement;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.id.Sscc;

/**
 * A logistic unit as it is now, or was.
 *
 * @param unit which
 * @param in the units in which it is, the one around it first
 * @param nested what is in it, at every level: which unit in which
 * @param content the goods in it and in all units in it; those that have left are not among them
 * @param place where it is: the place of its goods, or the party to whom it went; absent when it is empty
 */
public record LogisticUnit(
        Sscc unit, List<Sscc> in, List<NestedUnit> nested, List<StockBalance> content, Optional<Place> place) {
    public LogisticUnit {
        Objects.requireNonNull(unit);
        in = List.copyOf(in);
        nested = List.copyOf(nested);
        content = List.copyOf(content);
        Objects.requireNonNull(place);
    }
}
