package org.lottrace.cost.internal;

import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.cost.store.PeriodStore.Flow;

/** The lines at the end of an entry that spread the value of an item over its lots ({@link Revaluing}): nothing came in or went out by them. */
final class SpreadLines {
    private SpreadLines() {}

    /** @return the lines of a production without them: it tells what an output is worth before that */
    static List<JournalLine> without(JournalEntry production) {
        List<JournalLine> lines = production.lines();
        int end = lines.size();
        while (end > 0 && isSpread(lines.get(end - 1))) {
            end--;
        }
        return lines.subList(0, end);
    }

    private static boolean isSpread(JournalLine line) {
        return line.account() == Account.INVENTORY
                && line.quantity().filter(quantity -> quantity.isZero()).isPresent();
    }

    /** @return the lines of an item at weighted average without the most of them at the end that are nothing together */
    static List<Flow> without(List<Flow> lines) {
        int end = lines.size();
        Optional<Money> sum = Optional.empty();
        for (int i = lines.size() - 1; i >= 0 && isSpread(lines.get(i)); i--) {
            CostedQuantity amount = lines.get(i).amount();
            sum = Optional.of(sum.map(amount.value()::plus).orElse(amount.value()));
            end = sum.get().isZero() ? i : end;
        }
        return lines.subList(0, end);
    }

    private static boolean isSpread(Flow line) {
        return line.account() == Account.INVENTORY && line.amount().quantity().isZero();
    }
}
