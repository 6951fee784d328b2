package org.lottrace.cost.internal;

import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.api.order.PurchaseOrderCheck;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Refuses purchase orders with a price in another currency when they arrive, before goods are received for them that
 * could not be booked.
 */
@Component(service = PurchaseOrderCheck.class, configurationPid = LotCostingService.PID)
public final class FunctionalCurrencyCheck implements PurchaseOrderCheck {
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
    public List<Violation> check(PurchaseOrder order) {
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < order.lines().size(); i++) {
            String given = order.lines().get(i).price().currency();
            if (!given.equals(currency.getCode())) {
                violations.add(new Violation(
                        CURRENCY_NOT_FUNCTIONAL,
                        ViolationPath.of("lines", i + 1).then("price"),
                        "the price is in " + given + ", but the books are kept in " + currency
                                + "; send the order with a price in " + currency));
            }
        }
        return violations;
    }
}
