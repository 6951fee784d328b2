package org.lottrace.quality.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.api.violation.Violation;

/**
 * What speaks against a hold or a release.
 *
 * @param known those of the lots that are registered
 * @param now the dispositions of those lots that ever got one
 */
record DispositionRules(Set<LotKey> known, Map<LotKey, LotDisposition> now) {

    /** @return every reason against holding; a recalled lot is isolated already and stays recalled */
    List<Violation> againstHold(List<LotKey> lots, String reason) {
        List<Violation> violations = common(lots, reason);
        for (LotKey lot : lots) {
            current(lot)
                    .filter(d -> d.disposition() != Disposition.SELLABLE)
                    .ifPresent(d -> violations.add(violation(
                            "ALREADY_ON_HOLD",
                            lot,
                            "is already " + d.disposition() + " since event " + d.event() + " (" + d.reason()
                                    + "); leave it out")));
        }
        return violations;
    }

    /** @return every reason against releasing; only what is on hold can be released, a recalled lot cannot */
    List<Violation> againstRelease(List<LotKey> lots, String reason) {
        List<Violation> violations = common(lots, reason);
        for (LotKey lot : lots) {
            Disposition disposition = dispositionOf(lot);
            if (known.contains(lot) && disposition != Disposition.ON_HOLD) {
                violations.add(violation("NOT_ON_HOLD", lot, "is " + disposition + ", not on hold; leave it out"));
            }
        }
        return violations;
    }

    /** @return every reason against recalling; a lot on hold can be recalled */
    List<Violation> againstRecall(List<LotKey> lots, String reason) {
        List<Violation> violations = common(lots, reason);
        for (LotKey lot : lots) {
            current(lot)
                    .filter(d -> d.disposition() == Disposition.RECALLED)
                    .ifPresent(d -> violations.add(violation(
                            "ALREADY_RECALLED",
                            lot,
                            "is recalled since event " + d.event() + " (" + d.reason() + "); leave it out")));
        }
        return violations;
    }

    /** @return every reason against taking lots out of a recall */
    List<Violation> againstEndOfRecall(List<LotKey> lots, String reason) {
        List<Violation> violations = common(lots, reason);
        for (LotKey lot : lots) {
            Disposition disposition = dispositionOf(lot);
            if (known.contains(lot) && disposition != Disposition.RECALLED) {
                violations.add(violation("NOT_RECALLED", lot, "is " + disposition + ", not recalled; leave it out"));
            }
        }
        return violations;
    }

    private List<Violation> common(List<LotKey> lots, String reason) {
        List<Violation> violations = new ArrayList<>();
        if (reason.isBlank()) {
            violations.add(new Violation("REASON_MISSING", "reason", "say why, for the people who find these lots"));
        }
        for (LotKey lot : lots) {
            if (!known.contains(lot)) {
                violations.add(violation("LOT_UNKNOWN", lot, "is not registered; check issuer, item and number"));
            }
        }
        return violations;
    }

    private Disposition dispositionOf(LotKey lot) {
        return current(lot).map(LotDisposition::disposition).orElse(Disposition.SELLABLE);
    }

    private Optional<LotDisposition> current(LotKey lot) {
        return Optional.ofNullable(now.get(lot));
    }

    private static Violation violation(String code, LotKey lot, String whatIsWrong) {
        return new Violation(code, "lots", "lot " + lot + " " + whatIsWrong);
    }
}
