package org.lottrace.api.movement;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.partner.LongList;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.quantity.Quantity;

/**
 * A ship notice that was accepted: what is expected, and what of it has come.
 *
 * @param notice what the supplier said
 * @param site where it is to be received
 * @param lines one for each line of the notice, in its order; of a large one a {@link LongList}
 */
public record ExpectedReceipt(ShipNotice notice, SiteId site, List<Line> lines) {
    public ExpectedReceipt {
        Objects.requireNonNull(notice);
        Objects.requireNonNull(site);
        lines = LongList.copyOf(lines);
    }

    /** @return true when something is still to come */
    public boolean isOpen() {
        return lines.stream().anyMatch(line -> line.open().isPositive());
    }

    /**
     * An expected quantity of one lot, or of an item whose lots are captured at receipt.
     *
     * @param number 1 for the first line of the notice
     * @param item what is expected
     * @param lot the lot as it will be registered at receipt; absent when the notice names none and whoever receives the goods says it
     * @param expected in the base unit of the item
     * @param received so far, in the base unit of the item; more than expected when more came
     * @param announced as the supplier wrote it; in the base unit when the rest of the notice was closed
     * @param orderLine the line of the purchase order that gives the price
     * @param container the logistic unit it is announced in: the pack, else the tare
     */
    public record Line(
            int number,
            ItemNumber item,
            Optional<Lot> lot,
            Quantity expected,
            Quantity received,
            Quantity announced,
            OrderLineReference orderLine,
            Optional<Sscc> container) {
        /** @throws IllegalArgumentException if the lot is one of another item */
        public Line {
            Objects.requireNonNull(item);
            Objects.requireNonNull(expected);
            Objects.requireNonNull(received);
            Objects.requireNonNull(announced);
            Objects.requireNonNull(orderLine);
            Objects.requireNonNull(container);
            if (!lot.map(known -> known.key().item()).orElse(item).equals(item)) {
                throw new IllegalArgumentException("lot " + lot.get().key() + " is not one of item " + item);
            }
        }

        /** A line that names its lot. */
        public Line(
                int number,
                Lot lot,
                Quantity expected,
                Quantity received,
                Quantity announced,
                OrderLineReference orderLine,
                Optional<Sscc> container) {
            this(number, lot.key().item(), Optional.of(lot), expected, received, announced, orderLine, container);
        }

        /** @return the same line when so much of it has come */
        public Line having(Quantity came) {
            return new Line(number, item, lot, expected, came, announced, orderLine, container);
        }

        /** @return the same line when nothing more of it is expected than what has come; what was announced stays known */
        public Line closed() {
            return new Line(
                    number, item, lot, expected.min(received), received, announcedInBase(), orderLine, container);
        }

        /** @return what was announced, in the base unit as it was converted when the notice was accepted; more than expected when the rest was closed */
        public Quantity announcedInBase() {
            return announced.unit().equals(expected.unit()) ? announced : expected;
        }

        /** @return what is still to come, in the base unit; zero or more */
        public Quantity open() {
            Quantity open = expected.minus(received);
            return open.isNegative() ? Quantity.zero(open.unit()) : open;
        }
    }
}
