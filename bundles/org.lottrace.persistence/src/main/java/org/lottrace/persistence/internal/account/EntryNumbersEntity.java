package org.lottrace.persistence.internal.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.account.EntryNumbers;

/** A row of {@code handed_over_entry}. */
@Entity
@Table(name = "handed_over_entry")
public class EntryNumbersEntity {
    @Id
    @Column(name = "entry_number")
    long entry;

    @Column(name = "kept_by", length = 200)
    String by;

    @Column(name = "kept_at")
    Instant at;

    protected EntryNumbersEntity() {}

    EntryNumbersEntity(EntryNumbers of) {
        EntryNumbers.Kept kept = of.kept()
                .orElseThrow(() -> new IllegalArgumentException("entry " + of.entry() + " was not handed over"));
        entry = of.entry();
        by = kept.by();
        at = kept.at();
    }

    EntryNumbers toNumbers(List<EntryNumbers.Line> lines) {
        return new EntryNumbers(entry, Optional.of(new EntryNumbers.Kept(by, at)), lines);
    }
}
