package org.lottrace.api.thirdparty;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.quantity.Quantity;

/**
 * A document between us and a third-party warehouse.
 *
 * @param number its number, unique for the warehouse and the kind, 1 to 29 characters
 * @param kind what it says
 * @param warehouse the site that the third party runs
 * @param from of a transfer shipment: from which of our sites the goods left
 * @param about the number of what it is about: of a transfer receipt the transfer shipment, of a shipping order the sales order, of a
 *     shipping advice the shipping order, absent when the customer is named
 * @param customer of a shipping advice: who got the goods, so that it is booked although no order for them is known
 * @param at when what it says was so, kept to the microsecond; of an inventory when the stock was counted or read
 * @param lines what it says of goods
 */
public record StockDocument(
        String number,
        StockDocumentKind kind,
        SiteId warehouse,
        Optional<SiteId> from,
        Optional<String> about,
        Optional<PartyId> customer,
        Instant at,
        List<Line> lines) {
    public StockDocument {
        Objects.requireNonNull(number);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(warehouse);
        Objects.requireNonNull(from);
        Objects.requireNonNull(about);
        Objects.requireNonNull(customer);
        at = at.truncatedTo(ChronoUnit.MICROS);
        lines = List.copyOf(lines);
    }

    /** A document that names no customer. */
    public StockDocument(
            String number,
            StockDocumentKind kind,
            SiteId warehouse,
            Optional<SiteId> from,
            Optional<String> about,
            Instant at,
            List<Line> lines) {
        this(number, kind, warehouse, from, about, Optional.empty(), at, lines);
    }

    /**
     * A quantity of one item, and where it is known of one lot of it.
     *
     * @param item what
     * @param issuer who gave the lot its number, when it is known
     * @param lot which lot; absent where nobody has to say it, as in a shipping order
     * @param quantity in any unit the item has; zero only in an inventory
     * @param container the logistic unit in which it is or was
     * @param location of a transfer shipment: where it was taken from
     * @param orderLine of a shipping order or advice: the line of the sales order; absent: the one with the item
     * @param condition in what condition
     */
    public record Line(
            ItemNumber item,
            Optional<PartyId> issuer,
            Optional<LotNumber> lot,
            Quantity quantity,
            Optional<Sscc> container,
            Optional<LocationId> location,
            Optional<Integer> orderLine,
            GoodsCondition condition) {
        public Line {
            Objects.requireNonNull(item);
            Objects.requireNonNull(issuer);
            Objects.requireNonNull(lot);
            Objects.requireNonNull(quantity);
            Objects.requireNonNull(container);
            Objects.requireNonNull(location);
            Objects.requireNonNull(orderLine);
            Objects.requireNonNull(condition);
        }
    }
}
