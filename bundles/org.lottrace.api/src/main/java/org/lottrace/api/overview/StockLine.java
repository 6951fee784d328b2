package org.lottrace.api.overview;

import java.util.Objects;
import org.lottrace.api.event.Position;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * What there is of a lot at one position.
 *
 * @param lot the lot with its dates
 * @param description of its item
 * @param position where
 * @param quantity in the base unit of the item
 * @param reserved how much of it orders have reserved, in the base unit
 * @param disposition of the lot
 * @param reason why it has that disposition; empty when it never got one
 * @param expired whether its expiry is before the date of the site; of what is at no site, before the earliest date at any
 */
public record StockLine(
        Lot lot,
        String description,
        Position position,
        Quantity quantity,
        Quantity reserved,
        Disposition disposition,
        String reason,
        boolean expired) {
    public StockLine {
        Objects.requireNonNull(lot);
        Objects.requireNonNull(description);
        Objects.requireNonNull(position);
        Objects.requireNonNull(quantity);
        Objects.requireNonNull(reserved);
        Objects.requireNonNull(disposition);
        Objects.requireNonNull(reason);
    }

    /** @return what tells it from every other line */
    public Key key() {
        return new Key(lot.key(), position);
    }

    /**
     * What tells a line from every other.
     *
     * @param lot which lot
     * @param position where
     */
    public record Key(LotKey lot, Position position) {
        public Key {
            Objects.requireNonNull(lot);
            Objects.requireNonNull(position);
        }
    }
}
