package org.lottrace.api.allocation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.quantity.Quantity;

/**
 * What was looked at and chosen for an order line in one allocation, kept as it was then.
 *
 * @param number grows with time
 * @param orderLine the line
 * @param item what was looked for
 * @param at when
 * @param delivery the day on which lots had to be good; of what was lost any day
 * @param rotation which lot went first
 * @param rules versions of the rules that decided something; none when everything was default
 * @param needed what the line still wanted, in the base unit
 * @param candidates what was looked at, in the order in which it was; everything up to {@link #MOST_CANDIDATES}. A wave does not look at
 *     lots that expire after enough
 * @param leftOut how many candidates are not kept, none of which gave anything
 * @param deviation who wanted another lot than the first ones, and why; absent when the rules chose
 */
public record AllocationDecision(
        long number,
        OrderLineReference orderLine,
        ItemNumber item,
        Instant at,
        LocalDate delivery,
        Rotation rotation,
        List<Long> rules,
        Quantity needed,
        List<Candidate> candidates,
        int leftOut,
        Optional<Deviation> deviation) {
    /** Of more candidates those are kept that gave something, and the first others. */
    public static final int MOST_CANDIDATES = 200;

    /** Reason beside goods that an order lost without asking. */
    public static final String RESERVATION_LOST = "RESERVATION_LOST";

    public AllocationDecision {
        Objects.requireNonNull(orderLine);
        Objects.requireNonNull(item);
        Objects.requireNonNull(at);
        Objects.requireNonNull(delivery);
        Objects.requireNonNull(rotation);
        Objects.requireNonNull(needed);
        Objects.requireNonNull(deviation);
        rules = List.copyOf(rules);
        candidates = List.copyOf(candidates);
    }

    /** @return true when it tells of goods that the line lost, of which {@link #needed} says how much; nothing was chosen then */
    public boolean isLoss() {
        return candidates.stream()
                .flatMap(candidate -> candidate.reasons().stream())
                .anyMatch(reason -> reason.code().equals(RESERVATION_LOST));
    }

    /**
     * A choice against the rules.
     *
     * @param by who
     * @param reason why
     */
    public record Deviation(String by, String reason) {
        public Deviation {
            Objects.requireNonNull(by);
            Objects.requireNonNull(reason);
        }
    }
}
