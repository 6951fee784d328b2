package org.lottrace.allocation.fefo.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.AllocationRule;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.store.LotAgeStore;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.order.Demand;
import org.lottrace.api.quantity.Quantity;

/**
 * What is read for all orders of a wave at once, under its locks, and then served to one order after the other: as many statements
 * for a thousand orders as for ten.
 */
final class ReadAhead {
    private final Set<ItemNumber> locked;
    private final Map<DocumentReference, Demand> orders;
    private final Map<DocumentReference, Map<OrderLineReference, Quantity>> shipped = new HashMap<>();
    private final Map<SiteId, Map<ItemNumber, List<StockBalance>>> balances = new HashMap<>();
    private final Map<LotKey, Lot> lots;
    /** In the order in which they were made; the other two are places in it. */
    private final List<Reservation> reservations;

    private final Map<DocumentReference, List<Integer>> ofOrder = new HashMap<>();
    private final Map<LotKey, List<Integer>> ofLot = new HashMap<>();
    private final Collection<AllocationRule> rules;
    private final LotAgeStore ages;
    private final LotAttributeReading attributes;
    private final Set<ItemNumber> withMore;
    private final Map<LocalDate, RulesOfDay> rulesOfDay = new HashMap<>();

    /**
     * @param locked items that are locked
     * @param withMore items of which there are lots besides
     */
    ReadAhead(
            Set<ItemNumber> locked,
            Collection<Demand> orders,
            Map<OrderLineReference, Quantity> shipped,
            Map<SiteId, List<StockBalance>> balances,
            Collection<Lot> lots,
            List<Reservation> reservations,
            Collection<AllocationRule> rules,
            LotAgeStore ages,
            LotAttributeReading attributes,
            Set<ItemNumber> withMore) {
        this.withMore = Set.copyOf(withMore);
        this.locked = locked;
        this.orders = orders.stream().collect(Collectors.toMap(Demand::reference, Function.identity()));
        shipped.forEach((line, quantity) -> this.shipped
                .computeIfAbsent(line.order(), none -> new HashMap<>())
                .put(line, quantity));
        balances.forEach(
                (site, all) -> this.balances.put(site, all.stream().collect(Collectors.groupingBy(one -> one.lot()
                        .item()))));
        this.lots = lots.stream().collect(Collectors.toMap(Lot::key, Function.identity()));
        this.reservations = List.copyOf(reservations);
        this.rules = rules;
        this.ages = ages;
        this.attributes = attributes;
        for (int i = 0; i < reservations.size(); i++) {
            Reservation one = reservations.get(i);
            ofOrder.computeIfAbsent(one.orderLine().order(), none -> new ArrayList<>())
                    .add(i);
            ofLot.computeIfAbsent(one.lot(), none -> new ArrayList<>()).add(i);
        }
    }

    Set<ItemNumber> locked() {
        return locked;
    }

    Set<ItemNumber> withMore() {
        return withMore;
    }

    LotAgeStore ages() {
        return ages;
    }

    LotAttributeReading attributes() {
        return attributes;
    }

    Optional<Demand> order(DocumentReference document) {
        return Optional.ofNullable(orders.get(document));
    }

    Map<OrderLineReference, Quantity> shipped(Demand order) {
        return shipped.getOrDefault(order.reference(), Map.of());
    }

    RulesOfDay rules(LocalDate day) {
        return rulesOfDay.computeIfAbsent(day, one -> new RulesOfDay(rules, one));
    }

    List<StockBalance> balances(SiteId site, Set<ItemNumber> items) {
        Map<ItemNumber, List<StockBalance>> ofSite = balances.getOrDefault(site, Map.of());
        return items.stream()
                .flatMap(item -> ofSite.getOrDefault(item, List.of()).stream())
                .toList();
    }

    List<Lot> lots(Set<LotKey> keys) {
        return keys.stream().map(lots::get).toList();
    }

    /** @return those of the order, and those of the lots for whatever order, each once, in the order in which they were made */
    List<Reservation> ofOrderOrLots(Demand order, Set<LotKey> keys) {
        Set<Integer> places = new TreeSet<>(ofOrder.getOrDefault(order.reference(), List.of()));
        keys.forEach(lot -> places.addAll(ofLot.getOrDefault(lot, List.of())));
        return places.stream().map(reservations::get).toList();
    }
}
