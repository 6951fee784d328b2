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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.movement.store.ProductionOrderStore.Kept;
import org.lottrace.api.order.ProductionOrder;
import org.lottrace.api.order.ProductionRole;
import org.lottrace.persistence.internal.value.PricePart;
import org.lottrace.persistence.internal.value.QuantityPart;

/** A row of {@code production_order} with its lines. */
@Entity
@Table(name = "production_order")
public class ProductionOrderEntity {
    @Id
    @Column(name = "order_number", length = 50)
    String number;

    @Column(name = "site", length = 10)
    String site;

    @Column(name = "planned_date")
    LocalDate date;

    @Column(name = "work_centre", length = 2000)
    String workCentre;

    @Column(name = "closed_at")
    Instant closedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "production_order_line", joinColumns = @JoinColumn(name = "order_number"))
    @OrderColumn(name = "part")
    List<Line> lines;

    protected ProductionOrderEntity() {}

    ProductionOrderEntity(Kept kept) {
        ProductionOrder order = kept.order();
        number = order.number();
        site = order.site().value();
        date = order.date();
        workCentre = order.workCentre();
        closedAt = kept.closedAt().orElse(null);
        lines = order.lines().stream().map(Line::of).toList();
    }

    Kept toKept() {
        return new Kept(
                new ProductionOrder(
                        number,
                        new SiteId(site),
                        date,
                        workCentre,
                        lines.stream().map(Line::toLine).toList()),
                Optional.ofNullable(closedAt));
    }

    /** A row of {@code production_order_line}. */
    @Embeddable
    public record Line(
            @Column(name = "line_number") int number,
            @Column(name = "line_role", length = 20) ProductionRole role,

            @Column(name = "item", length = 30) String item,
            @Embedded QuantityPart quantity,

            @Column(name = "scrap_percent", precision = 25, scale = 10)
            BigDecimal scrapPercent,

            @Column(name = "cost_share", precision = 25, scale = 10)
            BigDecimal costShare,

            @Embedded PricePart price) {
        static Line of(ProductionOrder.Line line) {
            return new Line(
                    line.number(),
                    line.role(),
                    line.item().value(),
                    QuantityPart.of(line.quantity()),
                    line.scrapPercent(),
                    line.costShare().orElse(null),
                    line.realisableValue().map(PricePart::of).orElse(null));
        }

        ProductionOrder.Line toLine() {
            return new ProductionOrder.Line(
                    number,
                    role,
                    new ItemNumber(item),
                    quantity.toQuantity(),
                    scrapPercent,
                    Optional.ofNullable(costShare),
                    PricePart.optional(price));
        }
    }
}
