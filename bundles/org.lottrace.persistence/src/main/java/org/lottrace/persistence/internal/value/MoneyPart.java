package org.lottrace.persistence.internal.value;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** An amount of money in two columns. */
@Embeddable
public record MoneyPart(
        @Column(name = "amount", precision = 19, scale = 4) BigDecimal amount,
        @Column(name = "currency", length = 3) String currency) {
    public static MoneyPart of(Money money) {
        return new MoneyPart(money.getAmount(), money.getCurrencyUnit().getCode());
    }

    public Money toMoney() {
        return Money.of(CurrencyUnit.of(currency), amount.stripTrailingZeros());
    }
}
