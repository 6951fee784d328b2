package org.lottrace.persistence.internal.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.math.BigDecimal;
import java.util.Optional;
import org.lottrace.api.event.LinePrice;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.persistence.internal.value.PricePart;

/** What was agreed for the goods of a line in seven columns; null when all are. */
@Embeddable
public record LinePricePart(
        @Column(name = "price_item", length = 30) String item,
        @Embedded PricePart price,

        @Column(name = "price_base_units", precision = 25, scale = 10)
        BigDecimal baseUnits,

        @Column(name = "rate_currency", length = 3) String rateCurrency,
        @Column(name = "rate", precision = 25, scale = 10) BigDecimal rate) {
    static LinePricePart of(LinePrice agreed) {
        return new LinePricePart(
                agreed.item().value(),
                PricePart.of(agreed.price()),
                agreed.baseUnits(),
                agreed.rate().map(LinePrice.ExchangeRate::currency).orElse(null),
                agreed.rate().map(LinePrice.ExchangeRate::factor).orElse(null));
    }

    /** @return what was agreed, or empty when the columns were null */
    static Optional<LinePrice> optional(LinePricePart part) {
        return Optional.ofNullable(part)
                .map(known -> new LinePrice(
                        new ItemNumber(known.item), known.price.toPrice(), known.baseUnits, known.exchangeRate()));
    }

    private Optional<LinePrice.ExchangeRate> exchangeRate() {
        return Optional.ofNullable(rateCurrency).map(currency -> new LinePrice.ExchangeRate(currency, rate));
    }
}
