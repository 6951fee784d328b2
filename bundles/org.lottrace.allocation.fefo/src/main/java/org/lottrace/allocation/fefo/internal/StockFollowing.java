package org.lottrace.allocation.fefo.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.event.store.DispositionStore;
import org.lottrace.api.lot.LocationType;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.quality.LotDisposition;

/** Lets reservations follow the stock of their lots ({@link LotAtSite}); the caller has locked the items, and the stock where it changes. */
final class StockFollowing {
    private final ReservationStore store;
    private final StockOnHand stock;
    private final SiteStore sites;
    private final DispositionStore dispositions;

    StockFollowing(ReservationStore store, StockOnHand stock, SiteStore sites, DispositionStore dispositions) {
        this.store = store;
        this.stock = stock;
        this.sites = sites;
        this.dispositions = dispositions;
    }

    void follow(Collection<StockBalance> after) {
        Map<LotKey, List<StockBalance>> changes =
                after.stream().collect(Collectors.groupingBy(StockBalance::lot, TreeMap::new, Collectors.toList()));
        changes.keySet().retainAll(tooLittleLeft(after, changes.keySet()));
        Map<LotKey, List<Reservation>> reserved = store.ofLots(changes.keySet()).stream()
                .collect(Collectors.groupingBy(Reservation::lot, TreeMap::new, Collectors.toList()));
        if (reserved.isEmpty()) {
            return;
        }
        Map<LotKey, List<StockBalance>> before = reserved.keySet().stream()
                .flatMap(lot -> stock.ofLot(lot).stream())
                .collect(Collectors.groupingBy(StockBalance::lot));
        Map<LotKey, LotDisposition> held =
                dispositions.of(reserved.keySet()).stream().collect(Collectors.toMap(LotDisposition::lot, one -> one));
        reserved.forEach((lot, ofLot) -> {
            LotAtSite following = new LotAtSite(
                    before.getOrDefault(lot, List.of()),
                    changes.get(lot),
                    ofLot,
                    position -> mayBeTaken(position) && !isHeld(held.get(lot), position));
            following.follow();
            if (!following.changed().isEmpty()) {
                store.remove(following.gone());
                store.save(following.changed());
            }
        });
    }

    /** A lot may have thousands of reservations: they are read where one of them has to go. */
    private Set<LotKey> tooLittleLeft(Collection<StockBalance> after, Set<LotKey> lots) {
        List<StockBalance> sums = store.sumsOf(lots);
        return after.stream()
                .filter(left -> sums.stream()
                        .anyMatch(sum -> sum.lot().equals(left.lot())
                                && sum.position().equals(left.position())
                                && sum.quantity().compareTo(left.quantity()) > 0))
                .map(StockBalance::lot)
                .collect(Collectors.toSet());
    }

    /**
     * The items are locked: while something is reserved of a lot nobody else takes any of it away.
     *
     * @return what there will be of those of the lots that are reserved at the positions that are stopped: nothing
     */
    List<StockBalance> without(Collection<LotKey> lots, Predicate<Position> stopped) {
        return store.ofLots(lots).stream()
                .map(Reservation::lot)
                .distinct()
                .flatMap(lot -> stock.ofLot(lot).stream())
                .filter(balance -> stopped.test(balance.position()))
                .map(balance -> new StockBalance(
                        balance.lot(), balance.position(), balance.quantity().minus(balance.quantity())))
                .toList();
    }

    private boolean mayBeTaken(Position position) {
        return position.place() instanceof Place.StorageLocation place
                && sites.find(place.site())
                        .flatMap(site -> site.location(place.location()))
                        .map(location -> location.type())
                        .filter(LocationType::canBeAllocated)
                        .isPresent();
    }

    private static boolean isHeld(LotDisposition known, Position position) {
        return known != null && known.holds().stream().anyMatch(hold -> hold.covers(position));
    }
}
