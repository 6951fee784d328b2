package org.lottrace.api.order;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.id.ChannelId;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.quantity.Quantity;

/**
 * What one own site is to send to another one.
 *
 * @param number number in the ERP system
 * @param fromSite the own site whose goods are sent
 * @param toSite the own site that gets them
 * @param arrivalDate calendar date on which it is to arrive; lots must still be good then
 * @param priority how urgent it is, 1 first, to 999; absent when the ERP system did not tell it: it comes after those that have one
 * @param lines what is sent
 */
public record TransferOrder(
        String number,
        SiteId fromSite,
        SiteId toSite,
        LocalDate arrivalDate,
        Optional<Integer> priority,
        List<Line> lines)
        implements Demand {
    /** The channel of all transfer orders. */
    public static final ChannelId CHANNEL = new ChannelId("TRANSFER");

    /** @throws IllegalArgumentException if the priority is not 1 to 999 */
    public TransferOrder {
        Objects.requireNonNull(number);
        Objects.requireNonNull(fromSite);
        Objects.requireNonNull(toSite);
        Objects.requireNonNull(arrivalDate);
        Demand.checkPriority(priority);
        lines = List.copyOf(lines);
    }

    /** @return this order as a document */
    @Override
    public DocumentReference reference() {
        return new DocumentReference(DocumentType.TRANSFER_ORDER, number);
    }

    /** @return the site that sends */
    @Override
    public SiteId shipFrom() {
        return fromSite;
    }

    /** @return the day of the arrival */
    @Override
    public LocalDate deliveryDate() {
        return arrivalDate;
    }

    /** @return nobody: the goods stay in the company */
    @Override
    public Optional<PartyId> receiver() {
        return Optional.empty();
    }

    /** @return {@link #CHANNEL} */
    @Override
    public Optional<ChannelId> channel() {
        return Optional.of(CHANNEL);
    }

    /** @return the line with that number, or empty */
    public Optional<Line> line(int lineNumber) {
        return lines.stream().filter(one -> one.number() == lineNumber).findFirst();
    }

    /**
     * One item to be sent.
     *
     * @param number line number, 1 or more
     * @param item what
     * @param quantity how much, in any unit the item has
     */
    public record Line(int number, ItemNumber item, Quantity quantity) implements Demand.Line {
        public Line {
            Objects.requireNonNull(item);
            Objects.requireNonNull(quantity);
        }

        /** @return empty: nothing takes the place of something else */
        @Override
        public Optional<SalesOrder.InsteadOf> insteadOf() {
            return Optional.empty();
        }
    }
}
