package org.lottrace.api.lot;

import java.util.Optional;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitMismatchException;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** The one rule for a quantity that somebody entered: whether it can be kept in the base unit of its item. */
public final class EnteredQuantity {
    /** The item has no factor from that unit to its base unit. */
    public static final String UNIT_UNKNOWN = "UNIT_UNKNOWN";

    /** In the base unit it would have too many digits, or be nothing. */
    public static final String QUANTITY_NOT_EXACT = "QUANTITY_NOT_EXACT";

    private EnteredQuantity() {}

    /**
     * @param path of the quantity in the request
     * @return why it cannot be kept, {@code UNIT_UNKNOWN} or {@code QUANTITY_NOT_EXACT}; empty when it can
     */
    public static Optional<Violation> against(Item item, Quantity entered, ViolationPath path) {
        try {
            item.toBaseUnit(entered);
            return Optional.empty();
        } catch (UnitMismatchException noFactor) {
            return Optional.of(new Violation(
                    UNIT_UNKNOWN,
                    path,
                    "item " + item.number() + " has no factor from " + entered.unit() + " to " + item.baseUnit()
                            + ": state it in " + item.baseUnit() + ", or add the pack unit to the item"));
        } catch (ArithmeticException notExact) {
            return Optional.of(new Violation(
                    QUANTITY_NOT_EXACT,
                    path,
                    entered + " of item " + item.number() + " cannot be kept exactly in " + item.baseUnit()
                            + ": state it in " + item.baseUnit()));
        }
    }
}
