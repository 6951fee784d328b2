package org.lottrace.persistence.internal.recall;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of {@code recall_case}: what is locked while steps are added. */
@Entity
@Table(name = "recall_case")
public class RecallCaseEntity {
    @Id
    @Column(name = "case_id", length = 20)
    String id;

    @Column(name = "event_id", length = 100)
    String eventId;

    protected RecallCaseEntity() {}

    RecallCaseEntity(String id, String eventId) {
        this.id = id;
        this.eventId = eventId;
    }
}
