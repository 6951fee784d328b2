package org.lottrace.api.lot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitMismatchException;
import org.lottrace.api.quantity.UnitOfMeasure;

/**
 * An item that is tracked by lot.
 *
 * @param number its number in the ERP system
 * @param description for people
 * @param type what it is to the company
 * @param gtin its trade item number, when it has one
 * @param baseUnit the unit in which every quantity of it is kept
 * @param packUnits other units in which it may be stated
 * @param shelfLifeDays calendar days to expiry, from when its profile says; absent for an item that does not expire
 * @param segregation what it must not be combined with
 * @param profile what is to be known and kept of its lots
 */
public record Item(
        ItemNumber number,
        String description,
        ItemType type,
        Optional<Gtin> gtin,
        UnitOfMeasure baseUnit,
        List<PackUnit> packUnits,
        Optional<Integer> shelfLifeDays,
        Segregation segregation,
        ItemProfile profile) {
    public Item {
        Objects.requireNonNull(number);
        Objects.requireNonNull(description);
        Objects.requireNonNull(type);
        Objects.requireNonNull(gtin);
        Objects.requireNonNull(baseUnit);
        Objects.requireNonNull(shelfLifeDays);
        Objects.requireNonNull(segregation);
        Objects.requireNonNull(profile);
        packUnits = List.copyOf(packUnits);
    }

    /** An item with a usual profile. */
    public Item(
            ItemNumber number,
            String description,
            ItemType type,
            Optional<Gtin> gtin,
            UnitOfMeasure baseUnit,
            List<PackUnit> packUnits,
            Optional<Integer> shelfLifeDays,
            Segregation segregation) {
        this(number, description, type, gtin, baseUnit, packUnits, shelfLifeDays, segregation, ItemProfile.USUAL);
    }

    /**
     * @param entered a quantity in the base unit or in one of the pack units
     * @return the same quantity in the base unit, rounded half up to the precision of quantities, more than nothing when it
     *     was: 50 pounds are 22.679619 kilograms
     * @throws UnitMismatchException if the item has no factor for the unit
     * @throws ArithmeticException if the result has too many digits to be kept, or would be nothing
     */
    public Quantity toBaseUnit(Quantity entered) {
        return entered.unit().equals(baseUnit) ? entered : new Quantity(rounded(entered), baseUnit);
    }

    private BigDecimal rounded(Quantity entered) {
        BigDecimal exact = entered.amount().multiply(baseUnitsIn(entered.unit()));
        BigDecimal kept = exact.scale() > Quantity.MAXIMUM_SCALE
                ? exact.setScale(Quantity.MAXIMUM_SCALE, RoundingMode.HALF_UP)
                : exact;
        if (kept.signum() != exact.signum()) {
            throw new ArithmeticException(entered + " is nothing in " + baseUnit);
        }
        return kept;
    }

    /**
     * @param unit the base unit or one of the pack units
     * @return how many base units one of it is
     * @throws UnitMismatchException if the item has no factor for the unit
     */
    public BigDecimal baseUnitsIn(UnitOfMeasure unit) {
        if (unit.equals(baseUnit)) {
            return BigDecimal.ONE;
        }
        return packUnits.stream()
                .filter(pack -> pack.unit().equals(unit))
                .findFirst()
                .map(PackUnit::baseUnits)
                .orElseThrow(() -> new UnitMismatchException(baseUnit, unit));
    }
}
