package org.lottrace.allocation.fefo.internal;

import java.util.Optional;
import org.lottrace.api.lot.Item;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitMismatchException;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** What an order line wants is kept in the base unit of its item, whoever orders it. */
final class OrderedQuantity {
    private OrderedQuantity() {}

    /** @return why the quantity cannot be kept in the base unit of the item; empty when it can */
    static Optional<Violation> against(Item item, Quantity quantity, ViolationPath path) {
        try {
            item.toBaseUnit(quantity);
            return Optional.empty();
        } catch (UnitMismatchException noFactor) {
            return Optional.of(new Violation(
                    "UNIT_UNKNOWN",
                    path,
                    "item " + item.number() + " has no unit " + quantity.unit() + "; order in " + item.baseUnit()
                            + " or send the item with that pack unit"));
        } catch (ArithmeticException inexact) {
            return Optional.of(new Violation(
                    "QUANTITY_NOT_EXACT",
                    path,
                    quantity + " cannot be kept exactly in " + item.baseUnit() + "; order a rounder quantity"));
        }
    }
}
