package org.lottrace.allocation.fefo.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.AllocationRule;
import org.lottrace.api.allocation.store.AllocationRuleStore;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.FirstStock;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.order.Demand;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.transaction.StaleWriteException;

/** Locks an order's items, then the stock of its site, and reads what decides about it. */
final class OrderLocking {
    private final Demands demands;
    private final SiteStore sites;
    private final PartyStore parties;
    private final ItemStore items;
    private final AllocationRuleStore rules;
    private final SiteOffers offers;

    private final AtomicReference<RulesOfDay> lastRules = new AtomicReference<>();

    /** What a wave has locked and read already; absent when each order does so itself. */
    private final Optional<ReadAhead> ahead;

    OrderLocking(
            Demands demands,
            SiteStore sites,
            PartyStore parties,
            ItemStore items,
            AllocationRuleStore rules,
            SiteOffers offers) {
        this(demands, sites, parties, items, rules, offers, Optional.empty());
    }

    private OrderLocking(
            Demands demands,
            SiteStore sites,
            PartyStore parties,
            ItemStore items,
            AllocationRuleStore rules,
            SiteOffers offers,
            Optional<ReadAhead> ahead) {
        this.demands = demands;
        this.sites = sites;
        this.parties = parties;
        this.items = items;
        this.rules = rules;
        this.offers = offers;
        this.ahead = ahead;
    }

    /**
     * Locks the stock of the orders and reads what decides about them, all at once.
     *
     * @param locked items that are locked; orders that want others by now are refused as stale
     * @param documents the orders
     * @param whole items of which all lots are wanted, however much there is
     * @param day the day at the site
     * @return locks and reads nothing more
     */
    OrderLocking within(
            Set<ItemNumber> locked,
            Collection<DocumentReference> documents,
            Set<ItemNumber> whole,
            Function<Site, LocalDate> day) {
        // Under the lock of their items nobody changes them, so what they may want of which lot is not guessed.
        List<Demand> wave = demands.with(documents);
        StaleWriteException.requireLocked(
                locked,
                wave.stream().flatMap(order -> Demands.itemsOf(order).stream()).collect(Collectors.toSet()));
        Collection<AllocationRule> all = rules.all();
        Map<SiteId, List<Demand>> bySite = wave.stream()
                .collect(Collectors.groupingBy(
                        Demand::shipFrom,
                        () -> new TreeMap<>(Comparator.comparing(SiteId::value)),
                        Collectors.toList()));
        Map<SiteId, List<StockBalance>> balances = new HashMap<>();
        Set<ItemNumber> withMore = new HashSet<>();
        bySite.forEach((site, ofSite) -> {
            FirstStock first = offers.lockFirst(demand(ofSite, all, whole, day).wanted());
            withMore.addAll(first.withMore());
            balances.put(site, first.balances());
        });
        List<Lot> lots = offers.lotsOf(balances.values());
        return new OrderLocking(
                demands,
                sites,
                parties,
                items,
                rules,
                offers,
                Optional.of(new ReadAhead(
                        locked,
                        wave,
                        demands.served(wave),
                        balances,
                        lots,
                        offers.reservations(wave, lots),
                        all,
                        offers.agesOf(lots),
                        offers.attributesOf(lots),
                        withMore)));
    }

    private WaveDemand demand(
            List<Demand> ofSite, Collection<AllocationRule> all, Set<ItemNumber> whole, Function<Site, LocalDate> day) {
        Site site = site(ofSite.get(0));
        LocalDate today = day.apply(site);
        WaveDemand demand = new WaveDemand(site, today, new RulesOfDay(all, today), items, parties, whole);
        ofSite.forEach(demand::add);
        return demand;
    }

    /** @return items of which there are lots that no order of the wave has looked at; all expire after those that were */
    Set<ItemNumber> withMore() {
        return ahead.map(ReadAhead::withMore).orElse(Set.of());
    }

    /** @return an order of the wave as it is under the lock; empty without one */
    Optional<Demand> ofWave(DocumentReference document) {
        return ahead.flatMap(read -> read.order(document));
    }

    /**
     * @param day the day at the site that counts as today
     * @return empty when there is no such order
     */
    Optional<LockedOrder> lock(DocumentReference document, Function<Site, LocalDate> day) {
        Set<ItemNumber> locked = ahead.map(ReadAhead::locked).orElseGet(() -> demands.lockItems(document));
        Optional<Demand> now = ahead.map(read -> read.order(document)).orElseGet(() -> demands.find(document));
        // It may have been changed while the lock was waited for.
        now.ifPresent(order -> StaleWriteException.requireLocked(locked, Demands.itemsOf(order)));
        return now.map(order -> locked(order, day, locked));
    }

    /** @param substitutes items that are locked, too */
    private LockedOrder locked(Demand order, Function<Site, LocalDate> day, Set<ItemNumber> substitutes) {
        Site site = site(order);
        Optional<Party> customer =
                order.receiver().map(party -> parties.find(party).orElseThrow(() -> gone("customer " + party, order)));
        LocalDate today = day.apply(site);
        OrderTerms terms = new OrderTerms(
                order, today, ahead.map(read -> read.rules(today)).orElseGet(() -> rulesOf(today)), items, substitutes);
        SiteStock stock = ahead.map(read -> offers.of(order, customer, site, terms, read))
                .orElseGet(() -> offers.lock(order, customer, site, terms));
        return new LockedOrder(
                order,
                terms,
                stock,
                ahead.map(read -> read.shipped(order)).orElseGet(() -> demands.served(order)),
                stock.reservedFor(order.reference()));
    }

    /** The store gives the very same rules as long as there are no new ones. */
    private RulesOfDay rulesOf(LocalDate day) {
        Collection<AllocationRule> all = rules.all();
        return lastRules.updateAndGet(last -> last != null && last.isOf(all, day) ? last : new RulesOfDay(all, day));
    }

    Site site(Demand order) {
        return sites.find(order.shipFrom()).orElseThrow(() -> gone("site " + order.shipFrom(), order));
    }

    private static IllegalStateException gone(String what, Demand order) {
        return new IllegalStateException(
                what + " of " + order.reference() + " is gone; send it again from the ERP system");
    }
}
