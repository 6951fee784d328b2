package org.lottrace.api.order;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitPrice;

/**
 * What was ordered from a supplier.
 *
 * @param number number in the ERP system
 * @param supplier who delivers
 * @param site where it is to be received
 * @param lines what is ordered
 */
public record PurchaseOrder(String number, PartyId supplier, SiteId site, List<Line> lines) {
    public PurchaseOrder {
        Objects.requireNonNull(number);
        Objects.requireNonNull(supplier);
        Objects.requireNonNull(site);
        lines = List.copyOf(lines);
    }

    /** @return this order as a document */
    public DocumentReference reference() {
        return new DocumentReference(DocumentType.PURCHASE_ORDER, number);
    }

    /** @return the line with that number, or empty */
    public Optional<Line> line(int lineNumber) {
        return lines.stream().filter(l -> l.number() == lineNumber).findFirst();
    }

    /**
     * One ordered item.
     *
     * @param number line number, 1 or more
     * @param item what
     * @param quantity how much, in any unit the item has
     * @param price the agreed price
     * @param consignment true when the goods belong to the supplier until they are used; they are owed at the price only then
     */
    public record Line(int number, ItemNumber item, Quantity quantity, UnitPrice price, boolean consignment) {
        public Line {
            Objects.requireNonNull(item);
            Objects.requireNonNull(quantity);
            Objects.requireNonNull(price);
        }

        /** A line whose goods are ours when they come. */
        public Line(int number, ItemNumber item, Quantity quantity, UnitPrice price) {
            this(number, item, quantity, price, false);
        }
    }
}
