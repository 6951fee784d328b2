package org.lottrace.services.fill;

import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.Bakery.in;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.allocation.AllocationRule;
import org.lottrace.api.allocation.AllocationRules;
import org.lottrace.api.allocation.DeliveryRules;
import org.lottrace.api.allocation.RuleTerms;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Position;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.partner.Party;
import org.lottrace.api.quality.LotUsability;
import org.lottrace.api.quality.Purpose;
import org.lottrace.api.quality.Usability;
import org.lottrace.company.TestCompany;

/** What each line of a wave may take, as the services answer that shipping asks too; nothing here has been allocated. */
final class Possible {
    /**
     * @param lots the goods that it may take
     * @param mostLots of how many lots; absent for any number
     * @param oneExpiry whether all of one expiry; a lot without one goes alone
     */
    record Line(
            OrderLineReference reference,
            ItemNumber item,
            BigDecimal wanted,
            List<Goods> goods,
            Optional<Integer> mostLots,
            boolean oneExpiry) {}

    /** A lot at a position. */
    record Goods(Lot lot, Position position, BigDecimal pieces) {}

    private Possible() {}

    static List<Line> of(RandomWave.Drawn drawn, TestCompany company) {
        LotUsability usability = company.service(LotUsability.class);
        DeliveryRules rules = company.service(DeliveryRules.class);
        List<AllocationRule> inForce =
                company.service(AllocationRules.class).inForce(TODAY, Optional.empty(), AllocationRules.MOST / 10);
        Map<PartyId, Party> customers = new HashMap<>();
        drawn.customers().forEach(customer -> customers.put(customer.id(), customer));
        List<Line> lines = new ArrayList<>();
        for (SalesOrder order : drawn.orders()) {
            Map<ItemNumber, LocalDate> arrivals = rules.arrivals(order, TODAY);
            for (SalesOrder.Line line : order.lines()) {
                List<RandomWave.Stocked> ofItem = drawn.lots().stream()
                        .filter(stocked -> stocked.lot().key().item().equals(line.item()))
                        .toList();
                List<DeliveryRules.Wanted> wanted = ofItem.stream()
                        .map(stocked -> new DeliveryRules.Wanted(line.number(), stocked.lot()))
                        .toList();
                // each by itself: together they may have to agree
                Set<DeliveryRules.Wanted> forbidden = wanted.stream()
                        .filter(one ->
                                !rules.against(order, List.of(one), TODAY, NOW).isEmpty())
                        .collect(Collectors.toSet());
                Map<LotKey, Usability> usable = usability.usabilityOf(
                        ofItem.stream().map(RandomWave.Stocked::lot).toList(),
                        Purpose.ALLOCATION,
                        Optional.of(customers.get(order.customer())),
                        arrivals.get(line.item()));
                List<Goods> goods = ofItem.stream()
                        .filter(stocked -> !forbidden.contains(new DeliveryRules.Wanted(line.number(), stocked.lot())))
                        .flatMap(Possible::allocatable)
                        .filter(at -> usable.get(at.lot().key())
                                .at(at.position())
                                .reasons()
                                .isEmpty())
                        .toList();
                lines.add(new Line(
                        new OrderLineReference(order.reference(), line.number()),
                        line.item(),
                        line.quantity().amount(),
                        goods,
                        first(inForce, order, line.item(), RuleTerms::maximumLots),
                        first(inForce, order, line.item(), RuleTerms::sameAttribute)
                                .isPresent()));
            }
        }
        return lines;
    }

    private static Stream<Goods> allocatable(RandomWave.Stocked stocked) {
        return stocked.places().stream()
                .filter(at -> RandomWave.canBeAllocated(at.location()))
                .map(at -> new Goods(stocked.lot(), Position.at(in(at.location())), BigDecimal.valueOf(at.pieces())));
    }

    /** The rules come with the most special one first; those that are drawn name no class of items and no site. */
    private static <T> Optional<T> first(
            Collection<AllocationRule> inForce,
            SalesOrder order,
            ItemNumber item,
            Function<RuleTerms, Optional<T>> term) {
        return inForce.stream()
                .filter(rule -> rule.change()
                                .scope()
                                .item()
                                .filter(one -> !one.equals(item))
                                .isEmpty()
                        && rule.change()
                                .scope()
                                .customer()
                                .filter(one -> !one.equals(order.customer()))
                                .isEmpty())
                .map(rule -> rule.change().terms())
                .map(term)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
