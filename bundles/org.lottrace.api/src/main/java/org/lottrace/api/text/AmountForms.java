package org.lottrace.api.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.quantity.UnitPrice;

/** Numbers and what they count. */
final class AmountForms {
    /** No exponent: a text of ten characters could mean a number with a thousand million digits. */
    private static final Pattern PLAIN = Pattern.compile("[+-]?([0-9]{1,40}(\\.[0-9]{0,40})?|\\.[0-9]{1,40})");

    static final List<TextForm<?>> ALL = List.of(
            new TextForm<>(
                    BigDecimal.class,
                    "decimal number",
                    "12.5",
                    "digits with a decimal point, no exponent and no thousands separator",
                    BigDecimal::toPlainString,
                    AmountForms::decimal),
            new TextForm<>(
                    UnitOfMeasure.class,
                    "unit",
                    "KGM",
                    "2 or 3 upper-case letters or digits, a code of UNECE Recommendation 20",
                    UnitOfMeasure::code,
                    UnitOfMeasure::new),
            new TextForm<>(
                    Quantity.class,
                    "quantity",
                    "12.5:KGM",
                    "amount:unit; the amount has at most 6 decimals and 15 digits before the point",
                    quantity -> quantity.amount().toPlainString() + ":" + quantity.unit(),
                    AmountForms::quantity),
            new TextForm<>(
                    UnitPrice.class,
                    "unit price",
                    "0.85:EUR/KGM",
                    "amount:currency/unit; the amount has at most 10 decimals, the currency is a code of ISO 4217",
                    price -> price.amount().toPlainString() + ":" + price.currency() + "/" + price.per(),
                    AmountForms::unitPrice),
            new TextForm<>(
                    Money.class,
                    "amount of money",
                    "99.90:EUR",
                    "amount:currency; the amount has no more decimals than the currency, which is a code of ISO 4217",
                    money -> money.getAmount().toPlainString() + ":" + money.getCurrencyUnit(),
                    AmountForms::money));

    private AmountForms() {}

    private static BigDecimal decimal(String text) {
        if (!PLAIN.matcher(text).matches()) {
            throw new IllegalArgumentException("no plain decimal number");
        }
        return new BigDecimal(text);
    }

    private static Quantity quantity(String text) {
        String[] parts = Parts.of(text, ":");
        return new Quantity(decimal(parts[0]), new UnitOfMeasure(parts[1]));
    }

    private static UnitPrice unitPrice(String text) {
        String[] parts = Parts.of(text, ":");
        String[] currencyAndUnit = Parts.of(parts[1], "/");
        return new UnitPrice(decimal(parts[0]), currencyAndUnit[0], new UnitOfMeasure(currencyAndUnit[1]));
    }

    private static Money money(String text) {
        String[] parts = Parts.of(text, ":");
        return Money.of(CurrencyUnit.of(parts[1]), decimal(parts[0]));
    }
}
