package org.lottrace.cost.internal;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.TraceEvent;

/** The rule for each kind of event: here is said what is posted where. */
final class BookingRules implements BookingRule {
    private final Map<EventType, BookingRule> rules = new EnumMap<>(EventType.class);
    private final ConsignedUse consigned;

    /**
     * @param orderPrice what a received line costs in all
     * @param currency of the books
     */
    BookingRules(BiFunction<TraceEvent, EventLine, Money> orderPrice, CurrencyUnit currency) {
        this.consigned = new ConsignedUse(orderPrice);
        rules.put(EventType.OPENING, new OpeningRule(currency));
        rules.put(EventType.RECEIVE, new ReceiptRule(orderPrice));
        rules.put(EventType.CONSUME, new ConsumptionRule());
        rules.put(EventType.PRODUCE, new ProductionRule(currency));
        rules.put(EventType.SHIP, new ShipmentRule());
        rules.put(EventType.RETURN, new ReturnRule());
        rules.put(EventType.SUPPLIER_RETURN, new SupplierReturnRule(consigned));
        rules.put(EventType.COUNT, new CountRule());
        rules.put(EventType.GAIN, new GainRule(currency));
        rules.put(EventType.REVERSE, new ReversalRule(consigned));
        rules.put(EventType.COST, new CostRule(consigned));
        EventType.TRANSFORMATIONS.forEach(type -> rules.put(type, new TransformationRule(consigned)));
        rules.put(EventType.DISPOSE, new IssueRule(Account.WRITE_OFF, PlaceKind.DISPOSAL));
        rules.put(EventType.SAMPLE, new IssueRule(Account.WRITE_OFF, PlaceKind.DISPOSAL));
    }

    /** @return the kinds of events that may post something */
    Set<EventType> booked() {
        return rules.keySet();
    }

    @Override
    public void book(TraceEvent event, Posting posting) {
        book(event, rules.getOrDefault(event.type(), BookingRules::staysOnStock), posting);
    }

    /** Books the event by that rule instead of its own. */
    void book(TraceEvent event, BookingRule rule, Posting posting) {
        if (consigned.before(event, posting)) {
            new Revaluing(event, posting).settle(); // before they leave they are as all others
        }
        Revaluing revaluing = new Revaluing(event, posting);
        revaluing.beforeGoodsLeave();
        rule.book(event, posting);
        revaluing.settle();
    }

    /** Moves within the company, the road between its sites included, and dispositions change no value. */
    private static void staysOnStock(TraceEvent event, Posting posting) {
        event.lines().stream()
                .filter(line -> !BookingRule.isInventory(line.from()) || !BookingRule.isInventory(line.to()))
                .findFirst()
                .ifPresent(line -> {
                    throw BookingRule.unexpected(event, line);
                });
    }
}
