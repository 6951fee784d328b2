package org.lottrace.cost.internal;

import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.code.Coded;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostElement;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.TraceEvent;

/** CONVERSION_IN_PROCESS of a production order, taken over by what is made of it next ({@link ProductionRule}). */
final class AbsorptionRule implements BookingRule {
    @Override
    public void book(TraceEvent event, Posting posting) {
        ProductionRule.orderOf(event);
        CostElement element = Coded.of(CostElement.class, CostText.said(event, KeyDataElement.COST_ELEMENT));
        Money amount = CostText.amount(event);
        posting.credit(Account.CONVERSION_IN_PROCESS, amount.negated(), Optional.empty());
        posting.credit(
                element == CostElement.OVERHEAD ? Account.OVERHEAD_ABSORBED : Account.CONVERSION_ABSORBED,
                amount,
                Optional.empty());
    }
}
