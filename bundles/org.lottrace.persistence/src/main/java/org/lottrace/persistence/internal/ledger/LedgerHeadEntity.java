package org.lottrace.persistence.internal.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.lottrace.api.event.store.LedgerHead;

/** The one row of {@code ledger_head}; the migration inserts it. */
@Entity
@Table(name = "ledger_head")
public class LedgerHeadEntity {
    static final int ONLY = 1;

    @Id
    @Column(name = "id")
    int id;

    @Column(name = "head_position")
    long position;

    @Column(name = "hash", length = 64)
    String hash;

    protected LedgerHeadEntity() {}

    LedgerHead toHead() {
        return new LedgerHead(position, hash);
    }
}
