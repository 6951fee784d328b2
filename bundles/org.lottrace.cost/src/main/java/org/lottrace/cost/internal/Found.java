package org.lottrace.cost.internal;

import java.util.Optional;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.quantity.Quantity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goods that are there and were bought by nobody. They are worth the lot's unit cost: of what is left or, when the books have
 * nothing left, of all that ever came in.
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
        Money value =
                known(line, posting).map(cost -> Issue.share(cost, quantity)).orElseGet(otherwise);
        CostedQuantity found = new CostedQuantity(quantity, value);
        posting.debit(Account.INVENTORY, line.lot(), found, line.orderLine());
        posting.credit(account, line.lot(), found, line.orderLine());
    }

    private static Optional<CostedQuantity> known(EventLine line, Posting posting) {
        LotCost left = posting.cost(line.lot(), line.quantity().unit());
        return left.quantity().isPositive()
                ? Optional.of(left.onStock().plus(left.inProcess()))
                : Inflow.of(line.lot(), posting.books().ofLot(line.lot())).stream()
                        .map(Inflow::amount)
                        .reduce(CostedQuantity::plus);
    }
}
