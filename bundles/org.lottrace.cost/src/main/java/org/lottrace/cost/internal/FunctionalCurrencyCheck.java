package org.lottrace.cost.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.lottrace.api.event.LinePrice;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.order.CompanyCurrency;
import org.lottrace.api.order.PriceCheck;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Refuses prices in another currency when they arrive, before goods are received for them that could not be booked: of goods that are
 * bought when no exchange rate is known, else always.
 */
@Component(
        service = {PriceCheck.class, CompanyCurrency.class},
        configurationPid = LotCostingService.PID)
public final class FunctionalCurrencyCheck implements PriceCheck, CompanyCurrency {
    /** A price is not in the currency of the books. */
    static final String CURRENCY_NOT_FUNCTIONAL = "CURRENCY_NOT_FUNCTIONAL";

    private final CurrencyUnit currency;
    private final PublishedRates rates;
    private final Clock clock;

    @Activate
    public FunctionalCurrencyCheck(@Reference LedgerStore ledger, @Reference Clock clock, LotCostingConfig config) {
        this(CurrencyUnit.of(config.currency()), new PublishedRates(ledger), clock);
    }

    /** For tests. */
    FunctionalCurrencyCheck(CurrencyUnit currency, PublishedRates rates, Clock clock) {
        this.currency = currency;
        this.rates = rates;
        this.clock = clock;
    }

    @Override
    public List<Violation> check(UnitPrice price) {
        return isForeign(price.currency())
                ? List.of(new Violation(
                        CURRENCY_NOT_FUNCTIONAL,
                        ViolationPath.WHOLE,
                        "the price is in " + price.currency() + ", but the books are kept in " + currency
                                + "; send it with a price in " + currency))
                : List.of();
    }

    @Override
    public List<Violation> checkBought(UnitPrice price) {
        LocalDate tomorrow =
                clock.instant().atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1);
        return isForeign(price.currency())
                        && rates.on(price.currency(), tomorrow).isEmpty()
                ? List.of(new Violation(
                        CURRENCY_NOT_FUNCTIONAL,
                        ViolationPath.WHOLE,
                        "the price is in " + price.currency() + ", but the books are kept in " + currency
                                + ", and no exchange rate of the last " + PublishedRates.STANDS_FOR_DAYS
                                + " days is known; record one, or send it with a price in " + currency))
                : List.of();
    }

    @Override
    public boolean isForeign(String other) {
        return !other.equals(currency.getCode());
    }

    @Override
    public Optional<LinePrice.ExchangeRate> rate(String foreign, LocalDate day) {
        return rates.on(foreign, day).map(rate -> new LinePrice.ExchangeRate(currency.getCode(), rate.factor()));
    }
}
