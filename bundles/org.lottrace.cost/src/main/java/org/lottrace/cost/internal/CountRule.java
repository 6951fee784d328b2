package org.lottrace.cost.internal;

import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.TraceEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Count differences against INVENTORY_ADJUSTMENT. What was found is worth the lot's unit cost: of what is left or, when
 * the books have nothing left, of all that ever came in. Gains are booked before losses, so that goods found at another
 * location than the books say change no value.
 */
final class CountRule implements BookingRule {
    private static final Logger LOG = LoggerFactory.getLogger(CountRule.class);

    private final IssueRule loss = new IssueRule(Account.INVENTORY_ADJUSTMENT, PlaceKind.COUNT_DIFFERENCE);

    @Override
    public void book(TraceEvent event, Posting posting) {
        for (EventLine line : event.lines()) {
            boolean isGain =
                    line.from().place().kind() == PlaceKind.COUNT_DIFFERENCE && BookingRule.isInventory(line.to());
            if (isGain) {
                gain(event, line, posting);
            } else if (!loss.fits(line)) {
                throw BookingRule.unexpected(event, line);
            }
        }
        event.lines().stream()
                .filter(line -> line.to().place().kind() == PlaceKind.COUNT_DIFFERENCE)
                .forEach(line -> loss.issue(line, posting));
    }

    private static void gain(TraceEvent event, EventLine line, Posting posting) {
        Money value = known(line, posting)
                .map(cost -> Issue.share(cost, line.quantity()))
                .orElseGet(() -> {
                    LOG.warn("count gain without a cost, booked at zero event={} lot={}", event.id(), line.lot());
                    return posting.nothing(line.quantity().unit()).value();
                });
        CostedQuantity found = new CostedQuantity(line.quantity(), value);
        posting.debit(Account.INVENTORY, line.lot(), found, line.orderLine());
        posting.credit(Account.INVENTORY_ADJUSTMENT, line.lot(), found, line.orderLine());
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
