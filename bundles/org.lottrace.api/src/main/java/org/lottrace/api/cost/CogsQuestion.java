package org.lottrace.api.cost;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;

/**
 * Which cost of goods sold is asked for.
 *
 * @param from the first accounting date that counts
 * @param to the last one
 * @param by what it is added up by
 * @param customer only what he bought
 * @param item only this one
 * @param orderLine only what was sold for it
 */
public record CogsQuestion(
        LocalDate from,
        LocalDate to,
        CogsGroup by,
        Optional<PartyId> customer,
        Optional<ItemNumber> item,
        Optional<OrderLineReference> orderLine) {
    public CogsQuestion {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        Objects.requireNonNull(by);
        Objects.requireNonNull(customer);
        Objects.requireNonNull(item);
        Objects.requireNonNull(orderLine);
    }

    /** @return the question for all that was sold */
    public static CogsQuestion ofAll(LocalDate from, LocalDate to, CogsGroup by) {
        return new CogsQuestion(from, to, by, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** @return true when it asks for a part only, which is not all that is on the account */
    public boolean isNarrowed() {
        return customer.isPresent() || item.isPresent() || orderLine.isPresent();
    }
}
