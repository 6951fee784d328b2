package org.lottrace.cost.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.code.Coded;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.AllocationKey;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.TraceEvent;

/** ACCOUNTS_PAYABLE to the lots that came in, split by the key of the document; each share is a {@link LateCost}. */
final class LandedCostRule implements BookingRule {
    @Override
    public void book(TraceEvent event, Posting posting) {
        LateCost lateCost = LateCost.of(event);
        AllocationKey key = Coded.of(AllocationKey.class, CostText.said(event, KeyDataElement.COST_KEY));
        Money amount = CostText.inBooks(
                event, CostText.amount(event), posting.noMoney().getCurrencyUnit());
        List<CostText.Measured> targets = CostText.measured(event);
        List<CostedQuantity> cameIn =
                targets.stream().map(target -> cameIn(target, posting)).toList();
        List<BigDecimal> weights = weights(key, targets, cameIn);
        boolean none = weights.stream().allMatch(weight -> weight.signum() == 0);
        List<Money> shares = LargestRemainder.split(
                amount, none ? targets.stream().map(target -> BigDecimal.ONE).toList() : weights);
        for (int i = 0; i < targets.size(); i++) {
            if (!shares.get(i).isZero()) {
                lateCost.book(targets.get(i).lot(), cameIn.get(i).quantity(), shares.get(i), Optional.empty(), posting);
            }
        }
        posting.credit(Account.ACCOUNTS_PAYABLE, amount, Optional.empty());
    }

    private static CostedQuantity cameIn(CostText.Measured target, Posting posting) {
        return Inflow.of(target.lot(), posting.books().ofLot(target.lot())).stream()
                .map(Inflow::amount)
                .reduce(CostedQuantity::plus)
                .orElseThrow(() -> new UnbookableEventException("nothing of lot " + target.lot()
                        + " ever came in at a cost; record what came in, or reverse this cost"));
    }

    private static List<BigDecimal> weights(
            AllocationKey key, List<CostText.Measured> targets, List<CostedQuantity> cameIn) {
        return switch (key) {
            case WEIGHT, VOLUME ->
                targets.stream().map(CostText.Measured::number).toList();
            case QUANTITY -> cameIn.stream().map(lot -> lot.quantity().amount()).toList();
            case VALUE -> cameIn.stream().map(lot -> lot.value().getAmount()).toList();
            case EQUAL -> targets.stream().map(target -> BigDecimal.ONE).toList();
        };
    }
}
