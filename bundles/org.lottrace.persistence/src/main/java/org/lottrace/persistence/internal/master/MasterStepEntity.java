package org.lottrace.persistence.internal.master;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.lottrace.api.code.Coded;
import org.lottrace.api.master.MasterAction;
import org.lottrace.api.master.MasterKind;
import org.lottrace.api.master.MasterReference;
import org.lottrace.api.master.MasterStep;

/** A row of {@code master_step}. */
@Entity
@Table(name = "master_step")
public class MasterStepEntity {
    @Id
    @Column(name = "step_number")
    long number;

    @Column(name = "master_kind", length = 20)
    String kind;

    @Column(name = "master_key", length = 50)
    String key;

    @Column(name = "action", length = 20)
    String action;

    @Column(name = "reason", length = 2000)
    String reason;

    @Column(name = "done_by", length = 200)
    String by;

    @Column(name = "done_at")
    Instant at;

    protected MasterStepEntity() {}

    MasterStepEntity(MasterStep step) {
        number = step.number();
        kind = step.master().kind().code();
        key = step.master().key();
        action = step.action().code();
        reason = step.reason();
        by = step.by();
        at = step.at();
    }

    MasterStep toStep() {
        return new MasterStep(
                number,
                new MasterReference(Coded.of(MasterKind.class, kind), key),
                Coded.of(MasterAction.class, action),
                reason,
                by,
                at);
    }
}
