package org.lottrace.cost.internal;

import java.util.List;
import org.joda.money.CurrencyUnit;
import org.lottrace.api.order.PriceCheck;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Refuses purchase orders with a price in another currency when they arrive, before goods are received for them that
 * could not be booked.
 */
@Component(service = PriceCheck.class, configurationPid = LotCostingService.PID)
public final class FunctionalCurrencyCheck implements PriceCheck {
    /** A price is not in the currency of the books. */
    static final String CURRENCY_NOT_FUNCTIONAL = "CURRENCY_NOT_FUNCTIONAL";

    private final CurrencyUnit currency;

    @Activate
    public FunctionalCurrencyCheck(LotCostingConfig config) {
        this(CurrencyUnit.of(config.currency()));
    }

    /** For tests. */
    FunctionalCurrencyCheck(CurrencyUnit currency) {
        this.currency = currency;
    }

    @Override
    public List<Violation> check(UnitPrice price) {
        return price.currency().equals(currency.getCode())
                ? List.of()
                : List.of(new Violation(
                        CURRENCY_NOT_FUNCTIONAL,
                        ViolationPath.WHOLE,
                        "the price is in " + price.currency() + ", but the books are kept in " + currency
                                + "; send it with a price in " + currency));
    }
}
