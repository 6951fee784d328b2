package org.lottrace.planning.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.planning.AdviceKind;
import org.lottrace.api.planning.ExpiryAdvice;
import org.lottrace.api.planning.ExpiryAdvices;
import org.lottrace.api.planning.LotRisk;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.planning.internal.ExpiryQueue.Left;
import org.lottrace.planning.internal.ExpiryQueue.Waiting;

/** Shares out what is left of lots: what one took, another does not get. */
final class AdviceRules {
    private static final int DIGITS = 3;

    /** Less than that is not worth a line. */
    private static final BigDecimal LEAST = new BigDecimal("0.5");

    private AdviceRules() {}

    /** What an open order still needs of the item; less and less. */
    static final class Need {
        private final String order;
        private final LocalDate day;
        private BigDecimal open;

        Need(String order, LocalDate day, BigDecimal open) {
            this.order = order;
            this.day = day;
            this.open = open;
        }
    }

    /** Another site with its demand for the item, and its lots by expiry; more and more. */
    static final class Elsewhere {
        private final SiteId site;
        private final Series series;
        private final List<Waiting> lots;
        private Optional<BigDecimal> leftNow = Optional.empty();

        Elsewhere(SiteId site, Series series, List<Waiting> lots) {
            this.site = site;
            this.series = series;
            this.lots = new ArrayList<>(lots);
        }

        /** @return how much more is sold here when that comes, on average */
        BigDecimal gain(Waiting more) {
            return RiskRules.basis(series).isKnown()
                    ? more.quantity()
                            .subtract(left(with(more)).subtract(leftNow()))
                            .setScale(DIGITS, RoundingMode.DOWN)
                    : BigDecimal.ZERO;
        }

        private BigDecimal leftNow() {
            leftNow = leftNow.or(() -> Optional.of(left(lots)));
            return leftNow.get();
        }

        private List<Waiting> with(Waiting more) {
            return Stream.concat(lots.stream(), Stream.of(more))
                    .sorted(Comparator.comparing(Waiting::days))
                    .toList();
        }

        private BigDecimal left(List<Waiting> queue) {
            return ExpiryQueue.of(series).left(queue).stream().map(Left::left).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        void take(Waiting more) {
            List<Waiting> queue = with(more);
            leftNow = Optional.empty();
            lots.clear();
            lots.addAll(queue);
        }
    }

    private record Gain(Elsewhere site, BigDecimal quantity) {}

    /** @param needs of the item at the site, the earliest first */
    static List<ExpiryAdvice> of(LotRisk risk, List<Need> needs, List<Elsewhere> elsewhere) {
        List<ExpiryAdvice> advice = new ArrayList<>();
        BigDecimal rest = risk.left().map(Quantity::amount).orElse(BigDecimal.ZERO);
        for (Need need : needs) {
            BigDecimal part = rest.min(need.open);
            if (part.compareTo(LEAST) >= 0 && !need.day.isAfter(risk.lot().expiry())) {
                need.open = need.open.subtract(part);
                rest = rest.subtract(part);
                advice.add(one(risk, AdviceKind.USE_IN_PRODUCTION, Optional.empty(), Optional.of(need.order), part));
            }
        }
        int days = risk.lot().daysLeft() - ExpiryAdvices.DAYS_ON_THE_ROAD;
        if (rest.compareTo(LEAST) >= 0 && days > 0) {
            Waiting sent = new Waiting(rest, days);
            Optional<Gain> best = elsewhere.stream()
                    .map(other -> new Gain(other, other.gain(sent)))
                    .max(Comparator.comparing(Gain::quantity))
                    .filter(gain -> gain.quantity().compareTo(LEAST) >= 0);
            if (best.isPresent()) {
                Gain gain = best.get();
                gain.site().take(new Waiting(gain.quantity(), days));
                rest = rest.subtract(gain.quantity());
                advice.add(one(
                        risk, AdviceKind.TRANSFER, Optional.of(gain.site().site), Optional.empty(), gain.quantity()));
            }
        }
        if (rest.compareTo(LEAST) >= 0) {
            advice.add(one(risk, AdviceKind.MARK_DOWN, Optional.empty(), Optional.empty(), rest));
        }
        return advice;
    }

    private static ExpiryAdvice one(
            LotRisk risk, AdviceKind kind, Optional<SiteId> to, Optional<String> order, BigDecimal part) {
        Quantity quantity = new Quantity(part, risk.lot().quantity().unit());
        return new ExpiryAdvice(risk, kind, to, order, quantity, cost(risk, part));
    }

    private static Optional<Money> cost(LotRisk risk, BigDecimal part) {
        return risk.lot()
                .value()
                .map(all -> Money.of(
                        all.getCurrencyUnit(),
                        all.getAmount()
                                .multiply(part)
                                .divide(
                                        risk.lot().quantity().amount(),
                                        all.getCurrencyUnit().getDecimalPlaces(),
                                        RoundingMode.HALF_UP)));
    }
}
