package org.lottrace.cost.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.event.LinePrice;
import org.lottrace.api.id.SiteId;
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
@Component(service = {PriceCheck.class, CompanyCurrency.class})
public final class FunctionalCurrencyCheck implements PriceCheck, CompanyCurrency {
    /** A price is not in the currency of the books. */
    static final String CURRENCY_NOT_FUNCTIONAL = "CURRENCY_NOT_FUNCTIONAL";

    private final BooksCurrency currencies;
    private final Clock clock;

    @Activate
    public FunctionalCurrencyCheck(@Reference BooksCurrency currencies, @Reference Clock clock) {
        this.currencies = currencies;
        this.clock = clock;
    }

    @Override
    public List<Violation> check(UnitPrice price) {
        return currencies.isOfAny(price.currency()) ? List.of() : notFunctional(price, currencies.common());
    }

    @Override
    public List<Violation> check(UnitPrice price, SiteId site) {
        return isForeign(site, price.currency()) ? notFunctional(price, of(site)) : List.of();
    }

    private static List<Violation> notFunctional(UnitPrice price, CurrencyUnit books) {
        return List.of(new Violation(
                CURRENCY_NOT_FUNCTIONAL,
                ViolationPath.WHOLE,
                "the price is in " + price.currency() + ", but the books are kept in " + books
                        + "; send it with a price in " + books));
    }

    @Override
    public List<Violation> checkBought(UnitPrice price) {
        LocalDate tomorrow =
                clock.instant().atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1);
        return !currencies.isOfAny(price.currency())
                        && currencies.rates().on(price.currency(), tomorrow).isEmpty()
                ? List.of(new Violation(
                        CURRENCY_NOT_FUNCTIONAL,
                        ViolationPath.WHOLE,
                        "the price is in " + price.currency() + ", but the books are kept in " + currencies.common()
                                + ", and no exchange rate of the last " + PublishedRates.STANDS_FOR_DAYS
                                + " days is known; record one, or send it with a price in " + currencies.common()))
                : List.of();
    }

    @Override
    public boolean isForeign(SiteId site, String other) {
        return !other.equals(of(site).getCode());
    }

    @Override
    public Optional<LinePrice.ExchangeRate> rate(SiteId site, String foreign, LocalDate day) {
        return CurrentBooks.of(currencies.keeper(site), () -> currencies
                .rates()
                .on(foreign, day)
                .map(rate -> new LinePrice.ExchangeRate(currencies.current().getCode(), rate.factor())));
    }

    private CurrencyUnit of(SiteId site) {
        return currencies.of(currencies.keeper(site));
    }
}
