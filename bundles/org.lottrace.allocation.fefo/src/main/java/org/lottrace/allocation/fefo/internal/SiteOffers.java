package org.lottrace.allocation.fefo.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.store.LotAgeStore;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.FirstStock;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.event.WantedStock;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.order.Demand;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.partner.Party;
import org.lottrace.api.quality.LotUsability;
import org.lottrace.api.quality.Purpose;
import org.lottrace.api.quality.Usability;

/** What the site of an order has for it. */
final class SiteOffers {
    private final LotStore lots;
    private final StockOnHand stock;
    private final ReservationStore reservations;
    private final LotUsability usability;
    private final LotAgeStore ages;

    SiteOffers(
            LotStore lots, StockOnHand stock, ReservationStore reservations, LotUsability usability, LotAgeStore ages) {
        this.lots = lots;
        this.stock = stock;
        this.reservations = reservations;
        this.usability = usability;
        this.ages = ages;
    }

    /**
     * Locks the stock of the order's items until the end of the unit of work: from here on no event moves or takes it, so what
     * is read under the lock is still true at the commit.
     */
    SiteStock lock(Demand order, Optional<Party> customer, Site site, OrderTerms terms) {
        List<StockBalance> balances = stock.lock(terms.items(), site.id());
        Set<LotKey> keys = balances.stream().map(StockBalance::lot).collect(Collectors.toSet());
        Map<Boolean, List<Lot>> found = byWhetherOrdered(lots.withKeys(keys), order);
        Function<List<Lot>, Map<LotKey, JudgedLot>> judge =
                some -> judged(some, order, customer, site, terms, ages, new LotAttributeReading(ages));
        Optional<PartyId> receiver = customer.map(Party::id);
        ages.ahead(FactsReading.questions(found.get(true), terms, receiver));
        List<Reservation> reserved = reservations.ofOrderOrLots(order.reference(), keys);
        return new SiteStock(
                site,
                balances,
                new JudgedLots(judge.apply(found.get(true)), itemsOf(found.get(false)), () -> {
                    ages.ahead(FactsReading.questions(found.get(false), terms, receiver));
                    return judge.apply(found.get(false));
                }),
                reserved);
    }

    /** As {@link #lock(Demand, Optional, Site, OrderTerms)}, of what a wave has locked and read. */
    SiteStock of(Demand order, Optional<Party> customer, Site site, OrderTerms terms, ReadAhead ahead) {
        List<StockBalance> balances = ahead.balances(site.id(), terms.items());
        Set<LotKey> keys = balances.stream().map(StockBalance::lot).collect(Collectors.toSet());
        Map<Boolean, List<Lot>> found = byWhetherOrdered(ahead.lots(keys), order);
        Function<List<Lot>, Map<LotKey, JudgedLot>> judge =
                some -> judged(some, order, customer, site, terms, ahead.ages(), ahead.attributes());
        return new SiteStock(
                site,
                balances,
                new JudgedLots(
                        judge.apply(found.get(true)), itemsOf(found.get(false)), () -> judge.apply(found.get(false))),
                ahead.ofOrderOrLots(order, keys));
    }

    private static Map<Boolean, List<Lot>> byWhetherOrdered(Collection<Lot> found, Demand order) {
        Set<ItemNumber> ordered = Demands.itemsOf(order);
        return found.stream()
                .collect(Collectors.partitioningBy(
                        lot -> ordered.contains(lot.key().item())));
    }

    private static Set<ItemNumber> itemsOf(Collection<Lot> found) {
        return found.stream().map(lot -> lot.key().item()).collect(Collectors.toSet());
    }

    /** Locks what is wanted of the items that expires first, all in one order. */
    FirstStock lockFirst(WantedStock wanted) {
        return stock.lockFirst(wanted);
    }

    /** @return the lots of what is locked; what was decided of them is read along, so that no order asks again */
    List<Lot> lotsOf(Collection<List<StockBalance>> balances) {
        List<Lot> found = lots.withKeys(
                balances.stream().flatMap(List::stream).map(StockBalance::lot).collect(Collectors.toSet()));
        usability.usabilityOf(found, Purpose.ALLOCATION, Optional.empty(), LocalDate.EPOCH);
        return found;
    }

    List<Reservation> reservations(Collection<? extends Demand> orders, Collection<Lot> ofLots) {
        List<Reservation> read = reservations.ofOrdersOrLots(
                orders.stream().map(Demand::reference).toList(),
                ofLots.stream().map(Lot::key).toList());
        // also those of other lots, so that no order asks for one
        lots.withKeys(read.stream().map(Reservation::lot).collect(Collectors.toSet()));
        return read;
    }

    LotAttributeReading attributesOf(Collection<Lot> found) {
        return new LotAttributeReading(ages, found);
    }

    LotAgeStore agesOf(Collection<Lot> found) {
        return new AgesAhead(ages, found);
    }

    private Map<LotKey, JudgedLot> judged(
            Collection<Lot> found,
            Demand order,
            Optional<Party> customer,
            Site site,
            OrderTerms terms,
            LotAgeStore ages,
            LotAttributeReading attributes) {
        Map<LotKey, String> said = attributes.said(found, terms);
        Map<LotKey, LotFacts> facts = new FactsReading(ages, attributes).of(found, terms, site);
        Map<ItemNumber, LocalDate> lastExpiry = lastExpiry(found, customer, terms, ages);
        Map<ItemNumber, RuleJudge> rules = new HashMap<>();
        Map<LotKey, JudgedLot> judged = new HashMap<>();
        found.stream()
                .collect(Collectors.groupingBy(lot -> terms.delivery(lot.key().item())))
                .forEach((delivery, ofDay) -> {
                    Map<LotKey, Usability> usable = usability.usabilityOf(ofDay, purpose(order), customer, delivery);
                    for (Lot lot : ofDay) {
                        ItemNumber item = lot.key().item();
                        RuleJudge ofItem = rules.computeIfAbsent(
                                item,
                                one -> new RuleJudge(
                                        terms.of(one),
                                        terms.item(one),
                                        delivery,
                                        Optional.ofNullable(lastExpiry.get(one))));
                        judged.put(
                                lot.key(),
                                new JudgedLot(
                                        lot,
                                        facts.get(lot.key()).received(),
                                        Optional.ofNullable(said.get(lot.key())),
                                        usable.get(lot.key()),
                                        ofItem.against(lot, facts.get(lot.key()))));
                    }
                });
        return judged;
    }

    private static Map<ItemNumber, LocalDate> lastExpiry(
            Collection<Lot> found, Optional<Party> customer, OrderTerms terms, LotAgeStore ages) {
        Map<ItemNumber, LocalDate> laterThan = FactsReading.laterThan(found, terms);
        return laterThan.isEmpty() || customer.isEmpty()
                ? Map.of()
                : ages.latestExpiryShipped(customer.get().id(), laterThan, Optional.empty());
    }

    private static Purpose purpose(Demand order) {
        return order.reference().type() == DocumentType.PRODUCTION_ORDER ? Purpose.PRODUCTION : Purpose.ALLOCATION;
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
