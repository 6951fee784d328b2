package org.lottrace.api.planning;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.quantity.Quantity;

/**
 * How well lots were rotated in some days, each figure with its rows in {@link RotationMeasures}. Shares are percentages with one digit behind
 * the point, rounded half up, and absent when there is nothing to have a share of.
 *
 * @param question what was asked
 * @param fill how orders were filled
 * @param waste what was lost because it expired
 * @param life how fresh goods were on delivery
 * @param rotation whether earlier lots were passed over
 * @param expiring what expires soon now, the nearest first; each lot once, where it comes first
 * @param ledgerPosition every event up to it is taken into account
 */
public record Measures(
        MeasureQuestion question,
        Fill fill,
        Waste waste,
        Life life,
        Rotation rotation,
        List<Expiring> expiring,
        long ledgerPosition) {
    public Measures {
        Objects.requireNonNull(question);
        Objects.requireNonNull(fill);
        Objects.requireNonNull(waste);
        Objects.requireNonNull(life);
        Objects.requireNonNull(rotation);
        expiring = List.copyOf(expiring);
    }

    /**
     * How orders that were to be there in these days were filled in time.
     *
     * @param orders how many orders have such a line
     * @param fullOrders of how many all these lines were filled
     * @param ordersPercent share of these
     * @param lines how many lines there are
     * @param fullLines how many were filled
     * @param linesPercent share of these
     * @param quantities ordered and filled, for each base unit
     */
    public record Fill(
            long orders,
            long fullOrders,
            Optional<BigDecimal> ordersPercent,
            long lines,
            long fullLines,
            Optional<BigDecimal> linesPercent,
            List<UnitFill> quantities) {
        public Fill {
            Objects.requireNonNull(ordersPercent);
            Objects.requireNonNull(linesPercent);
            quantities = List.copyOf(quantities);
        }
    }

    /**
     * How much of what was ordered in one unit was filled.
     *
     * @param ordered how much was ordered
     * @param filled how much of it left in time
     * @param percent share of that
     */
    public record UnitFill(Quantity ordered, Quantity filled, Optional<BigDecimal> percent) {
        public UnitFill {
            Objects.requireNonNull(ordered);
            Objects.requireNonNull(filled);
            Objects.requireNonNull(percent);
        }
    }

    /**
     * What was lost because it expired, against what came from suppliers and production.
     *
     * @param quantities for each base unit
     * @param received value of what came, as the journal has it; absent when it has nothing
     * @param wasted value of what was destroyed and of what lies there expired; absent when nothing has a value
     * @param percent share of that
     * @param withoutValue how many rows have no value, and are missing in it
     */
    public record Waste(
            List<UnitWaste> quantities,
            Optional<Money> received,
            Optional<Money> wasted,
            Optional<BigDecimal> percent,
            long withoutValue) {
        public Waste {
            quantities = List.copyOf(quantities);
            Objects.requireNonNull(received);
            Objects.requireNonNull(wasted);
            Objects.requireNonNull(percent);
        }
    }

    /**
     * Waste in one unit.
     *
     * @param received what came
     * @param destroyed what was destroyed after its expiry
     * @param onStock what expired in these days and is still there
     * @param percent share of what was destroyed or lies there
     */
    public record UnitWaste(Quantity received, Quantity destroyed, Quantity onStock, Optional<BigDecimal> percent) {
        public UnitWaste {
            Objects.requireNonNull(received);
            Objects.requireNonNull(destroyed);
            Objects.requireNonNull(onStock);
            Objects.requireNonNull(percent);
        }
    }

    /**
     * How fresh goods were on delivery. Each lot of each shipped order line counts once.
     *
     * @param deliveries how many there are
     * @param withoutExpiry how many of them have no expiry, and do not count
     * @param meanDays mean of the days left, one digit behind the point
     * @param leastDays the fewest
     * @param meanPercent mean share of the whole life that was left
     * @param leastPercent the smallest
     */
    public record Life(
            long deliveries,
            long withoutExpiry,
            Optional<BigDecimal> meanDays,
            Optional<Integer> leastDays,
            Optional<BigDecimal> meanPercent,
            Optional<BigDecimal> leastPercent) {
        public Life {
            Objects.requireNonNull(meanDays);
            Objects.requireNonNull(leastDays);
            Objects.requireNonNull(meanPercent);
            Objects.requireNonNull(leastPercent);
        }
    }

    /**
     * Whether earlier lots were passed over, and how many lots it took.
     *
     * @param violations deliveries for which an earlier lot stayed and nothing explains it
     * @param deviations deliveries for which one stayed because somebody wanted another, with a reason
     * @param explained deliveries for which one stayed by a rule
     * @param violationsPercent share of the violations in all deliveries
     * @param lotsPerLine mean number of lots on a shipped order line, two digits behind the point
     */
    public record Rotation(
            long violations,
            long deviations,
            long explained,
            Optional<BigDecimal> violationsPercent,
            Optional<BigDecimal> lotsPerLine) {
        public Rotation {
            Objects.requireNonNull(violationsPercent);
            Objects.requireNonNull(lotsPerLine);
        }
    }

    /**
     * Lots on stock that expire within some days from today.
     *
     * @param days the most days left; -1 for what is expired
     * @param lots how many, each counted once for a site
     * @param value what they cost; absent when the books do not say of any
     * @param withoutValue how many have no value, and are missing in it
     */
    public record Expiring(int days, long lots, Optional<Money> value, long withoutValue) {
        public Expiring {
            Objects.requireNonNull(value);
        }
    }
}
