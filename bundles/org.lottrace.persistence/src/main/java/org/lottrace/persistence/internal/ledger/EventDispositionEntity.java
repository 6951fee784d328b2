package org.lottrace.persistence.internal.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.lot.Disposition;
import org.lottrace.persistence.internal.lot.LotEntity;
import org.lottrace.persistence.internal.lot.LotRows;
import org.lottrace.persistence.internal.value.TextColumn;

/** A row of {@code event_disposition}. */
@Entity
@Table(name = "event_disposition")
public class EventDispositionEntity {
    @EmbeddedId
    Key id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "lot_id")
    LotEntity lot;

    @Column(name = "disposition", length = 20)
    Disposition disposition;

    @Column(name = "reason", length = TextColumn.LENGTH)
    String reason;

    protected EventDispositionEntity() {}

    EventDispositionEntity(Key id, DispositionChange change, LotRows lots) {
        this.id = id;
        lot = lots.get(change.lot());
        disposition = change.disposition();
        reason = change.reason();
    }

    DispositionChange toChange() {
        return new DispositionChange(lot.key(), disposition, reason);
    }

    /**
     * @param eventId the event
     * @param part its place in the list of the event, from 0
     */
    @Embeddable
    public record Key(
            @Column(name = "event_id", length = 100) String eventId,
            @Column(name = "part") int part) implements Serializable {}
}
