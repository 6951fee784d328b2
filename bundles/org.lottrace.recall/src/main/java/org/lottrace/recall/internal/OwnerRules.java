package org.lottrace.recall.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.recall.drill.Drill;
import org.lottrace.api.recall.report.OwnerFigures.Losses;
import org.lottrace.api.recall.report.OwnerFigures.Traces;

/** How the figures of the owner are worked out. */
final class OwnerRules {
    private static final BigDecimal DAYS_OF_A_YEAR = BigDecimal.valueOf(365);
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);
    private static final BigDecimal SECONDS_OF_AN_HOUR = BigDecimal.valueOf(3_600);

    private OwnerRules() {}

    static Losses losses(LocalDate from, LocalDate to, Money writtenOff, Money expired) {
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        return new Losses(days, writtenOff, expired, inAMonth(writtenOff, days), inAMonth(expired, days));
    }

    private static Money inAMonth(Money amount, long days) {
        return OwnerSettings.money(
                amount.getAmount()
                        .multiply(DAYS_OF_A_YEAR)
                        .divide(MONTHS.multiply(BigDecimal.valueOf(days)), 10, RoundingMode.HALF_UP),
                amount.getCurrencyUnit());
    }

    /** @return what the settings say was lost in a month; empty when they do not. Nothing is said to have expired when only that is missing. */
    static Optional<Losses> assumed(OwnerSettings settings, CurrencyUnit currency) {
        return settings.writtenOff().map(amount -> {
            Money writtenOff = OwnerSettings.money(amount, currency);
            Money expired = OwnerSettings.money(settings.expired().orElse(BigDecimal.ZERO), currency);
            return new Losses(0, writtenOff, expired, writtenOff, expired);
        });
    }

    static Traces traces(Collection<Drill> drills) {
        Duration all = drills.stream().map(Drill::took).reduce(Duration.ZERO, Duration::plus);
        return new Traces(
                drills.size(),
                drills.isEmpty() ? Duration.ZERO : all.dividedBy(drills.size()),
                drills.stream().map(Drill::took).max(Duration::compareTo).orElse(Duration.ZERO));
    }

    /** @return what is lost less than before in a year, and what hours of traces cost less; empty when neither is known */
    static Optional<Money> savedInAYear(
            Losses now, Optional<Losses> before, Traces traces, OwnerSettings settings, CurrencyUnit currency) {
        Optional<Money> goods = before.map(
                was -> was.writtenOffInAMonth().minus(now.writtenOffInAMonth()).multipliedBy(MONTHS.longValueExact()));
        Optional<Money> hours = hours(traces, settings)
                .flatMap(each -> settings.traces().map(each::multiply))
                .flatMap(all -> settings.hour().map(all::multiply))
                .map(amount -> OwnerSettings.money(amount, currency));
        return goods.map(amount -> hours.map(amount::plus).orElse(amount)).or(() -> hours);
    }

    /** @return what a trace takes less; empty when it is not known what it took, or none was practised since */
    private static Optional<BigDecimal> hours(Traces traces, OwnerSettings settings) {
        return settings.hours()
                .filter(before -> traces.drills() > 0)
                .map(before ->
                        before.subtract(BigDecimal.valueOf(traces.average().toMillis())
                                .divide(SECONDS_OF_AN_HOUR.movePointRight(3), 10, RoundingMode.HALF_UP)));
    }
}
