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
import java.math.BigDecimal;
import org.hibernate.annotations.Filter;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.store.KeptLayer;
import org.lottrace.persistence.internal.lot.LotEntity;
import org.lottrace.persistence.internal.value.MoneyPart;
import org.lottrace.persistence.internal.value.QuantityPart;

/** A row of {@code cost_layer}. */
@Entity
@Table(name = "cost_layer")
@Filter(name = OneBooks.COMMON, condition = "company = ''")
@Filter(name = OneBooks.OWN, condition = "company = :company")
public class CostLayerEntity {
    @EmbeddedId
    Key id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "lot_id")
    LotEntity lot;

    @Embedded
    QuantityPart left;

    @Embedded
    MoneyPart leftValue;

    @Column(name = "basis_quantity", precision = 21, scale = 6)
    BigDecimal basisQuantity;

    @Column(name = "basis_amount", precision = 19, scale = 4)
    BigDecimal basisAmount;

    protected CostLayerEntity() {}

    CostLayerEntity(KeptLayer layer, LotEntity lot) {
        id = Key.of(layer);
        this.lot = lot;
        left = QuantityPart.of(layer.left().quantity());
        leftValue = MoneyPart.of(layer.left().value());
        basisQuantity = layer.basis().quantity().amount();
        basisAmount = layer.basis().value().getAmount();
    }

    KeptLayer toLayer() {
        return new KeptLayer(
                lot.key(),
                id.place(),
                new CostedQuantity(left.toQuantity(), leftValue.toMoney()),
                new CostedQuantity(
                        new QuantityPart(basisQuantity, left.unit()).toQuantity(),
                        new MoneyPart(basisAmount, leftValue.currency()).toMoney()));
    }

    /** In whose books, and which layer of which item. */
    @Embeddable
    public record Key(
            @Column(name = "company", length = 20) String company,
            @Column(name = "item", length = 30) String item,
            @Column(name = "place") long place)
            implements Serializable {
        static Key of(KeptLayer layer) {
            return new Key(OneBooks.key(), layer.lot().item().value(), layer.place());
        }
    }
}
