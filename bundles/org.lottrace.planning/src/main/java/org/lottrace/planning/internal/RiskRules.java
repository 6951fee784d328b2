package org.lottrace.planning.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.planning.ExpiringLot;
import org.lottrace.api.planning.ExpiryRisks;
import org.lottrace.api.planning.LotRisk;
import org.lottrace.api.planning.RiskBasis;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.planning.internal.ExpiryQueue.Left;
import org.lottrace.planning.internal.ExpiryQueue.Waiting;

/** The risk of the lots of one item at one site. */
final class RiskRules {
    private static final int DIGITS = 3;
    private static final BigDecimal MINUS_ONE = BigDecimal.ONE.negate();

    /** The greatest value first; what is not known comes last. */
    static final Comparator<LotRisk> MOST_MONEY = Comparator.comparing(
                    (LotRisk risk) -> risk.value().map(Money::getAmount).orElse(MINUS_ONE))
            .thenComparing(risk -> risk.chance().orElse(MINUS_ONE))
            .reversed()
            .thenComparing(risk -> risk.lot().expiry())
            .thenComparing(risk -> risk.lot().lot());

    private RiskRules() {}

    /**
     * @param lots of one item, by expiry; all that are good
     * @param held those that cannot be sold
     */
    static List<LotRisk> of(List<ExpiringLot> lots, Set<LotKey> held, Series series) {
        List<ExpiringLot> queue =
                lots.stream().filter(lot -> !held.contains(lot.lot())).toList();
        RiskBasis basis = basis(series);
        List<Left> left = basis.isKnown()
                ? ExpiryQueue.of(series)
                        .left(queue.stream()
                                .map(lot -> new Waiting(lot.quantity().amount(), Math.max(0, lot.daysLeft())))
                                .toList())
                : List.of();
        List<LotRisk> risks = new ArrayList<>();
        Quantity ahead =
                lots.isEmpty() ? null : Quantity.zero(lots.get(0).quantity().unit());
        for (ExpiringLot lot : lots) {
            int place = queue.indexOf(lot);
            Optional<Left> found = place >= 0 && basis.isKnown() ? Optional.of(left.get(place)) : Optional.empty();
            risks.add(risk(lot, ahead, place < 0 ? RiskBasis.HELD : basis, series, found));
            ahead = place < 0 ? ahead : ahead.plus(lot.quantity());
        }
        return risks;
    }

    private static LotRisk risk(ExpiringLot lot, Quantity ahead, RiskBasis basis, Series series, Optional<Left> found) {
        return new LotRisk(
                lot,
                ahead,
                basis,
                series.length(),
                series.mean().setScale(DIGITS, RoundingMode.HALF_UP),
                found.map(Left::chance),
                found.map(left -> new Quantity(left.left(), lot.quantity().unit())),
                found.flatMap(left -> lot.value().map(all -> share(all, left.left(), lot.quantity()))));
    }

    private static Money share(Money all, BigDecimal left, Quantity quantity) {
        return Money.of(
                all.getCurrencyUnit(),
                all.getAmount()
                        .multiply(left)
                        .divide(quantity.amount(), all.getCurrencyUnit().getDecimalPlaces(), RoundingMode.HALF_UP));
    }

    static RiskBasis basis(Series series) {
        if (series.isEmpty()) {
            return RiskBasis.NO_DEMAND;
        }
        if (series.length() < ExpiryRisks.FEWEST_WEEKS) {
            return RiskBasis.TOO_FEW_WEEKS;
        }
        return series.isUneven() ? RiskBasis.NEGATIVE_BINOMIAL : RiskBasis.POISSON;
    }
}
