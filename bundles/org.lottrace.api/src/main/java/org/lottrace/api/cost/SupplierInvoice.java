package org.lottrace.api.cost;

import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.quantity.Quantity;

/**
 * An invoice or a credit note of a supplier.
 *
 * @param context who, when and where; its accounting date is that of the document
 * @param number its number as the supplier writes it
 * @param supplier who sent it
 * @param lines what it is about
 */
public record SupplierInvoice(CaptureContext context, String number, PartyId supplier, List<Line> lines) {
    public SupplierInvoice {
        Objects.requireNonNull(context);
        Objects.requireNonNull(number);
        Objects.requireNonNull(supplier);
        lines = List.copyOf(lines);
    }

    /**
     * @param orderLine line of the purchase order
     * @param quantity how much, in a unit of the item; zero in a credit note that changes the price alone
     * @param amount net, more than zero; in the functional currency, or in one that has an exchange rate
     */
    public record Line(OrderLineReference orderLine, Quantity quantity, Money amount) {
        public Line {
            Objects.requireNonNull(orderLine);
            Objects.requireNonNull(quantity);
            Objects.requireNonNull(amount);
        }
    }
}
