package org.lottrace.cost.internal;

import java.util.Optional;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.PartyId;

/**
 * What of an event is booked in some books.
 *
 * @param books the company that keeps them; empty for the common books
 * @param event with the lines that belong there
 * @param trade the sale or the purchase that the goods are when they go from one company to another
 */
record PartOfEvent(Optional<PartyId> books, TraceEvent event, Optional<Trade> trade) {
    /**
     * Goods of one company become goods of another: what they leave at one is a shipment there, what they come to a receipt.
     *
     * @param seller the company of the site that they leave
     * @param buyer the company of the site that they go to
     * @param isSale true in the books of the seller
     */
    record Trade(PartyId seller, PartyId buyer, boolean isSale) {}
}
