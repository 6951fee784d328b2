package org.lottrace.persistence.internal.stock;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.lot.LotKey;
import org.lottrace.persistence.internal.lot.LotEntity;
import org.lottrace.persistence.internal.lot.LotRows;
import org.lottrace.persistence.internal.value.PositionPart;
import org.lottrace.persistence.internal.value.QuantityPart;

/** A row of {@code stock}. Its key is written, so that a balance is inserted or replaced without reading it. */
@Entity
@Table(name = "stock")
public class StockEntity {
    @EmbeddedId
    StockId id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "lot_id", insertable = false, updatable = false)
    LotEntity lot;

    @Column(name = "site", length = 10)
    String site;

    @Column(name = "item", length = 30)
    String item;

    @Embedded
    QuantityPart quantity;

    protected StockEntity() {}

    StockEntity(StockBalance balance, LotRows lots) {
        Place place = balance.position().place();
        if (!place.kind().holdsStock()) {
            throw new IllegalArgumentException("there is no stock at " + place + ", so no balance of " + balance.lot());
        }
        lot = lots.get(balance.lot());
        id = new StockId(lot.id(), PositionPart.of(balance.position()));
        site = place.kind() == PlaceKind.LOCATION ? place.site().value() : "";
        item = balance.lot().item().value();
        quantity = QuantityPart.of(balance.quantity());
    }

    StockBalance toBalance() {
        return toBalance(lot.key());
    }

    /** As above, of a lot that was not read with it. */
    StockBalance toBalance(LotKey key) {
        return new StockBalance(key, id.position().toPosition(), quantity.toQuantity());
    }
}
