package org.lottrace.persistence.internal.cost;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.LotCost;
import org.lottrace.persistence.internal.lot.LotEntity;
import org.lottrace.persistence.internal.value.MoneyPart;
import org.lottrace.persistence.internal.value.QuantityPart;

/** A row of {@code period_lot}. */
@Entity
@Table(name = "period_lot")
public class PeriodLotEntity {
    @EmbeddedId
    Key id;

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

    protected PeriodLotEntity() {}

    PeriodLotEntity(long step, LotCost cost, LotEntity lot) {
        id = new Key(step, lot.id());
        this.lot = lot;
        stock = QuantityPart.of(cost.onStock().quantity());
        stockValue = MoneyPart.of(cost.onStock().value());
        process = QuantityPart.of(cost.inProcess().quantity());
        processValue = MoneyPart.of(cost.inProcess().value());
    }

    LotCost toLotCost() {
        return new LotCost(
                lot.key(),
                new CostedQuantity(stock.toQuantity(), stockValue.toMoney()),
                new CostedQuantity(process.toQuantity(), processValue.toMoney()));
    }

    /**
     * @param step number of the step
     * @param lot which lot
     */
    @Embeddable
    public record Key(
            @Column(name = "step_number") long step,
            @Column(name = "lot_id") long lot) implements Serializable {}
}
