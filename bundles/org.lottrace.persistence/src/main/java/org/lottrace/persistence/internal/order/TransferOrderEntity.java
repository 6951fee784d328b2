package org.lottrace.persistence.internal.order;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.order.TransferOrder;
import org.lottrace.persistence.internal.value.QuantityPart;

/** A row of {@code transfer_order} with its lines. */
@Entity
@Table(name = "transfer_order")
public class TransferOrderEntity {
    @Id
    @Column(name = "order_number", length = 50)
    String number;

    @Column(name = "from_site", length = 10)
    String fromSite;

    @Column(name = "to_site", length = 10)
    String toSite;

    @Column(name = "arrival_date")
    LocalDate arrivalDate;

    @Column(name = "priority")
    Integer priority;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "transfer_order_line", joinColumns = @JoinColumn(name = "order_number"))
    @OrderColumn(name = "part")
    List<Line> lines;

    protected TransferOrderEntity() {}

    TransferOrderEntity(TransferOrder order) {
        number = order.number();
        fromSite = order.fromSite().value();
        toSite = order.toSite().value();
        arrivalDate = order.arrivalDate();
        priority = order.priority().orElse(null);
        lines = order.lines().stream()
                .map(line -> new Line(line.number(), line.item().value(), QuantityPart.of(line.quantity())))
                .toList();
    }

    TransferOrder toOrder() {
        return new TransferOrder(
                number,
                new SiteId(fromSite),
                new SiteId(toSite),
                arrivalDate,
                Optional.ofNullable(priority),
                lines.stream().map(Line::toLine).toList());
    }

    /** A row of {@code transfer_order_line}. */
    @Embeddable
    public record Line(
            @Column(name = "line_number") int number,
            @Column(name = "item", length = 30) String item,
            @Embedded QuantityPart quantity) {
        TransferOrder.Line toLine() {
            return new TransferOrder.Line(number, new ItemNumber(item), quantity.toQuantity());
        }
    }
}
