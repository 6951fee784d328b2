package org.lottrace.persistence.internal.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.lottrace.api.event.KeyDatum;

/** A row of {@code event_key_data}. */
@Entity
@Table(name = "event_key_data")
public class EventKeyDatumEntity {
    /** The part of no line: the element belongs to the event. */
    public static final int OF_THE_EVENT = -1;

    @EmbeddedId
    EventPartId id;

    @Column(name = "line_part")
    int linePart;

    @Embedded
    KeyDatumPart datum;

    protected EventKeyDatumEntity() {}

    EventKeyDatumEntity(EventPartId id, int linePart, KeyDatum datum) {
        this.id = id;
        this.linePart = linePart;
        this.datum = KeyDatumPart.of(datum);
    }
}
