package org.lottrace.persistence.internal.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.List;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LotChange;
import org.lottrace.persistence.internal.lot.LotEntity;
import org.lottrace.persistence.internal.lot.LotRows;
import org.lottrace.persistence.internal.value.TextColumn;

/** A row of {@code event_lot_change}; what was known before and after are rows of their own. */
@Entity
@Table(name = "event_lot_change")
public class EventLotChangeEntity {
    @EmbeddedId
    EventPartId id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "lot_id")
    LotEntity lot;

    @Column(name = "reason", length = TextColumn.LENGTH)
    String reason;

    protected EventLotChangeEntity() {}

    EventLotChangeEntity(EventPartId id, LotChange change, LotRows lots) {
        this.id = id;
        lot = lots.get(change.lot());
        reason = change.reason();
    }

    LotChange toChange(List<KeyDatum> before, List<KeyDatum> after) {
        return new LotChange(lot.key(), before, after, reason);
    }
}
