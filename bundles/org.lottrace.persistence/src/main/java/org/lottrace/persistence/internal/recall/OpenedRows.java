package org.lottrace.persistence.internal.recall;

import static org.lottrace.persistence.internal.recall.FactRow.named;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.lottrace.api.recall.EffectivenessLevel;
import org.lottrace.api.recall.PublicWarning;
import org.lottrace.api.recall.RecallClass;
import org.lottrace.api.recall.RecallDepth;
import org.lottrace.api.recall.RecallFact.Opened;
import org.lottrace.api.recall.RecallMode;
import org.lottrace.api.recall.RecallOpening;
import org.lottrace.api.recall.RecallRegime;
import org.lottrace.api.recall.RecallTrigger;

/** The decision, one row for each of its parts. */
final class OpenedRows {
    private OpenedRows() {}

    static List<FactRow> write(Opened fact) {
        RecallOpening opening = fact.opening();
        return List.of(
                named("mode").words(opening.mode().code()),
                named("class").words(opening.recallClass().code()),
                named("regime").words(opening.regime().code()),
                named("trigger").words(opening.trigger().code()),
                named("reason").words(opening.reason()),
                named("hazard").words(opening.hazard()),
                named("healthEvaluation").words(opening.healthEvaluation()),
                named("instructions").words(opening.instructions()),
                named("depth").words(opening.depth().code()),
                named("warning").words(opening.warning().code()),
                named("level").words(opening.level().code()),
                named("checkedPercent").words(opening.checkedPercent().toPlainString()),
                named("decidedAt").words(opening.decidedAt().toString()),
                named("decidedBy").words(opening.decidedBy()),
                named("contact").words(opening.contact()));
    }

    static Opened read(FactReader rows) {
        return new Opened(new RecallOpening(
                rows.choice(RecallMode.class, "mode"),
                rows.choice(RecallClass.class, "class"),
                rows.choice(RecallRegime.class, "regime"),
                rows.choice(RecallTrigger.class, "trigger"),
                rows.words("reason"),
                rows.words("hazard"),
                rows.words("healthEvaluation"),
                rows.words("instructions"),
                rows.choice(RecallDepth.class, "depth"),
                rows.choice(PublicWarning.class, "warning"),
                rows.choice(EffectivenessLevel.class, "level"),
                new BigDecimal(rows.words("checkedPercent")),
                Instant.parse(rows.words("decidedAt")),
                rows.words("decidedBy"),
                rows.words("contact")));
    }
}
