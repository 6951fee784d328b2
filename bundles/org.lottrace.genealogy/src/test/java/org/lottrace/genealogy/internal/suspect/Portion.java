package org.lottrace.genealogy.internal.suspect;

import java.math.RoundingMode;
import java.util.Optional;
import org.lottrace.api.genealogy.SuspectQuantity;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;

/**
 * The suspect goods in some goods, in the unit of the seed.
 *
 * @param minimum there is at least this much
 * @param proportional there is this much if everything was mixed evenly
 * @param maximum there is at most this much
 * @param room the most that would fit into these goods, were they nothing but suspect; absent when nobody can tell, since
 *     something measured in another unit is in them
 */
public record Portion(Fraction minimum, Fraction proportional, Fraction maximum, Optional<Fraction> room) {
    /** No goods. */
    public static final Portion NOTHING = clean(Optional.of(Fraction.ZERO));

    /** @return goods without suspect ones */
    public static Portion clean(Optional<Fraction> room) {
        return new Portion(Fraction.ZERO, Fraction.ZERO, Fraction.ZERO, room);
    }

    /** @return goods that are all suspect */
    public static Portion all(Fraction quantity) {
        return new Portion(quantity, quantity, quantity, Optional.of(quantity));
    }

    /** @return both together */
    public Portion plus(Portion other) {
        return new Portion(
                minimum.plus(other.minimum).wieldy(RoundingMode.FLOOR),
                proportional.plus(other.proportional).wieldy(RoundingMode.HALF_EVEN),
                maximum.plus(other.maximum).wieldy(RoundingMode.CEILING),
                room.flatMap(own -> other.room.map(own::plus)).map(sum -> sum.wieldy(RoundingMode.CEILING)));
    }

    /** @return the same, with no more than what is suspect altogether: two draws may be the same goods */
    public Portion upTo(Fraction total) {
        return new Portion(minimum.min(total), proportional.min(total), maximum.min(total), room);
    }

    /** @return the same, with no less than what cannot be in either of two other places */
    public Portion atLeast(Portion all, Portion here, Portion there) {
        Fraction rest = all.minimum.minus(here.maximum).minus(there.maximum);
        return new Portion(minimum.max(rest.min(maximum)), proportional, maximum, room);
    }

    /** @return the same in goods that have at least this room */
    public Portion withRoom(Fraction atLeast) {
        return new Portion(minimum, proportional, maximum, room.map(own -> own.max(atLeast)));
    }

    public boolean isSuspect() {
        return maximum.isPositive();
    }

    public SuspectQuantity in(UnitOfMeasure unit) {
        return new SuspectQuantity(
                quantity(minimum, unit, RoundingMode.FLOOR),
                quantity(proportional, unit, RoundingMode.HALF_EVEN),
                quantity(maximum, unit, RoundingMode.CEILING));
    }

    private static Quantity quantity(Fraction amount, UnitOfMeasure unit, RoundingMode rounding) {
        return new Quantity(amount.decimal(Quantity.MAXIMUM_SCALE, rounding), unit);
    }
}
