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
import java.util.List;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.persistence.internal.value.PricePart;
import org.lottrace.persistence.internal.value.QuantityPart;

/** A row of {@code purchase_order} with its lines. */
@Entity
@Table(name = "purchase_order")
public class PurchaseOrderEntity {
    @Id
    @Column(name = "order_number", length = 50)
    String number;

    @Column(name = "supplier", length = 20)
    String supplier;

    @Column(name = "site", length = 10)
    String site;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "purchase_order_line", joinColumns = @JoinColumn(name = "order_number"))
    @OrderColumn(name = "part")
    List<Line> lines;

    protected PurchaseOrderEntity() {}

    PurchaseOrderEntity(PurchaseOrder order) {
        number = order.number();
        supplier = order.supplier().value();
        site = order.site().value();
        lines = order.lines().stream().map(Line::of).toList();
    }

    PurchaseOrder toOrder() {
        return new PurchaseOrder(
                number,
                new PartyId(supplier),
                new SiteId(site),
                lines.stream().map(Line::toLine).toList());
    }

    /** A row of {@code purchase_order_line}. */
    @Embeddable
    public record Line(
            @Column(name = "line_number") int number,
            @Column(name = "item", length = 30) String item,
            @Embedded QuantityPart quantity,
            @Embedded PricePart price,
            @Column(name = "consignment") Boolean consignment) {
        static Line of(PurchaseOrder.Line line) {
            return new Line(
                    line.number(),
                    line.item().value(),
                    QuantityPart.of(line.quantity()),
                    PricePart.of(line.price()),
                    line.consignment() ? Boolean.TRUE : null);
        }

        PurchaseOrder.Line toLine() {
            return new PurchaseOrder.Line(
                    number,
                    new ItemNumber(item),
                    quantity.toQuantity(),
                    price.toPrice(),
                    Boolean.TRUE.equals(consignment));
        }
    }
}
