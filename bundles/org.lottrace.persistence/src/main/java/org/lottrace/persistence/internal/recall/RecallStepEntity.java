package org.lottrace.persistence.internal.recall;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallFactKind;
import org.lottrace.api.recall.RecallStep;
import org.lottrace.persistence.internal.value.TextColumn;

/** A row of {@code recall_step}. What it says is in {@code recall_fact}. */
@Entity
@Table(name = "recall_step")
public class RecallStepEntity {
    @EmbeddedId
    Key id;

    @Convert(converter = FactKindCode.class)
    @Column(name = "kind", length = 20)
    RecallFactKind kind;

    @Column(name = "taken_at")
    Instant at;

    @Column(name = "actor", length = TextColumn.LENGTH)
    String actor;

    protected RecallStepEntity() {}

    RecallStepEntity(RecallCaseId recallCase, RecallStep step) {
        id = new Key(recallCase.value(), step.number());
        kind = RecallFactKind.of(step.fact());
        at = step.at();
        actor = step.actor();
    }

    RecallStep toStep(FactReader facts) {
        return new RecallStep(id.step(), at, actor, FactKind.of(kind).read(facts));
    }

    /**
     * @param caseId the case
     * @param step its number in the case
     */
    @Embeddable
    public record Key(
            @Column(name = "case_id", length = 20) String caseId,
            @Column(name = "step") int step) implements Serializable {}
}
