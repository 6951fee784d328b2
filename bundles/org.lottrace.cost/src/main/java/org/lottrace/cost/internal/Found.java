package org.lottrace.cost.internal;

import java.util.Optional;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.quantity.Quantity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goods that are there and were bought by nobody. They are worth the lot's unit cost, which it keeps when nothing is left: what was
 * counted to nought and is found again is worth what was written off. Only where none is kept it is that of all that ever came in.
 */
final class Found {
    private static final Logger LOG = LoggerFactory.getLogger(Found.class);

    private Found() {}

    /** Books a quantity of the line from the account to INVENTORY. */
    static void book(Account account, TraceEvent event, EventLine line, Quantity quantity, Posting posting) {
        book(account, event, line, quantity, posting, () -> {
            LOG.warn("found without a cost, booked at zero event={} lot={}", event.id(), line.lot());
            return posting.nothing(quantity.unit()).value();
        });
    }

    /** @param otherwise what it is worth when the lot never had a cost */
    static void book(
            Account account,
            TraceEvent event,
            EventLine line,
            Quantity quantity,
            Posting posting,
            Supplier<Money> otherwise) {
        CostedQuantity found =
                known(line, quantity, posting).orElseGet(() -> new CostedQuantity(quantity, otherwise.get()));
        posting.debit(Account.INVENTORY, line.lot(), found, line.orderLine());
        posting.credit(account, line.lot(), found, line.orderLine());
    }

    private static Optional<CostedQuantity> known(EventLine line, Quantity quantity, Posting posting) {
        Layer onStock = posting.onStock(line.lot(), quantity.unit());
        return onStock.hasUnitCost()
                ? Optional.of(onStock.found(quantity))
                : Revaluing.worth(line.lot().item(), quantity, posting)
                        .or(() -> Inflow.of(line.lot(), posting.books().ofLot(line.lot())).stream()
                                .map(Inflow::amount)
                                .reduce(CostedQuantity::plus)
                                .filter(all -> all.quantity()
                                        .isPositive()) // a cost may be all that is left of goods that never came
                                .map(all -> new CostedQuantity(quantity, Layer.share(all, quantity))));
    }
}
