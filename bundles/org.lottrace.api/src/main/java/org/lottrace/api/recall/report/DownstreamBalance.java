package org.lottrace.api.recall.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * What became of all that was shipped of a lot: shipped = returned + destroyed + on hand + used + unaccounted. In the base
 * unit.
 *
 * @param lot which lot
 * @param shipped to all consignees
 * @param returned by them
 * @param destroyed by them
 * @param onHand what they still have
 * @param used sold or used up by them
 */
public record DownstreamBalance(
        LotKey lot, Quantity shipped, Quantity returned, Quantity destroyed, Quantity onHand, Quantity used) {
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    public DownstreamBalance {
        Objects.requireNonNull(lot);
        Objects.requireNonNull(shipped);
        Objects.requireNonNull(returned);
        Objects.requireNonNull(destroyed);
        Objects.requireNonNull(onHand);
        Objects.requireNonNull(used);
    }

    /** @return what nobody knows about; negative when more is claimed than was shipped */
    public Quantity unaccounted() {
        return shipped.minus(returned).minus(destroyed).minus(onHand).minus(used);
    }

    /** @return (returned + destroyed + on hand) / shipped in percent, rounded down to one decimal; 100 when none was shipped */
    public BigDecimal recoveryPercent() {
        return percent(returned.plus(destroyed).plus(onHand).amount());
    }

    /** @return 1 − |unaccounted| / shipped in percent, rounded down to one decimal; 100 when none was shipped */
    public BigDecimal accountabilityPercent() {
        return percent(shipped.amount().subtract(unaccounted().amount().abs()));
    }

    private BigDecimal percent(BigDecimal part) {
        return shipped.isZero() ? HUNDRED : part.multiply(HUNDRED).divide(shipped.amount(), 1, RoundingMode.FLOOR);
    }
}
