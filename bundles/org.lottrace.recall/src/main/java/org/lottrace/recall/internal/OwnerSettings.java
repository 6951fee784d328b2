package org.lottrace.recall.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.recall.report.OwnerFigures.Assumed;

/**
 * What the settings say.
 *
 * @param goLive since when LotTrace is used
 * @param writtenOff in a month before
 * @param expired of it
 * @param hours of a trace before
 * @param traces in a year
 * @param hour what it costs
 */
record OwnerSettings(
        Optional<LocalDate> goLive,
        Optional<BigDecimal> writtenOff,
        Optional<BigDecimal> expired,
        Optional<BigDecimal> hours,
        Optional<BigDecimal> traces,
        Optional<BigDecimal> hour) {
    /** @throws IllegalArgumentException if one is no day or no number, says which and what to write */
    static OwnerSettings of(OwnerConfig config) {
        return new OwnerSettings(
                day(config.go_live()),
                number("before.written.off", config.before_written_off()),
                number("before.expired", config.before_expired()),
                number("before.trace.hours", config.before_trace_hours()),
                number("traces.in.a.year", config.traces_in_a_year()),
                number("hour.cost", config.hour_cost()));
    }

    /** @return the same for the books of a company, whose currency is another: amounts are said for the common books */
    OwnerSettings withoutMoney() {
        return new OwnerSettings(goLive, Optional.empty(), Optional.empty(), hours, traces, Optional.empty());
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return given(text).map(LocalDate::parse);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "go.live is " + text + " and no day; write one such as 2026-03-01, or nothing", e);
        }
    }

    private static Optional<BigDecimal> number(String name, String text) {
        try {
            Optional<BigDecimal> number = given(text).map(BigDecimal::new);
            if (number.filter(one -> one.signum() < 0).isPresent()) {
                throw new IllegalArgumentException(name + " is " + text + "; write nothing less than 0");
            }
            return number;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    name + " is " + text + " and no number; write one such as 1250.50, or nothing", e);
        }
    }

    private static Optional<String> given(String text) {
        return Optional.of(text.strip()).filter(some -> !some.isEmpty());
    }

    /** @param currency of the books */
    Assumed assumed(CurrencyUnit currency) {
        return new Assumed(hours, traces, hour.map(amount -> money(amount, currency)));
    }

    static Money money(BigDecimal amount, CurrencyUnit currency) {
        return Money.of(currency, amount, RoundingMode.HALF_UP);
    }
}
