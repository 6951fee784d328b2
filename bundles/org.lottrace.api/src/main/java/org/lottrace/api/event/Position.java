package org.lottrace.api.event;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.id.Sscc;

/**
 * A place and, when the goods are on a pallet or in a case, that logistic unit.
 *
 * @param place where
 * @param container the logistic unit; absent for loose goods
 */
public record Position(Place place, Optional<Sscc> container) implements Comparable<Position> {
    private static final Comparator<Position> ORDER = Comparator.comparing(
                    (Position p) -> p.place().kind())
            .thenComparing(p -> p.place().code())
            .thenComparing(p -> p.container().map(Sscc::value).orElse(""));

    public Position {
        Objects.requireNonNull(place);
        Objects.requireNonNull(container);
    }

    /** @return loose goods at that place */
    public static Position at(Place place) {
        return new Position(place, Optional.empty());
    }

    /** @return goods in that logistic unit at that place */
    public static Position at(Place place, Sscc container) {
        return new Position(place, Optional.of(container));
    }

    /** A total order without meaning, for stable lists and for locking in one order. */
    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return place + container.map(sscc -> " (00)" + sscc).orElse("");
    }
}
