package org.lottrace.persistence.internal.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.lottrace.api.event.ChainAnchor;

/** A row of {@code event_anchor}. */
@Entity
@Table(name = "event_anchor")
public class EventAnchorEntity {
    @EmbeddedId
    EventPartId id;

    @Column(name = "chain", length = 50)
    String chain;

    @Column(name = "chain_length")
    long length;

    @Column(name = "chain_hash", length = 64)
    String hash;

    protected EventAnchorEntity() {}

    EventAnchorEntity(EventPartId id, ChainAnchor anchor) {
        this.id = id;
        chain = anchor.chain();
        length = anchor.length();
        hash = anchor.hash();
    }

    ChainAnchor toAnchor() {
        return new ChainAnchor(chain, length, hash);
    }
}
