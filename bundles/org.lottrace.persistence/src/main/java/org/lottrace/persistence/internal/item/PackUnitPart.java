package org.lottrace.persistence.internal.item;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.lottrace.api.lot.PackUnit;
import org.lottrace.api.quantity.UnitOfMeasure;

/** A row of {@code pack_unit}. */
@Embeddable
public record PackUnitPart(
        @Column(name = "unit", length = 3) String unit,

        @Column(name = "base_units", precision = 25, scale = 10)
        BigDecimal baseUnits) {
    static PackUnitPart of(PackUnit pack) {
        return new PackUnitPart(pack.unit().code(), pack.baseUnits());
    }

    PackUnit toPackUnit() {
        return new PackUnit(new UnitOfMeasure(unit), baseUnits);
    }
}
