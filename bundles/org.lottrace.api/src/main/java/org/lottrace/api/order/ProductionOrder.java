package org.lottrace.api.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitPrice;

/**
 * What is to be made of what, as the ERP system plans it.
 *
 * @param number number in the ERP system
 * @param site where it is made
 * @param date calendar date at the site on which it is to be made
 * @param workCentre production line or work centre (ISA-95) on which it is to be made; empty when any will do
 * @param lines what goes in and what comes out
 */
public record ProductionOrder(String number, SiteId site, LocalDate date, String workCentre, List<Line> lines) {
    public ProductionOrder {
        Objects.requireNonNull(number);
        Objects.requireNonNull(site);
        Objects.requireNonNull(date);
        Objects.requireNonNull(workCentre);
        lines = List.copyOf(lines);
    }

    /** @return this order as a document */
    public DocumentReference reference() {
        return new DocumentReference(DocumentType.PRODUCTION_ORDER, number);
    }

    /** @return the line of the main product; empty when the order is not complete */
    public Optional<Line> mainProduct() {
        return lines.stream()
                .filter(line -> line.role() == ProductionRole.MAIN_PRODUCT)
                .findFirst();
    }

    /**
     * One planned item.
     *
     * @param number line number, 1 or more
     * @param role whether it goes in or comes out, and as what
     * @param item what
     * @param quantity how much, in any unit the item has
     * @param scrapPercent percent by which more of a component is needed, because so much is lost; 0 or more
     * @param costShare percent of the cost of all that is consumed that a joint product bears; absent when the cost is shared
     *     by quantity
     * @param realisableValue for what a by-product can be sold, less what that costs; absent when it is worth nothing
     */
    public record Line(
            int number,
            ProductionRole role,
            ItemNumber item,
            Quantity quantity,
            BigDecimal scrapPercent,
            Optional<BigDecimal> costShare,
            Optional<UnitPrice> realisableValue) {
        private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

        public Line {
            Objects.requireNonNull(role);
            Objects.requireNonNull(item);
            Objects.requireNonNull(quantity);
            scrapPercent = plain(scrapPercent);
            costShare = costShare.map(Line::plain);
            Objects.requireNonNull(realisableValue);
        }

        /** A line without scrap, share and value. */
        public Line(int number, ProductionRole role, ItemNumber item, Quantity quantity) {
            this(number, role, item, quantity, BigDecimal.ZERO, Optional.empty(), Optional.empty());
        }

        /** @return the quantity with what of it is lost, in its unit, six decimals */
        public Quantity withScrap() {
            BigDecimal more = quantity.amount()
                    .multiply(scrapPercent)
                    .divide(HUNDRED, Quantity.MAXIMUM_SCALE, RoundingMode.HALF_UP);
            return new Quantity(quantity.amount().add(more), quantity.unit());
        }

        private static BigDecimal plain(BigDecimal number) {
            BigDecimal stripped = number.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
    }
}
