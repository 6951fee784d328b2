package org.lottrace.allocation.fefo.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.partner.Party;
import org.lottrace.api.quality.LotUsability;
import org.lottrace.api.quality.Purpose;

/** What the site of an order has for it. */
final class SiteOffers {
    private final LotStore lots;
    private final StockOnHand stock;
    private final ReservationStore reservations;
    private final LotUsability usability;

    SiteOffers(LotStore lots, StockOnHand stock, ReservationStore reservations, LotUsability usability) {
        this.lots = lots;
        this.stock = stock;
        this.reservations = reservations;
        this.usability = usability;
    }

    /**
     * Locks the stock of the order's items until the end of the unit of work: from here on no event moves or takes it, so what
     * is read under the lock is still true at the commit.
     *
     * @param day the day at the site
     */
    SiteStock lock(SalesOrder order, Party customer, Site site, LocalDate day) {
        List<StockBalance> balances =
                stock.lock(order.lines().stream().map(SalesOrder.Line::item).collect(Collectors.toSet()), site.id());
        Set<LotKey> keys = balances.stream().map(StockBalance::lot).collect(Collectors.toSet());
        Map<LotKey, Lot> lotByKey =
                lots.withKeys(keys).stream().collect(Collectors.toMap(Lot::key, Function.identity()));
        return new SiteStock(
                site,
                balances,
                lotByKey,
                usability.usabilityOf(
                        lotByKey.values(), Purpose.ALLOCATION, Optional.of(customer), order.judgedOn(day)),
                reservations.ofOrderOrLots(order.reference(), keys));
    }

    /**
     * @param day the day at the site
     * @return true when the customer may get the lot of that order; false also when one of them is unknown
     */
    boolean isUsable(SalesOrder order, Optional<Party> customer, LocalDate day, LotKey lot) {
        return customer.isPresent()
                && lots.find(lot)
                        .map(known -> usability
                                .usabilityOf(List.of(known), Purpose.ALLOCATION, customer, order.judgedOn(day))
                                .get(lot)
                                .reasons()
                                .isEmpty())
                        .orElse(false);
    }
}
