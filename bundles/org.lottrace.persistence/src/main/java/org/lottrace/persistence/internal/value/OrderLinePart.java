package org.lottrace.persistence.internal.value;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.OrderLineReference;

/** A reference to the line of an order in three columns; null when all are. */
@Embeddable
public record OrderLinePart(
        @Column(name = "order_type", length = 20) DocumentType type,

        @Column(name = "order_number", length = 50) String number,
        @Column(name = "order_line") Integer line) {
    public static OrderLinePart of(OrderLineReference reference) {
        return new OrderLinePart(reference.order().type(), reference.order().number(), reference.line());
    }

    public OrderLineReference toReference() {
        return new OrderLineReference(new DocumentReference(type, number), line);
    }

    /** @return the reference, or empty when the columns were null */
    public static Optional<OrderLineReference> optional(OrderLinePart part) {
        return Optional.ofNullable(part).map(OrderLinePart::toReference);
    }
}
