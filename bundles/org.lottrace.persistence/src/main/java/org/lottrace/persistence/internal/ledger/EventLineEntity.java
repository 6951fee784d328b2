package org.lottrace.persistence.internal.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.lot.LotKey;
import org.lottrace.persistence.internal.lot.LotEntity;
import org.lottrace.persistence.internal.lot.LotRows;
import org.lottrace.persistence.internal.value.ExactInstant;
import org.lottrace.persistence.internal.value.OrderLinePart;
import org.lottrace.persistence.internal.value.PositionPart;
import org.lottrace.persistence.internal.value.QuantityPart;

/** A row of {@code event_line}. */
@Entity
@Table(name = "event_line")
public class EventLineEntity {
    @EmbeddedId
    EventPartId id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "lot_id")
    LotEntity lot;

    @Column(name = "lot_id", insertable = false, updatable = false)
    Long lotId;

    /** Of its event, cut to microseconds, for the index by lot and time. */
    @Column(name = "effective_at")
    Instant effectiveAt;

    @Embedded
    @EmbeddedColumnNaming("from_%s")
    PositionPart from;

    @Embedded
    @EmbeddedColumnNaming("to_%s")
    PositionPart to;

    @Embedded
    QuantityPart quantity;

    @Embedded
    @EmbeddedColumnNaming("entered_%s")
    QuantityPart entered;

    @Embedded
    OrderLinePart orderLine;

    @Embedded
    LinePricePart price;

    protected EventLineEntity() {}

    EventLineEntity(EventPartId id, Instant effective, EventLine line, LotRows lots) {
        this.id = id;
        effectiveAt = ExactInstant.of(effective).at();
        lot = lots.get(line.lot());
        from = PositionPart.of(line.from());
        to = PositionPart.of(line.to());
        quantity = QuantityPart.of(line.quantity());
        entered = QuantityPart.of(line.entered());
        orderLine = line.orderLine().map(OrderLinePart::of).orElse(null);
        price = line.price().map(LinePricePart::of).orElse(null);
    }

    /** @param keyData what else the line says */
    EventLine toLine(List<KeyDatum> keyData) {
        return toLine(lot.key(), keyData);
    }

    /** As above, of a lot that was not read with it. */
    EventLine toLine(LotKey key, List<KeyDatum> keyData) {
        return new EventLine(
                key,
                from.toPosition(),
                to.toPosition(),
                quantity.toQuantity(),
                entered.toQuantity(),
                OrderLinePart.optional(orderLine),
                LinePricePart.optional(price),
                keyData);
    }
}
