package org.lottrace.allocation.fefo.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.Rotation;
import org.lottrace.api.event.WantedStock;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Location;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.order.Demand;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.quantity.Quantity;

/**
 * What the orders of a wave may want of one site. Where all go by first expired first out, those lots that expire first and suffice for
 * all are enough: nobody takes a later one. Where a rule may prefer a later lot, all of the item are wanted. Where a rule limits the lots of a
 * line, or wants them to agree, the first ones are enough as long as no line passes an earlier lot over ({@link WavesService}).
 */
final class WaveDemand {
    private final Site site;
    private final LocalDate day;
    private final RulesOfDay rules;
    private final ItemStore items;
    private final PartyStore parties;
    private final Set<ItemNumber> whole = new HashSet<>();
    private final Map<ItemNumber, Quantity> wanted = new HashMap<>();
    private LocalDate goodOn;

    /**
     * @param day the day at the site
     * @param whole items of which all lots are wanted in any case
     */
    WaveDemand(
            Site site,
            LocalDate day,
            RulesOfDay rules,
            ItemStore items,
            PartyStore parties,
            Collection<ItemNumber> whole) {
        this.site = site;
        this.day = day;
        this.rules = rules;
        this.items = items;
        this.parties = parties;
        this.whole.addAll(whole);
        this.goodOn = day;
    }

    void add(Demand order) {
        int remaining = order.receiver()
                .flatMap(parties::find)
                .map(Party::profile)
                .map(profile -> profile.minimumRemainingShelfLifeDays())
                .orElse(0);
        LocalDate good = order.judgedOn(day).plusDays(remaining);
        goodOn = good.isAfter(goodOn) ? good : goodOn;
        for (Demand.Line line : order.lines()) {
            // the database keeps an item as long as an order names it
            Item item = items.find(line.item()).orElseThrow();
            wanted.merge(item.number(), item.toBaseUnit(line.quantity()), Quantity::plus);
            AllocationTerms terms = rules.of(item, order);
            if (mayPreferLater(terms)) {
                whole.add(item.number());
            }
        }
    }

    private static boolean mayPreferLater(AllocationTerms terms) {
        return terms.rotation() != Rotation.FEFO
                || terms.singleLotWithinDays().filter(days -> days > 0).isPresent();
    }

    WantedStock wanted() {
        Map<ItemNumber, Quantity> others = new HashMap<>(wanted);
        others.keySet().removeAll(whole);
        return new WantedStock(
                site.id(),
                others,
                whole,
                site.locations().stream()
                        .filter(location -> location.type().canBeAllocated())
                        .map(Location::id)
                        .collect(Collectors.toSet()),
                goodOn);
    }
}
