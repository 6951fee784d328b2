package org.lottrace.api.cost;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.lot.LotKey;

/**
 * A lot on stock at the end of a day, as an accountant looks at it.
 *
 * @param lot which lot
 * @param onStock quantity and value, in the functional currency
 * @param since accounting date of its first entry; no time zone
 * @param expiry as marked on the goods; absent when it has none
 * @param usual what the quantity would be worth at the average of the other lots of the item; absent when there is none on stock
 * @param findings what is to be looked at, in the order of {@link LotFinding}
 */
public record ReviewedLot(
        LotKey lot,
        CostedQuantity onStock,
        LocalDate since,
        Optional<LocalDate> expiry,
        Optional<Money> usual,
        List<LotFinding> findings) {
    public ReviewedLot {
        Objects.requireNonNull(lot);
        Objects.requireNonNull(onStock);
        Objects.requireNonNull(since);
        Objects.requireNonNull(expiry);
        Objects.requireNonNull(usual);
        findings = List.copyOf(findings);
    }
}
