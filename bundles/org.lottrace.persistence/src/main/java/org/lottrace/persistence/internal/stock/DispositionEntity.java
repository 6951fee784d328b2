package org.lottrace.persistence.internal.stock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.List;
import org.lottrace.api.event.EventId;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.quality.Hold;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.persistence.internal.lot.LotEntity;
import org.lottrace.persistence.internal.value.TextColumn;

/** A row of {@code lot_disposition}. */
@Entity
@Table(name = "lot_disposition")
public class DispositionEntity {
    @Id
    @Column(name = "lot_id")
    long lotId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "lot_id", insertable = false, updatable = false)
    LotEntity lot;

    @Column(name = "disposition", length = 20)
    Disposition disposition;

    @Column(name = "reason", length = TextColumn.LENGTH)
    String reason;

    @Column(name = "event_id", length = 100)
    String eventId;

    protected DispositionEntity() {}

    DispositionEntity(LotDisposition state, LotEntity lot) {
        this.lot = lot;
        lotId = lot.id();
        disposition = state.disposition();
        reason = state.reason();
        eventId = state.event().value();
    }

    LotDisposition toDisposition(List<Hold> holds) {
        return new LotDisposition(lot.key(), disposition, reason, new EventId(eventId), holds);
    }
}
