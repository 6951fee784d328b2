package org.lottrace.allocation.fefo.internal;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.store.AllocationRuleStore;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.transaction.StaleWriteException;

/** Locks an order's items, then the stock of its site, and reads what decides about it. */
final class OrderLocking {
    private final SalesOrderStore orders;
    private final SiteStore sites;
    private final PartyStore parties;
    private final ItemStore items;
    private final LedgerStore ledger;
    private final AllocationRuleStore rules;
    private final SiteOffers offers;

    /** What the unit of work has locked already; absent when each order locks its own items. */
    private final Optional<Set<ItemNumber>> held;

    OrderLocking(
            SalesOrderStore orders,
            SiteStore sites,
            PartyStore parties,
            ItemStore items,
            LedgerStore ledger,
            AllocationRuleStore rules,
            SiteOffers offers) {
        this(orders, sites, parties, items, ledger, rules, offers, Optional.empty());
    }

    private OrderLocking(
            SalesOrderStore orders,
            SiteStore sites,
            PartyStore parties,
            ItemStore items,
            LedgerStore ledger,
            AllocationRuleStore rules,
            SiteOffers offers,
            Optional<Set<ItemNumber>> held) {
        this.orders = orders;
        this.sites = sites;
        this.parties = parties;
        this.items = items;
        this.ledger = ledger;
        this.rules = rules;
        this.offers = offers;
        this.held = held;
    }

    /** @return locks no item: those are locked, and orders that want others are refused as stale */
    OrderLocking within(Set<ItemNumber> locked) {
        return new OrderLocking(orders, sites, parties, items, ledger, rules, offers, Optional.of(locked));
    }

    /**
     * @param day the day at the site that counts as today
     * @return empty when there is no such order
     */
    Optional<LockedOrder> lock(String number, Function<Site, LocalDate> day) {
        Set<ItemNumber> locked = held.orElseGet(() -> orders.lockItems(number));
        Optional<SalesOrder> now = orders.find(number);
        // It may have been changed while the lock was waited for.
        now.ifPresent(order -> StaleWriteException.requireLocked(
                locked, order.lines().stream().map(SalesOrder.Line::item).collect(Collectors.toSet())));
        return now.map(order -> locked(order, day));
    }

    private LockedOrder locked(SalesOrder order, Function<Site, LocalDate> day) {
        Site site = site(order);
        Party customer = parties.find(order.customer()).orElseThrow(() -> gone("customer " + order.customer(), order));
        LocalDate today = day.apply(site);
        OrderTerms terms = new OrderTerms(order, today, new RulesOfDay(rules.all(), today), items);
        SiteStock stock = offers.lock(order, customer, site, terms);
        return new LockedOrder(
                order, terms, stock, ledger.shipped(order.reference()), stock.reservedFor(order.reference()));
    }

    Site site(SalesOrder order) {
        return sites.find(order.shipFrom()).orElseThrow(() -> gone("site " + order.shipFrom(), order));
    }

    private static IllegalStateException gone(String what, SalesOrder order) {
        return new IllegalStateException(
                what + " of order " + order.number() + " is gone; send it again from the ERP system");
    }
}
