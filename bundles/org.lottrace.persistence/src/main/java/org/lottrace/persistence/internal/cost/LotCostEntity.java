package org.lottrace.persistence.internal.cost;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Filter;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.store.KeptCost;
import org.lottrace.persistence.internal.lot.LotEntity;
import org.lottrace.persistence.internal.value.MoneyPart;
import org.lottrace.persistence.internal.value.QuantityPart;

/** A row of {@code lot_cost}. */
@Entity
@Table(name = "lot_cost")
@IdClass(LotCostEntity.Key.class)
@Filter(name = OneBooks.COMMON, condition = "company = ''")
@Filter(name = OneBooks.OWN, condition = "company = :company")
public class LotCostEntity {
    /** Empty in the common books. */
    @Id
    @Column(name = "company", length = 20)
    String company;

    @Id
    @Column(name = "lot_id")
    long lotId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "lot_id", insertable = false, updatable = false)
    LotEntity lot;

    @Embedded
    @EmbeddedColumnNaming("stock_%s")
    QuantityPart stock;

    @Embedded
    @EmbeddedColumnNaming("stock_%s")
    MoneyPart stockValue;

    @Embedded
    @EmbeddedColumnNaming("process_%s")
    QuantityPart process;

    @Embedded
    @EmbeddedColumnNaming("process_%s")
    MoneyPart processValue;

    /** Quantity at the last change of the unit cost, in the unit of the stock. */
    @Column(name = "basis_quantity", precision = 21, scale = 6)
    BigDecimal basisQuantity;

    /** Its value, in the currency of the stock. */
    @Column(name = "basis_amount", precision = 19, scale = 4)
    BigDecimal basisAmount;

    /** The database works it out. */
    @Column(name = "has_left", insertable = false, updatable = false)
    Boolean left;

    protected LotCostEntity() {}

    LotCostEntity(KeptCost kept, LotEntity lot) {
        LotCost cost = kept.cost();
        this.lot = lot;
        company = OneBooks.key();
        lotId = lot.id();
        stock = QuantityPart.of(cost.onStock().quantity());
        stockValue = MoneyPart.of(cost.onStock().value());
        process = QuantityPart.of(cost.inProcess().quantity());
        processValue = MoneyPart.of(cost.inProcess().value());
        basisQuantity = kept.basis().quantity().amount();
        basisAmount = kept.basis().value().getAmount();
    }

    /** In whose books, and which lot. */
    public record Key(String company, long lotId) implements Serializable {}

    KeptCost toKeptCost() {
        return new KeptCost(
                toLotCost(),
                new CostedQuantity(
                        new QuantityPart(basisQuantity, stock.unit()).toQuantity(),
                        new MoneyPart(basisAmount, stockValue.currency()).toMoney()));
    }

    LotCost toLotCost() {
        return new LotCost(
                lot.key(),
                new CostedQuantity(stock.toQuantity(), stockValue.toMoney()),
                new CostedQuantity(process.toQuantity(), processValue.toMoney()));
    }
}
