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
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.lottrace.api.id.ChannelId;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.order.SalesOrder.InsteadOf;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.persistence.internal.value.PricePart;
import org.lottrace.persistence.internal.value.QuantityPart;
import org.lottrace.persistence.internal.value.TextColumn;

/** A row of {@code sales_order} with its lines. */
@Entity
@Table(name = "sales_order")
public class SalesOrderEntity {
    @Id
    @Column(name = "order_number", length = 50)
    String number;

    @Column(name = "customer", length = 20)
    String customer;

    @Column(name = "customer_order", length = TextColumn.LENGTH)
    String customerOrder;

    @Column(name = "ship_from", length = 10)
    String shipFrom;

    @Column(name = "delivery_date")
    LocalDate deliveryDate;

    @Column(name = "channel", length = 20)
    String channel;

    @Column(name = "priority")
    Integer priority;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "sales_order_line", joinColumns = @JoinColumn(name = "order_number"))
    @OrderColumn(name = "part")
    List<Line> lines;

    protected SalesOrderEntity() {}

    SalesOrderEntity(SalesOrder order) {
        number = order.number();
        customer = order.customer().value();
        customerOrder = order.customerOrder();
        shipFrom = order.shipFrom().value();
        deliveryDate = order.deliveryDate();
        channel = order.channel().map(ChannelId::value).orElse(null);
        priority = order.priority().orElse(null);
        lines = order.lines().stream().map(Line::of).toList();
    }

    SalesOrder toOrder() {
        return new SalesOrder(
                number,
                new PartyId(customer),
                customerOrder,
                new SiteId(shipFrom),
                deliveryDate,
                Optional.ofNullable(channel).map(ChannelId::new),
                Optional.ofNullable(priority),
                lines.stream().map(Line::toLine).toList());
    }

    /** A row of {@code sales_order_line}. */
    @Embeddable
    public record Line(
            @Column(name = "line_number") int number,
            @Column(name = "item", length = 30) String item,
            @Embedded QuantityPart quantity,
            @Embedded PricePart price,
            @Column(name = "instead_of_line") Integer insteadOfLine,

            @Column(name = "replaced", precision = 21, scale = 6)
            BigDecimal replaced,

            @Column(name = "replaced_unit", length = 3) String replacedUnit) {
        static Line of(SalesOrder.Line line) {
            return new Line(
                    line.number(),
                    line.item().value(),
                    QuantityPart.of(line.quantity()),
                    line.price().map(PricePart::of).orElse(null),
                    line.insteadOf().map(InsteadOf::line).orElse(null),
                    line.insteadOf().map(one -> one.quantity().amount()).orElse(null),
                    line.insteadOf().map(one -> one.quantity().unit().code()).orElse(null));
        }

        SalesOrder.Line toLine() {
            return new SalesOrder.Line(
                    number,
                    new ItemNumber(item),
                    quantity.toQuantity(),
                    PricePart.optional(price),
                    Optional.ofNullable(insteadOfLine)
                            .map(instead ->
                                    new InsteadOf(instead, new Quantity(replaced, new UnitOfMeasure(replacedUnit)))));
        }
    }
}
