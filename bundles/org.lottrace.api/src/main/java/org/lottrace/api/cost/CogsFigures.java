package org.lottrace.api.cost;

import java.util.List;
import java.util.Objects;
import org.joda.money.Money;

/**
 * Cost of goods sold of some days.
 *
 * @param total of all that was asked for, also of what is on other pages
 * @param account what the entries of these days changed on {@link Account#COST_OF_GOODS_SOLD}: the same as the net of {@code total}
 *     unless a part was asked for
 * @param rows a page of its parts, the dearest first
 */
public record CogsFigures(CogsFigure total, Money account, List<CogsFigure> rows) {
    public CogsFigures {
        Objects.requireNonNull(total);
        Objects.requireNonNull(account);
        rows = List.copyOf(rows);
    }
}
