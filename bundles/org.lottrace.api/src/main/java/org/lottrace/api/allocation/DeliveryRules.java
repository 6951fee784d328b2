package org.lottrace.api.allocation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.operation.Refusals;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.violation.Violation;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What the rules of allocation have against a lot for a customer, whichever way it would go there: allocation, picking and shipping
 * ask this one judge, so that all refuse for the same reasons, in the same words, naming the version of the rule. It comes on top of
 * {@link org.lottrace.api.quality.LotUsability}. Each call joins the caller's unit of work or opens one; nothing is written.
 */
@Refusals({
    "REMAINING_LIFE_BELOW_RULE",
    "REMAINING_LIFE_UNKNOWN",
    "BLOCKED_BEFORE_EXPIRY",
    "OLDER_THAN_LAST_DELIVERY",
    "LOTS_DISAGREE",
    "TOO_YOUNG",
    "AGE_UNKNOWN",
    "IN_QUARANTINE",
    "TEMPERATURE_EXCEEDED",
    "ATTRIBUTE_NOT_WANTED",
    "CLASS_NOT_WANTED"
})
@ProviderType
public interface DeliveryRules {
    /**
     * @param day the day at the site on which goods leave
     * @return for each item of the order the day on which its lots must still be good: the day of delivery, or the day on which goods
     *     that leave on that day arrive, when that is later
     */
    Map<ItemNumber, LocalDate> arrivals(SalesOrder order, LocalDate day);

    /**
     * What somebody took against the rules and said why ({@link AllocationDecisions#takeOther}), no rule forbids for that order line.
     *
     * @param wanted lots of items of the order; one of another item has nothing against it. Those of one line go together: where a rule
     *     wants them to agree in an attribute and they do not, each of them has {@code LOTS_DISAGREE}
     * @param day the day at the site on which goods leave
     * @param moment what the customer got later does not count
     * @return what speaks against each, with the path {@code lot}; without those that may go
     */
    Map<Wanted, List<Violation>> against(SalesOrder order, Collection<Wanted> wanted, LocalDate day, Instant moment);

    /**
     * A lot that is to leave for an order line.
     *
     * @param orderLine number of the line
     * @param lot which lot
     */
    record Wanted(int orderLine, Lot lot) {
        public Wanted {
            Objects.requireNonNull(lot);
        }
    }
}
