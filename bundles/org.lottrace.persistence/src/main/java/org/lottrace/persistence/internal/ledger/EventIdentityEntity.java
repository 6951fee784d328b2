package org.lottrace.persistence.internal.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.lottrace.api.event.RecordedEvent;

/** A row of {@code event_identity}: an event id is taken once, whatever becomes of the table of events. */
@Entity
@Table(name = "event_identity")
public class EventIdentityEntity {
    @Id
    @Column(name = "event_id", length = 100)
    String eventId;

    @Column(name = "cell")
    int cell;

    @Column(name = "ledger_position")
    long ledgerPosition;

    protected EventIdentityEntity() {}

    EventIdentityEntity(RecordedEvent event) {
        eventId = event.event().id().value();
        cell = event.cell();
        ledgerPosition = event.position();
    }
}
