package org.lottrace.cost.internal;

import java.util.Optional;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goods of a lot are worth that come from nowhere in the books: the unit cost of what is left of the lot or, when the
 * books have nothing left, of all that ever came in.
 */
final class UnitCost {
    private static final Logger LOG = LoggerFactory.getLogger(UnitCost.class);

    private UnitCost() {}

    /** @return nothing, with a warning, when the lot never had a cost */
    static CostedQuantity of(TraceEvent event, LotKey lot, Quantity quantity, Posting posting) {
        return new CostedQuantity(
                quantity,
                known(lot, quantity.unit(), posting)
                        .map(cost -> Issue.share(cost, quantity))
                        .orElseGet(() -> {
                            LOG.warn("lot without a cost, booked at zero event={} lot={}", event.id(), lot);
                            return posting.nothing(quantity.unit()).value();
                        }));
    }

    private static Optional<CostedQuantity> known(LotKey lot, UnitOfMeasure unit, Posting posting) {
        LotCost left = posting.cost(lot, unit);
        return left.quantity().isPositive()
                ? Optional.of(left.onStock().plus(left.inProcess()))
                : Inflow.of(lot, posting.books().ofLot(lot)).stream()
                        .map(Inflow::amount)
                        .reduce(CostedQuantity::plus);
    }
}
