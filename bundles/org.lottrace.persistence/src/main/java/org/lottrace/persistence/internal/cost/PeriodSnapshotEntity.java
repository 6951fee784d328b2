package org.lottrace.persistence.internal.cost;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import org.lottrace.api.cost.AccountBalance;
import org.lottrace.api.cost.PeriodSnapshot;

/** A row of {@code period_snapshot}. */
@Entity
@Table(name = "period_snapshot")
public class PeriodSnapshotEntity {
    @Id
    @Column(name = "step_number")
    long step;

    @Column(name = "last_day")
    LocalDate day;

    @Column(name = "known_entry")
    long known;

    @Column(name = "lots")
    long lots;

    @Column(name = "hash", length = 64)
    String hash;

    protected PeriodSnapshotEntity() {}

    PeriodSnapshotEntity(PeriodSnapshot snapshot) {
        step = snapshot.step();
        day = snapshot.day();
        known = snapshot.known();
        lots = snapshot.lots();
        hash = snapshot.hash();
    }

    PeriodSnapshot toSnapshot(List<AccountBalance> accounts) {
        return new PeriodSnapshot(step, day, known, lots, hash, accounts);
    }
}
