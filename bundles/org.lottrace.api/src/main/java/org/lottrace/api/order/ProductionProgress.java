package org.lottrace.api.order;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.quantity.Quantity;

/**
 * A production order, and what has become of it. All quantities are in the base units of the items.
 *
 * @param order what was planned
 * @param status how far it is
 * @param closedAt when it was closed
 * @param lines planned against consumed and made, in the order of the plan; then items that were not planned
 */
public record ProductionProgress(
        ProductionOrder order, ProductionStatus status, Optional<Instant> closedAt, List<Line> lines) {
    public ProductionProgress {
        Objects.requireNonNull(order);
        Objects.requireNonNull(status);
        Objects.requireNonNull(closedAt);
        lines = List.copyOf(lines);
    }

    /**
     * One item that goes in, or one that comes out.
     *
     * @param role as it is planned; of an item that is not, {@link ProductionRole#COMPONENT} or {@link
     *     ProductionRole#CO_PRODUCT}
     * @param item what
     * @param planned how much is to be consumed, with scrap, or made; nothing when it was not planned
     * @param actual how much was consumed, less what came back, or made
     * @param inProcess how much of what was consumed is not part of an output yet: the variance in quantity when the order is
     *     closed; nothing for an output
     */
    public record Line(ProductionRole role, ItemNumber item, Quantity planned, Quantity actual, Quantity inProcess) {
        public Line {
            Objects.requireNonNull(role);
            Objects.requireNonNull(item);
            Objects.requireNonNull(planned);
            Objects.requireNonNull(actual);
            Objects.requireNonNull(inProcess);
        }

        /** @return how much more than planned; less than zero when so much is missing */
        public Quantity variance() {
            return actual.minus(planned);
        }
    }
}
