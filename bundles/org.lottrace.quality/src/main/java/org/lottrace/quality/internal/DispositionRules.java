package org.lottrace.quality.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quality.Hold;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.api.violation.Reason;
import org.lottrace.api.violation.Violation;

/**
 * What speaks against a hold or a release.
 *
 * @param known those of the lots that are registered
 * @param now the dispositions of those lots that ever got one
 */
record DispositionRules(Set<LotKey> known, Map<LotKey, LotDisposition> now) {

    /** @return every reason against holding; what is held or recalled already can be held for another reason, too */
    List<Violation> againstHold(List<LotKey> lots, String reason) {
        return common(lots, reason);
    }

    /**
     * @param names of the holds to end; may be empty where only one stands
     * @return every reason against releasing; also of a recalled lot the holds can be ended, it stays recalled
     */
    List<Violation> againstRelease(List<LotKey> lots, String reason, List<String> names) {
        List<Violation> violations = common(lots, reason);
        for (LotKey lot : lots) {
            if (known.contains(lot) && standing(lot, names).isEmpty()) {
                violations.add(violation("NOT_ON_HOLD", lot, whatStands(lot, names)));
            }
            List<Hold> all = standing(lot, List.of());
            if (names.isEmpty() && all.size() > 1) {
                violations.add(violation(
                        "HOLD_AMBIGUOUS",
                        lot,
                        "is held for " + all.size() + " reasons, " + named(all)
                                + ": say which of them is over, by its event or its reason"));
            }
        }
        for (String name : names) {
            if (lots.stream().allMatch(lot -> standing(lot, List.of(name)).isEmpty())) {
                violations.add(new Violation(
                        "NOT_ON_HOLD",
                        "holds",
                        "no hold \"" + name + "\" stands for any of the lots: name it by its event or its reason"));
            }
        }
        return violations;
    }

    /** @return the holds of the lot that have one of the names; all of them when no name is given */
    List<Hold> standing(LotKey lot, List<String> names) {
        return current(lot).map(LotDisposition::holds).orElse(List.of()).stream()
                .filter(hold -> names.isEmpty() || names.stream().anyMatch(hold::isNamed))
                .toList();
    }

    private String whatStands(LotKey lot, List<String> names) {
        List<Hold> all = standing(lot, List.of());
        if (all.isEmpty()) {
            return "is " + dispositionOf(lot) + ", not on hold; leave it out";
        }
        return "has no hold " + String.join(", ", names) + "; what stands is " + named(all) + ": name one of these";
    }

    private static String named(List<Hold> holds) {
        return holds.stream()
                .map(hold -> "\"" + hold.reason() + "\" (event " + hold.event() + ")")
                .collect(Collectors.joining(", "));
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
        List<Violation> violations =
                new ArrayList<>(Reason.problems(reason, "say why, for the people who find these lots"));
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
