package org.lottrace.cost.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.lot.LotKey;

/**
 * What the entries of an order leave in process: of each lot that was consumed, and of what the order has absorbed. Lines are taken in their
 * order: a lot keeps the unit cost at which it came in ({@link Layer}).
 */
final class InProcess {
    private final Map<LotKey, Layer> lots = new HashMap<>();
    private Money absorbed;

    /** @param nothing no money */
    InProcess(Money nothing) {
        absorbed = nothing;
    }

    /**
     * Lines on other accounts change nothing.
     *
     * @param lines in the order in which they were booked, behind those before
     */
    InProcess with(Collection<JournalLine> lines) {
        for (JournalLine line : lines) {
            if (line.account() == Account.WORK_IN_PROCESS) {
                lots.merge(
                        line.lot().orElseThrow(),
                        Layer.of(Books.costed(line)),
                        (before, change) -> before.plus(change.left()));
            } else if (line.account() == Account.CONVERSION_IN_PROCESS) {
                absorbed = absorbed.plus(line.amount());
            }
        }
        return this;
    }

    /** @return what is left of the lot; empty when it was never booked into this process */
    Optional<Layer> left(LotKey lot) {
        return Optional.ofNullable(lots.get(lot));
    }

    /** @return what the order has absorbed and not yet passed on */
    Money absorbed() {
        return absorbed;
    }

    int size() {
        return lots.size();
    }
}
