package org.lottrace.persistence.internal.value;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;

/** A quantity in two columns. */
@Embeddable
public record QuantityPart(
        @Column(name = "quantity", precision = 21, scale = 6)
        BigDecimal quantity,

        @Column(name = "unit", length = 3) String unit) {
    public static QuantityPart of(Quantity quantity) {
        return new QuantityPart(quantity.amount(), quantity.unit().code());
    }

    public Quantity toQuantity() {
        return new Quantity(quantity, new UnitOfMeasure(unit));
    }
}
