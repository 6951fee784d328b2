package org.lottrace.api.lot;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be known and kept of every lot of an item. What is absent is as usual.
 *
 * @param tracking by what its goods are told apart; usually by lot
 * @param counting in what quantities it is kept; usually in any
 * @param shelfLifeFrom from when its shelf life counts; usually from production
 * @param dateKind what its expiry is on the label; usually a use-by date
 * @param mandatory names of the key data elements without which no lot of it is received or made: those that say something of
 *     a lot, and {@code productionDate}, {@code expiryDate} and {@code supplierLotNumber}
 * @param catchWeightPercent for an item that is counted by {@link Counting#CATCH_WEIGHT}: percent, 0 to 1000, by which the weight of a
 *     piece may differ from the mean of what came of its lot; usually what is set for all ({@code catch.weight.percent});
 *     an item that is counted otherwise is refused with it
 */
public record ItemProfile(
        Optional<TrackingMode> tracking,
        Optional<Counting> counting,
        Optional<ShelfLifeStart> shelfLifeFrom,
        Optional<DateKind> dateKind,
        Set<String> mandatory,
        Optional<Integer> catchWeightPercent) {
    private static final int MOST_PERCENT = 1000;

    /** Everything as usual. */
    public static final ItemProfile USUAL =
            new ItemProfile(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Set.of());

    /** With the tolerance of catch weights that is set for all. */
    public ItemProfile(
            Optional<TrackingMode> tracking,
            Optional<Counting> counting,
            Optional<ShelfLifeStart> shelfLifeFrom,
            Optional<DateKind> dateKind,
            Set<String> mandatory) {
        this(tracking, counting, shelfLifeFrom, dateKind, mandatory, Optional.empty());
    }

    /** @throws IllegalArgumentException if the percentage is not 0 to 1000 */
    public ItemProfile {
        Objects.requireNonNull(tracking);
        Objects.requireNonNull(counting);
        Objects.requireNonNull(shelfLifeFrom);
        Objects.requireNonNull(dateKind);
        mandatory = Set.copyOf(mandatory);
        catchWeightPercent
                .filter(percent -> percent < 0 || percent > MOST_PERCENT)
                .ifPresent(percent -> {
                    throw new IllegalArgumentException(
                            "the tolerance of a catch weight is 0 to " + MOST_PERCENT + " percent, not " + percent);
                });
    }

    /** @return true when that is said */
    public boolean is(TrackingMode mode) {
        return tracking.orElse(TrackingMode.LOT) == mode;
    }

    /** @return true when that is said */
    public boolean is(Counting kind) {
        return counting.orElse(Counting.FRACTIONS) == kind;
    }

    /** @return from when the shelf life counts */
    public ShelfLifeStart start() {
        return shelfLifeFrom.orElse(ShelfLifeStart.PRODUCTION);
    }
}
