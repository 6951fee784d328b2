package org.lottrace.persistence.internal.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.lottrace.api.event.KeyDatum;

/** A row of {@code event_lot_value}. */
@Entity
@Table(name = "event_lot_value")
public class EventLotValueEntity {
    @EmbeddedId
    EventPartId id;

    @Column(name = "change_part")
    int changePart;

    @Column(name = "is_after")
    boolean after;

    @Embedded
    KeyDatumPart datum;

    protected EventLotValueEntity() {}

    EventLotValueEntity(EventPartId id, int changePart, boolean after, KeyDatum datum) {
        this.id = id;
        this.changePart = changePart;
        this.after = after;
        this.datum = KeyDatumPart.of(datum);
    }

    /** @return the change of a lot that it belongs to */
    public EventPartId change() {
        return new EventPartId(id.ledgerPosition(), changePart);
    }

    public KeyDatum datum() {
        return datum.toDatum();
    }
}
