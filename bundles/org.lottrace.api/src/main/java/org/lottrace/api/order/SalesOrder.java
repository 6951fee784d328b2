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
import org.lottrace.api.quantity.UnitPrice;

/**
 * What a customer ordered.
 *
 * @param number number in the ERP system
 * @param customer who receives it
 * @param customerOrder the customer's own order number; stands in the ship notice (X12 PRF01)
 * @param shipFrom the own site that delivers
 * @param deliveryDate calendar date on which it is to arrive; lots must still be good then
 * @param channel through which it was sold; absent when the ERP system did not tell it
 * @param priority how urgent it is, 1 first, to 999; absent when the ERP system did not tell it: it comes after those that have one
 * @param lines what is ordered
 */
public record SalesOrder(
        String number,
        PartyId customer,
        String customerOrder,
        SiteId shipFrom,
        LocalDate deliveryDate,
        Optional<ChannelId> channel,
        Optional<Integer> priority,
        List<Line> lines)
        implements Demand {
    public SalesOrder {
        Objects.requireNonNull(number);
        Objects.requireNonNull(customer);
        Objects.requireNonNull(customerOrder);
        Objects.requireNonNull(shipFrom);
        Objects.requireNonNull(deliveryDate);
        Objects.requireNonNull(channel);
        Demand.checkPriority(priority);
        lines = List.copyOf(lines);
    }

    /** An order without a priority. */
    public SalesOrder(
            String number,
            PartyId customer,
            String customerOrder,
            SiteId shipFrom,
            LocalDate deliveryDate,
            Optional<ChannelId> channel,
            List<Line> lines) {
        this(number, customer, customerOrder, shipFrom, deliveryDate, channel, Optional.empty(), lines);
    }

    /** An order whose channel is not known. */
    public SalesOrder(
            String number,
            PartyId customer,
            String customerOrder,
            SiteId shipFrom,
            LocalDate deliveryDate,
            List<Line> lines) {
        this(number, customer, customerOrder, shipFrom, deliveryDate, Optional.empty(), lines);
    }

    /** Lines for substitutes have numbers from here on, so that they are none that an ERP system gives. */
    public static final int FIRST_SUBSTITUTE = 900_001;

    /** @return the number of the line as the customer knows it: of a substitute that of the line in whose place it is delivered */
    public int orderedLine(int lineNumber) {
        return line(lineNumber).flatMap(Line::insteadOf).map(InsteadOf::line).orElse(lineNumber);
    }

    /** @return this order as a document */
    @Override
    public DocumentReference reference() {
        return new DocumentReference(DocumentType.SALES_ORDER, number);
    }

    /** @return the customer */
    @Override
    public Optional<PartyId> receiver() {
        return Optional.of(customer);
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
     * @param price the agreed price without tax; absent when the ERP system did not tell it
     * @param insteadOf the line in whose place this one is delivered; absent for what the customer ordered
     */
    public record Line(
            int number, ItemNumber item, Quantity quantity, Optional<UnitPrice> price, Optional<InsteadOf> insteadOf)
            implements Demand.Line {
        public Line {
            Objects.requireNonNull(item);
            Objects.requireNonNull(quantity);
            Objects.requireNonNull(price);
            Objects.requireNonNull(insteadOf);
        }

        /** A line that the customer ordered. */
        public Line(int number, ItemNumber item, Quantity quantity, Optional<UnitPrice> price) {
            this(number, item, quantity, price, Optional.empty());
        }

        /** A line whose price is not known. */
        public Line(int number, ItemNumber item, Quantity quantity) {
            this(number, item, quantity, Optional.empty());
        }
    }

    /**
     * For which line a substitute is delivered. That line is smaller by what is replaced.
     *
     * @param line number of the line that the customer ordered
     * @param quantity how much of it is replaced, in the base unit of its item
     */
    public record InsteadOf(int line, Quantity quantity) {
        public InsteadOf {
            Objects.requireNonNull(quantity);
        }
    }
}
