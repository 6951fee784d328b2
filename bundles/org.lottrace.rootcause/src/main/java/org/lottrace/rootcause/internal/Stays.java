package org.lottrace.rootcause.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.quantity.Quantity;

/** How long goods of one lot stood in a location: from the day the first of what is there came until some of it leaves. */
final class Stays {
    private final Map<Place, Stay> stays = new HashMap<>();

    private record Stay(LocalDate since, Quantity left) {}

    /** @return how it stood at the place the line takes it from; empty for less than a day, or no location */
    Optional<String> take(EventLine line, LocalDate day) {
        Place from = line.from().place();
        Place to = line.to().place();
        if (from.equals(to)) {
            return Optional.empty();
        }
        Optional<String> stood = Optional.ofNullable(stays.get(from))
                .map(stay -> ChronoUnit.DAYS.between(stay.since(), day))
                .filter(days -> days > 0)
                .map(days -> "stood " + DayClass.of(days) + " at " + from.code());
        stays.computeIfPresent(from, (place, stay) -> without(stay, line.quantity()));
        if (to.kind() == PlaceKind.LOCATION) {
            stays.merge(
                    to,
                    new Stay(day, line.quantity()),
                    (stay, more) -> new Stay(stay.since(), stay.left().plus(more.left())));
        }
        return stood;
    }

    /** @return what is left; null when nothing is */
    private static Stay without(Stay stay, Quantity gone) {
        Quantity left = stay.left().minus(gone);
        return left.isPositive() ? new Stay(stay.since(), left) : null;
    }
}
