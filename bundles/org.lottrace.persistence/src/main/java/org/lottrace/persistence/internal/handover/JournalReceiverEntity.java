package org.lottrace.persistence.internal.handover;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.lottrace.api.handover.JournalReceiver;
import org.lottrace.api.id.PartyId;

/** A row of {@code journal_receiver}. */
@Entity
@Table(name = "journal_receiver")
public class JournalReceiverEntity {
    @Id
    @Column(name = "receiver", length = 30)
    String name;

    /** Empty for the common books. */
    @Column(name = "company", length = 20)
    String company;

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
        company = of.company().map(PartyId::value).orElse(null);
        sent = of.sent();
        acknowledged = of.acknowledged();
        changedBy = of.changedBy();
        changed = of.changed();
    }

    JournalReceiver toReceiver() {
        return new JournalReceiver(
                name, Optional.ofNullable(company).map(PartyId::new), sent, acknowledged, changedBy, changed);
    }
}
