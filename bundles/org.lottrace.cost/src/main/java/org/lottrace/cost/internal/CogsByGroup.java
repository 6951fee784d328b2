package org.lottrace.cost.internal;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.cost.CogsFigure;
import org.lottrace.api.cost.CogsGroup;
import org.lottrace.api.cost.CogsQuestion;
import org.lottrace.api.cost.store.PeriodStore.SoldLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.lot.LotKey;

/** Adds up the cost of goods sold: what left, what came back, and what became known later. */
final class CogsByGroup {
    private CogsByGroup() {}

    /** @return by what it is of, the dearest first */
    static List<CogsFigure> of(List<SoldLine> lines, CogsGroup group) {
        Map<CogsFigure, CogsFigure> sums = new LinkedHashMap<>();
        for (SoldLine line : lines) {
            CogsFigure figure = figure(line, group);
            Money zero = Money.zero(line.amount().getCurrencyUnit());
            CogsFigure key = new CogsFigure(
                    figure.customer(),
                    figure.item(),
                    figure.shipment(),
                    figure.orderLine(),
                    figure.lot(),
                    zero,
                    zero,
                    zero);
            sums.merge(key, figure, CogsFigure::plus);
        }
        return sums.values().stream()
                .sorted(Comparator.comparing(CogsFigure::net)
                        .reversed()
                        .thenComparing(figure -> figure.customer().toString()
                                + figure.item()
                                + figure.shipment()
                                + figure.orderLine()
                                + figure.lot()))
                .toList();
    }

    /** @return those of the part that is asked for */
    static List<SoldLine> asked(List<SoldLine> lines, CogsQuestion question) {
        return lines.stream()
                .filter(line -> fits(question.customer(), line.customer())
                        && fits(question.item(), line.lot().map(LotKey::item))
                        && fits(question.orderLine(), line.orderLine()))
                .toList();
    }

    private static <T> boolean fits(Optional<T> asked, Optional<T> own) {
        return asked.isEmpty() || asked.equals(own);
    }

    static CogsFigure total(List<SoldLine> lines, CurrencyUnit currency) {
        return lines.stream().map(line -> amounts(line, Optional.empty())).reduce(nothing(currency), CogsFigure::plus);
    }

    private static CogsFigure nothing(CurrencyUnit currency) {
        Money zero = Money.zero(currency);
        return new CogsFigure(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                zero,
                zero,
                zero);
    }

    private static CogsFigure figure(SoldLine line, CogsGroup group) {
        return amounts(line, Optional.of(group));
    }

    /** A reversal undoes a shipment when it takes cost away, and a return when it brings cost back. */
    private static CogsFigure amounts(SoldLine line, Optional<CogsGroup> group) {
        Money zero = Money.zero(line.amount().getCurrencyUnit());
        boolean isReversal = line.type() == EventType.REVERSE;
        boolean isGross =
                line.type() == EventType.SHIP || isReversal && line.amount().isNegative();
        boolean isReturned =
                line.type() == EventType.RETURN || isReversal && !line.amount().isNegative();
        return new CogsFigure(
                line.customer().filter(any -> group.equals(Optional.of(CogsGroup.CUSTOMER))),
                line.lot().map(LotKey::item).filter(any -> group.equals(Optional.of(CogsGroup.ITEM))),
                line.shipment().filter(any -> group.equals(Optional.of(CogsGroup.SHIPMENT))),
                line.orderLine().filter(any -> group.equals(Optional.of(CogsGroup.ORDER_LINE))),
                line.lot().filter(any -> group.equals(Optional.of(CogsGroup.LOT))),
                isGross ? line.amount() : zero,
                isReturned ? line.amount() : zero,
                isGross || isReturned ? zero : line.amount());
    }
}
