package org.lottrace.allocation.fefo.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Location;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.partner.Party;
import org.lottrace.api.quality.LotUsability;
import org.lottrace.api.quality.Purpose;
import org.lottrace.api.quality.Usability;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Violation;

/** What the site of an order has of its items: every position, with what is available there and what speaks against it. */
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
     * Locks the stock of these items until the end of the unit of work: from here on no event moves or takes it, so what
     * is read under the lock is still true at the commit.
     *
     * @return the balances in the storage locations of the site, by item
     */
    Map<ItemNumber, List<StockBalance>> lock(Site site, Collection<ItemNumber> items) {
        Set<LotKey> atSite = items.stream()
                .flatMap(item -> stock.ofItem(item, site.id()).stream())
                .map(StockBalance::lot)
                .collect(Collectors.toSet());
        return stock.lock(atSite).stream()
                .filter(balance -> isAt(site, balance.position()))
                .collect(Collectors.groupingBy(balance -> balance.lot().item()));
    }

    /**
     * @param day the day at the site
     * @param balances of one item, under the lock
     */
    List<Offer> of(SalesOrder order, Party customer, Site site, LocalDate day, List<StockBalance> balances) {
        Set<LotKey> keys = balances.stream().map(StockBalance::lot).collect(Collectors.toSet());
        Map<LotKey, Lot> lotByKey =
                lots.withKeys(keys).stream().collect(Collectors.toMap(Lot::key, Function.identity()));
        Map<LotKey, Usability> usabilityByLot = usability.usabilityOf(
                lotByKey.values(), Purpose.ALLOCATION, Optional.of(customer), order.judgedOn(day));
        Map<LotAt, Quantity> reserved = reservations.ofLots(keys).stream()
                .collect(
                        Collectors.toMap(r -> new LotAt(r.lot(), r.position()), Reservation::quantity, Quantity::plus));
        return balances.stream()
                .map(balance -> {
                    List<Violation> reasons =
                            new ArrayList<>(usabilityByLot.get(balance.lot()).reasons());
                    againstLocation(site, balance.position()).ifPresent(reasons::add);
                    Quantity nothing = Quantity.zero(balance.quantity().unit());
                    Quantity taken = reserved.getOrDefault(new LotAt(balance.lot(), balance.position()), nothing);
                    return new Offer(
                            lotByKey.get(balance.lot()),
                            balance.position(),
                            balance.quantity().minus(taken),
                            reasons);
                })
                .toList();
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

    private static boolean isAt(Site site, Position position) {
        return position.place().kind() == PlaceKind.LOCATION
                && position.place().site().equals(site.id());
    }

    private static Optional<Violation> againstLocation(Site site, Position position) {
        Optional<Location> location = site.location(position.place().location());
        if (location.filter(l -> l.type().canBeAllocated()).isPresent()) {
            return Optional.empty();
        }
        String what = location.map(l -> "is a " + l.type() + " location").orElse("is no location of the site any more");
        return Optional.of(new Violation(
                "LOCATION_NOT_ALLOCATABLE",
                "position",
                position.place() + " " + what + "; move the goods to storage or picking first"));
    }

    private record LotAt(LotKey lot, Position position) {}
}
