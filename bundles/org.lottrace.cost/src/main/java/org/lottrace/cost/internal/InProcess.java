package org.lottrace.cost.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.lot.LotKey;

/** What the entries of an order leave in process: of each lot that was consumed, and of what the order has absorbed. */
final class InProcess {
    private final Map<LotKey, CostedQuantity> lots = new HashMap<>();
    private Money absorbed;

    /** @param nothing no money */
    InProcess(Money nothing) {
        absorbed = nothing;
    }

    /** Lines on other accounts change nothing. */
    InProcess with(Collection<JournalLine> lines) {
        for (JournalLine line : lines) {
            if (line.account() == Account.WORK_IN_PROCESS) {
                lots.merge(line.lot().orElseThrow(), Books.costed(line), CostedQuantity::plus);
            } else if (line.account() == Account.CONVERSION_IN_PROCESS) {
                absorbed = absorbed.plus(line.amount());
            }
        }
        return this;
    }

    /** @return what is left of the lot; empty when it was never booked into this process */
    Optional<Layer> left(LotKey lot) {
        return Optional.ofNullable(lots.get(lot)).map(Layer::of);
    }

    /** @return what the order has absorbed and not yet passed on */
    Money absorbed() {
        return absorbed;
    }

    int size() {
        return lots.size();
    }
}
