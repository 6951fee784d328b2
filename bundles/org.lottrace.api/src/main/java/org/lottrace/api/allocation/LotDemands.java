package org.lottrace.api.allocation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.quantity.Quantity;

/**
 * What a rule demands of lots besides their remaining life: their age, what was measured of them, and what a customer specifies.
 *
 * @param minimumAgeDays calendar days since its production that a lot must have on the day of delivery, as what ripens does; 0 or more.
 *     A lot without a production date is refused. Default none
 * @param quarantineDays calendar days, after the one on which the company first had it, before which a lot does not leave, judged on the
 *     day of delivery less the days on the road; 0 or more. Default none
 * @param coldest lowest temperature in {@code CEL} that may ever have been measured at the goods of the lot, in any event in force that
 *     names it, wherever that was; what was measured at the lots it was made of is not looked at. A lot of which nothing was measured
 *     is not refused. Default none
 * @param warmest highest one, likewise; default none
 * @param attributes what lots have to say, each attribute once: a lot of which nobody said it is refused. Of each attribute the most
 *     special rule that names it decides. Default nothing
 * @param withoutClasses classes of items, such as allergens ({@link org.lottrace.api.lot.Segregation#classes}), of which nothing goes to
 *     whom the rule is for; those of all rules count together, so that none can be lost to a more special rule. Default none
 */
public record LotDemands(
        Optional<Integer> minimumAgeDays,
        Optional<Integer> quarantineDays,
        Optional<Quantity> coldest,
        Optional<Quantity> warmest,
        List<WantedAttribute> attributes,
        List<String> withoutClasses) {
    /** Most attributes, and most classes, that a rule names. */
    public static final int MOST = 20;

    /** Demands nothing. */
    public static final LotDemands NONE = new LotDemands(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of());

    public LotDemands {
        Objects.requireNonNull(minimumAgeDays);
        Objects.requireNonNull(quarantineDays);
        Objects.requireNonNull(coldest);
        Objects.requireNonNull(warmest);
        attributes = List.copyOf(attributes);
        withoutClasses = List.copyOf(withoutClasses);
    }
}
