package org.lottrace.persistence.internal.handover;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.lottrace.api.handover.JournalRejection;

/** A row of {@code journal_rejection}. */
@Entity
@Table(name = "journal_rejection")
public class JournalRejectionEntity {
    @Id
    @Column(name = "rejection_number")
    long number;

    @Column(name = "receiver", length = 30)
    String receiver;

    @Column(name = "entry_number")
    long entry;

    @Column(name = "reason", length = 2000)
    String reason;

    @Column(name = "said_by", length = 200)
    String by;

    @Column(name = "said_at")
    Instant at;

    @Column(name = "is_open")
    boolean open;

    @Column(name = "resent_at")
    Instant resent;

    protected JournalRejectionEntity() {}

    JournalRejectionEntity(JournalRejection of) {
        number = of.number();
        receiver = of.receiver();
        entry = of.entry();
        reason = of.reason();
        by = of.by();
        at = of.at();
        open = of.isOpen();
        resent = of.resent().orElse(null);
    }

    JournalRejection toRejection() {
        return new JournalRejection(number, receiver, entry, reason, by, at, Optional.ofNullable(resent));
    }
}
