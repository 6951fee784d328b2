package org.lottrace.allocation.fefo.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.lot.Location;
import org.lottrace.api.lot.LocationType;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.Site;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Violation;

/**
 * What a site has of the items of an order, under the lock: every position, with what is available there and what speaks
 * against it. What is taken for one line is not there for the next.
 */
final class SiteStock {
    private final Map<ItemNumber, List<StockBalance>> balances;
    private final Map<LocationId, Location> locations;
    /** Place of each in the list of the site. */
    private final Map<LocationId, Integer> path = new HashMap<>();

    private final JudgedLots lots;
    private final List<Reservation> reservations;
    private final List<Reservation> soft;
    private final Map<LotAt, Quantity> taken = new HashMap<>();

    private record LotAt(LotKey lot, Position position) {}

    /** @param reservations of the lots, and of the order wherever its goods are */
    SiteStock(Site site, List<StockBalance> balances, JudgedLots lots, List<Reservation> reservations) {
        this.balances = balances.stream()
                .filter(balance -> isAt(site, balance.position()))
                .collect(Collectors.groupingBy(balance -> balance.lot().item()));
        this.locations = site.locations().stream()
                .collect(Collectors.toMap(Location::id, Function.identity(), (one, same) -> one));
        site.locations().forEach(location -> path.putIfAbsent(location.id(), path.size()));
        this.lots = lots;
        this.reservations = List.copyOf(reservations);
        this.soft = new ArrayList<>(
                reservations.stream().filter(Reservation::isSoft).toList());
        reservations.forEach(this::take);
    }

    /** @return in the order in which they were made */
    List<Reservation> reservedFor(DocumentReference order) {
        return reservations.stream()
                .filter(reservation -> reservation.orderLine().order().equals(order))
                .toList();
    }

    List<Offer> of(ItemNumber item) {
        return balances.getOrDefault(item, List.of()).stream().map(this::offer).toList();
    }

    /** @return what a lot of the site says in the attribute in which those of a line have to agree; empty where no rule wants that */
    Optional<String> said(LotKey lot) {
        return lots.find(lot).flatMap(JudgedLot::said);
    }

    void take(Collection<Reservation> reserved) {
        reserved.forEach(this::take);
    }

    /**
     * @param overruled whether somebody wanted that lot against the rules, so that they do not count
     * @return true when the goods must not be taken any more, or are not at the site; never for what is picked
     */
    boolean isLost(Reservation reserved, boolean overruled) {
        return !reserved.isPicked()
                && of(reserved.lot().item()).stream()
                        .filter(offer -> offer.lot().key().equals(reserved.lot())
                                && offer.position().equals(reserved.position()))
                        .allMatch(offer -> offer.reasons().stream()
                                .anyMatch(reason -> !overruled || !RuleJudge.CODES.contains(reason.code())));
    }

    /** @return what speaks against goods that are reserved, wherever they are; rules do not when they were overruled */
    List<Violation> reasonsAgainst(Reservation reserved, boolean overruled) {
        return lots.find(reserved.lot()).map(judged -> judged.reasonsAt(reserved.position())).orElse(List.of()).stream()
                .filter(reason -> !overruled || !RuleJudge.CODES.contains(reason.code()))
                .toList();
    }

    /** @return of goods that may be taken, in the order in which they were reserved */
    List<Reservation> softOfOthers(ItemNumber item, DocumentReference order) {
        List<Reservation> others = soft.stream()
                .filter(one -> one.lot().item().equals(item)
                        && !one.orderLine().order().equals(order))
                .toList();
        List<Offer> offers = others.isEmpty() ? List.of() : of(item);
        return others.stream()
                .filter(one -> offers.stream()
                        .anyMatch(offer -> offer.lot().key().equals(one.lot())
                                && offer.position().equals(one.position())
                                && offer.reasons().isEmpty()))
                .toList();
    }

    /** Of a soft one a part is free from here on. */
    void giveBackSoft(Reservation before, Quantity part) {
        soft.remove(before);
        Quantity left = before.quantity().minus(part);
        if (left.isPositive()) {
            soft.add(before.of(left));
        }
        giveBack(List.of(before.of(part)));
    }

    void giveBack(Collection<Reservation> reserved) {
        reserved.forEach(one -> taken.computeIfPresent(
                new LotAt(one.lot(), one.position()), (at, quantity) -> quantity.minus(one.quantity())));
    }

    private void take(Reservation reserved) {
        taken.merge(new LotAt(reserved.lot(), reserved.position()), reserved.quantity(), Quantity::plus);
    }

    private Offer offer(StockBalance balance) {
        JudgedLot judged = lots.find(balance.lot()).orElseThrow();
        List<Violation> reasons = new ArrayList<>(judged.reasonsAt(balance.position()));
        Optional<Location> location =
                Optional.ofNullable(locations.get(balance.position().place().location()));
        againstLocation(balance.position(), location).ifPresent(reasons::add);
        Quantity reserved = taken.getOrDefault(
                new LotAt(balance.lot(), balance.position()),
                Quantity.zero(balance.quantity().unit()));
        return new Offer(
                judged.lot(),
                balance.position(),
                judged.received(),
                judged.said(),
                location.filter(l -> l.type() == LocationType.PICKING).isPresent(),
                location.map(Location::id).map(path::get).orElse(path.size()),
                balance.quantity().minus(reserved),
                reasons);
    }

    private static boolean isAt(Site site, Position position) {
        return position.place().kind() == PlaceKind.LOCATION
                && position.place().site().equals(site.id());
    }

    private static Optional<Violation> againstLocation(Position position, Optional<Location> location) {
        if (location.filter(l -> l.type().canBeAllocated()).isPresent()) {
            return Optional.empty();
        }
        String what = location.map(l -> "is a " + l.type() + " location").orElse("is no location of the site any more");
        return Optional.of(new Violation(
                "LOCATION_NOT_ALLOCATABLE",
                "position",
                position.place() + " " + what + "; move the goods to storage or picking first"));
    }
}
