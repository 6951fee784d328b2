package org.lottrace.persistence.internal.handover;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.lottrace.api.handover.JournalReceiver;

/** A row of {@code journal_receiver}. */
@Entity
@Table(name = "journal_receiver")
public class JournalReceiverEntity {
    @Id
    @Column(name = "receiver", length = 30)
    String name;

    @Column(name = "sent")
    long sent;

    @Column(name = "acknowledged")
    long acknowledged;

    @Column(name = "changed_by", length = 200)
    String changedBy;

    @Column(name = "changed_at")
    Instant changed;

    protected JournalReceiverEntity() {}

    JournalReceiverEntity(JournalReceiver of) {
        name = of.name();
        sent = of.sent();
        acknowledged = of.acknowledged();
        changedBy = of.changedBy();
        changed = of.changed();
    }

    JournalReceiver toReceiver() {
        return new JournalReceiver(name, sent, acknowledged, changedBy, changed);
    }
}
