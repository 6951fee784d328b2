package org.lottrace.api.cost;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.quantity.UnitPrice;

/**
 * At which prices goods go from one company to another.
 *
 * @param context who, when and where it was recorded; prices count for what is recorded after them
 * @param seller the company of the sites that the goods leave
 * @param buyer the company of the sites that they go to
 * @param prices at most {@value #MOST}; each item and day once
 */
public record TransferPrices(CaptureContext context, PartyId seller, PartyId buyer, List<Agreed> prices) {
    /** Most prices at once. */
    public static final int MOST = 1_000;

    public TransferPrices {
        Objects.requireNonNull(context);
        Objects.requireNonNull(seller);
        Objects.requireNonNull(buyer);
        prices = List.copyOf(prices);
    }

    /**
     * @param item which item
     * @param price for one of its base unit or a pack unit, in any currency
     * @param from the first accounting date for which it counts; no time zone
     */
    public record Agreed(ItemNumber item, UnitPrice price, LocalDate from) {
        public Agreed {
            Objects.requireNonNull(item);
            Objects.requireNonNull(price);
            Objects.requireNonNull(from);
        }
    }
}
