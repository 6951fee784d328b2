package org.lottrace.api.recall;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * What is decided when a case is opened (21 CFR 7.42, 7.46(a)).
 *
 * @param mode what kind of removal
 * @param recallClass how bad
 * @param regime whose rules
 * @param trigger what brought it to light
 * @param reason what is wrong with the goods, as the notice says it
 * @param hazard what it can do to people, as the notice says it
 * @param healthEvaluation the health hazard evaluation (7.41(a)); empty while there is none
 * @param instructions what consignees are to do with the goods, as the notice says it
 * @param depth how far down the chain
 * @param warning whether the public is warned
 * @param level how many consignees are checked
 * @param checkedPercent percent of the consignees that are checked
 * @param decidedAt when it was decided: the clock starts (T0)
 * @param decidedBy who decided
 * @param contact whom consignees can ask: name, telephone, e-mail
 */
public record RecallOpening(
        RecallMode mode,
        RecallClass recallClass,
        RecallRegime regime,
        RecallTrigger trigger,
        String reason,
        String hazard,
        String healthEvaluation,
        String instructions,
        RecallDepth depth,
        PublicWarning warning,
        EffectivenessLevel level,
        BigDecimal checkedPercent,
        Instant decidedAt,
        String decidedBy,
        String contact) {
    public RecallOpening {
        Objects.requireNonNull(mode);
        Objects.requireNonNull(recallClass);
        Objects.requireNonNull(regime);
        Objects.requireNonNull(trigger);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(hazard);
        Objects.requireNonNull(healthEvaluation);
        Objects.requireNonNull(instructions);
        Objects.requireNonNull(depth);
        Objects.requireNonNull(warning);
        Objects.requireNonNull(level);
        Objects.requireNonNull(decidedBy);
        Objects.requireNonNull(contact);
        checkedPercent = checkedPercent.stripTrailingZeros();
        decidedAt = decidedAt.truncatedTo(ChronoUnit.MICROS);
    }
}
