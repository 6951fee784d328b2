package org.lottrace.allocation.fefo.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.allocation.DeliveryRules;
import org.lottrace.api.allocation.store.AllocationDecisionStore;
import org.lottrace.api.allocation.store.AllocationRuleStore;
import org.lottrace.api.allocation.store.LotAgeStore;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Judges with {@link RuleJudge}, as allocation does. What was overruled is read only when a rule has something against it. */
@Component(service = DeliveryRules.class)
public final class DeliveryRulesService implements DeliveryRules {
    private final UnitOfWork unitOfWork;
    private final ItemStore items;
    private final SiteStore sites;
    private final AllocationRuleStore rules;
    private final LotAgeStore ages;
    private final AllocationDecisionStore decisions;

    @Activate
    public DeliveryRulesService(
            @Reference UnitOfWork unitOfWork,
            @Reference ItemStore items,
            @Reference SiteStore sites,
            @Reference AllocationRuleStore rules,
            @Reference LotAgeStore ages,
            @Reference AllocationDecisionStore decisions) {
        this.unitOfWork = unitOfWork;
        this.items = items;
        this.sites = sites;
        this.rules = rules;
        this.ages = ages;
        this.decisions = decisions;
    }

    @Override
    public Map<ItemNumber, LocalDate> arrivals(SalesOrder order, LocalDate day) {
        return unitOfWork.required(() -> {
            OrderTerms terms = terms(order, day);
            return terms.items().stream().collect(Collectors.toMap(item -> item, terms::delivery));
        });
    }

    @Override
    public Map<Wanted, List<Violation>> against(
            SalesOrder order, Collection<Wanted> wanted, LocalDate day, Instant moment) {
        return unitOfWork.required(() -> {
            OrderTerms terms = terms(order, day);
            Map<Wanted, List<Violation>> reasons = judged(order, wanted, terms, moment);
            Map<LotKey, String> said = said(wanted, terms);
            if (!reasons.isEmpty() || !disagreeing(wanted, terms, said).isEmpty()) {
                Overruled overruled = Overruled.of(decisions, order.reference());
                List<Wanted> judged = wanted.stream()
                        .filter(one -> !overruled.isWanted(
                                new OrderLineReference(order.reference(), one.orderLine()),
                                one.lot().key()))
                        .toList();
                reasons.keySet().retainAll(judged);
                disagreeing(judged, terms, said)
                        .forEach((one, reason) -> reasons.merge(
                                one, List.of(reason), (before, more) -> Stream.concat(before.stream(), more.stream())
                                        .toList()));
            }
            return reasons;
        });
    }

    private Map<Wanted, List<Violation>> judged(
            SalesOrder order, Collection<Wanted> wanted, OrderTerms terms, Instant moment) {
        Map<ItemNumber, LocalDate> lastExpiry = lastExpiry(order, wanted, terms, moment);
        Map<LotKey, LotFacts> facts = facts(order, wanted, terms);
        Map<Wanted, List<Violation>> reasons = new LinkedHashMap<>();
        for (Wanted one : wanted) {
            ItemNumber item = one.lot().key().item();
            if (terms.items().contains(item)) {
                List<Violation> against = new RuleJudge(
                                terms.of(item),
                                terms.item(item),
                                terms.delivery(item),
                                Optional.ofNullable(lastExpiry.get(item)))
                        .against(one.lot(), facts.get(one.lot().key()));
                if (!against.isEmpty()) {
                    reasons.put(one, against);
                }
            }
        }
        return reasons;
    }

    private Map<LotKey, String> said(Collection<Wanted> wanted, OrderTerms terms) {
        return new LotAttributeReading(ages).said(ofTheOrder(wanted, terms), terms);
    }

    private Map<LotKey, LotFacts> facts(SalesOrder order, Collection<Wanted> wanted, OrderTerms terms) {
        // the database keeps a site as long as an order names it
        return new FactsReading(ages, new LotAttributeReading(ages))
                .of(
                        ofTheOrder(wanted, terms),
                        terms,
                        sites.find(order.shipFrom()).orElseThrow());
    }

    private static Set<Lot> ofTheOrder(Collection<Wanted> wanted, OrderTerms terms) {
        return wanted.stream()
                .map(Wanted::lot)
                .filter(lot -> terms.items().contains(lot.key().item()))
                .collect(Collectors.toSet());
    }

    /** Those of one line go together. */
    private static Map<Wanted, Violation> disagreeing(
            Collection<Wanted> wanted, OrderTerms terms, Map<LotKey, String> said) {
        Map<Wanted, Violation> disagreeing = new LinkedHashMap<>();
        for (Wanted one : wanted) {
            LotKey lot = one.lot().key();
            Set<String> others = wanted.stream()
                    .filter(other -> other.orderLine() == one.orderLine()
                            && other.lot().key().item().equals(lot.item()))
                    .flatMap(other -> Optional.ofNullable(said.get(other.lot().key())).stream())
                    .filter(other -> !other.equals(said.get(lot)))
                    .collect(Collectors.toSet());
            if (!others.isEmpty()) {
                disagreeing.put(one, new Agreement(terms.of(lot.item())).disagrees(lot, said.get(lot), others));
            }
        }
        return disagreeing;
    }

    private Map<ItemNumber, LocalDate> lastExpiry(
            SalesOrder order, Collection<Wanted> wanted, OrderTerms terms, Instant moment) {
        Map<ItemNumber, LocalDate> laterThan = FactsReading.laterThan(ofTheOrder(wanted, terms), terms);
        return laterThan.isEmpty()
                ? laterThan
                : ages.latestExpiryShipped(order.customer(), laterThan, Optional.of(moment));
    }

    private OrderTerms terms(SalesOrder order, LocalDate day) {
        return new OrderTerms(order, day, new RulesOfDay(rules.all(), day), items);
    }
}
