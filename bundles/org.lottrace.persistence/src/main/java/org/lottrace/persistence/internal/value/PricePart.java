package org.lottrace.persistence.internal.value;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.Optional;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.quantity.UnitPrice;

/** The price of an order line in three columns; null when all are. */
@Embeddable
public record PricePart(
        @Column(name = "price", precision = 25, scale = 10) BigDecimal amount,

        @Column(name = "currency", length = 3) String currency,
        @Column(name = "price_unit", length = 3) String unit) {
    public static PricePart of(UnitPrice price) {
        return new PricePart(price.amount(), price.currency(), price.per().code());
    }

    public UnitPrice toPrice() {
        return new UnitPrice(amount, currency, new UnitOfMeasure(unit));
    }

    /** @return the price, or empty when the columns were null */
    public static Optional<UnitPrice> optional(PricePart part) {
        return Optional.ofNullable(part).map(PricePart::toPrice);
    }
}
