package org.lottrace.api.cost;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * Where a part of a lot's cost came from: a receipt, or an ingredient lot with its own sources.
 *
 * @param event the event that brought it in
 * @param document its main document
 * @param ingredient the lot that was consumed; absent for a receipt or a count gain
 * @param quantity how much, of the ingredient or of the lot itself, in its base unit
 * @param value what it brought in
 * @param sources where all the cost of the ingredient came from, this part and others; empty for a receipt, and for an
 *     ingredient that is opened elsewhere in the same answer, nearer to the top: each lot is opened once, so loops end
 */
public record CostSource(
        EventId event,
        DocumentReference document,
        Optional<LotKey> ingredient,
        Quantity quantity,
        Money value,
        List<CostSource> sources) {
    public CostSource {
        Objects.requireNonNull(event);
        Objects.requireNonNull(document);
        Objects.requireNonNull(ingredient);
        Objects.requireNonNull(quantity);
        Objects.requireNonNull(value);
        sources = List.copyOf(sources);
    }
}
