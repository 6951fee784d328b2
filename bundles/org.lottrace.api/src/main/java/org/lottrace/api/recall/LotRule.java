package org.lottrace.api.recall;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Lot;

/**
 * Makes every lot of an item a suspect that was made at a place and time. A lot without production date fits only a rule
 * without dates.
 *
 * @param item the item
 * @param madeAt the own site that made it; absent for any lot, received ones included
 * @param from first production date
 * @param to last production date
 */
public record LotRule(ItemNumber item, Optional<SiteId> madeAt, Optional<LocalDate> from, Optional<LocalDate> to) {
    public LotRule {
        Objects.requireNonNull(item);
        Objects.requireNonNull(madeAt);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
    }

    /** @return true when the lot is a suspect */
    public boolean fits(Lot lot) {
        return lot.key().item().equals(item)
                && (madeAt.isEmpty() || madeAt.equals(lot.madeAt()))
                && from.map(first -> lot.productionDate()
                                .filter(day -> !day.isBefore(first))
                                .isPresent())
                        .orElse(true)
                && to.map(last -> lot.productionDate()
                                .filter(day -> !day.isAfter(last))
                                .isPresent())
                        .orElse(true);
    }

    @Override
    public String toString() {
        return item
                + madeAt.map(site -> " made at " + site).orElse("")
                + from.map(day -> " from " + day).orElse("")
                + to.map(day -> " to " + day).orElse("");
    }
}
