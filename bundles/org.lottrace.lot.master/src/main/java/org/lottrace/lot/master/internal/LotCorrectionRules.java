package org.lottrace.lot.master.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LotAttributes;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.movement.LotCorrection;
import org.lottrace.api.violation.Reason;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** What speaks against a correction of a lot, and what the lot is after it. */
final class LotCorrectionRules {
    static final String LOT_UNKNOWN = "LOT_UNKNOWN";
    static final String EVENT_ID_REUSED = "EVENT_ID_REUSED";

    private static final String NOTHING_CHANGES = "NOTHING_CHANGES";
    private static final String LOT_NUMBER_IN_USE = "LOT_NUMBER_IN_USE";
    private static final String LOT_NUMBER_WITH_BLANK = "LOT_NUMBER_WITH_BLANK";

    private LotCorrectionRules() {}

    /** What is absent stays; the number of the key needs no second place. */
    static Lot corrected(Lot lot, LotCorrection correction) {
        Optional<LotNumber> number = correction.number().or(lot::corrected);
        return new Lot(
                lot.key(),
                correction.productionDate().or(lot::productionDate),
                correction.expiry().or(lot::expiry),
                correction.supplierLotNumber().or(lot::supplierLotNumber),
                lot.madeAt(),
                number.filter(other -> !other.equals(lot.key().number())));
    }

    /**
     * @param known what is known of the lot besides its dates and numbers
     * @param sameNumber the lots that have the corrected number, or had it
     */
    static List<Violation> violations(
            Lot lot, List<KeyDatum> known, Item item, List<Lot> sameNumber, LotCorrection correction) {
        List<Violation> violations =
                new ArrayList<>(Reason.problems(correction.reason(), "a lot is corrected for a reason: say why"));
        Lot corrected = corrected(lot, correction);
        violations.addAll(LotAttributes.problems(correction.attributes(), LotAttributes.OF_A_LOT, ViolationPath.WHOLE));
        if (corrected.equals(lot)
                && LotAttributes.corrected(known, correction.attributes()).equals(known)) {
            violations.add(new Violation(
                    NOTHING_CHANGES, "lot", "lot " + lot.key() + " is known like that already: say what is different"));
        }
        sameNumber.stream()
                .filter(other -> !other.key().equals(lot.key()) && LotRules.isOfSameSource(other.key(), lot.key()))
                .forEach(other -> violations.add(new Violation(
                        LOT_NUMBER_IN_USE,
                        "number",
                        "number " + correction.number().orElseThrow() + " belongs to lot " + other.key()
                                + " of the same item: check the label")));
        List<KeyDatum> after = LotAttributes.corrected(known, correction.attributes());
        violations.addAll(BegunLife.violations(corrected, after, item, correction.expiry()));
        // what is missing was missing before: a correction takes no date away
        LotRules.datesOf(corrected, item).stream()
                .filter(problem -> !problem.code().equals(LotRules.EXPIRY_MISSING))
                .forEach(violations::add);
        return violations;
    }

    /** @param isOurs whether the number is for us to choose: a partner's is kept as it is */
    record WithBlank(Violation violation, boolean isOurs) {}

    /**
     * A corrected number that GS1 AI (10) does not allow because it has a blank.
     *
     * @param company whose site corrects the lot
     */
    static Optional<WithBlank> withBlank(LotCorrection correction, Optional<PartyId> company) {
        boolean isOurs = company.filter(correction.lot().issuer()::equals).isPresent();
        return correction
                .number()
                .filter(number -> !number.isMarkable())
                .map(number -> new WithBlank(
                        new Violation(
                                LOT_NUMBER_WITH_BLANK,
                                "number",
                                "lot number \"" + number
                                        + "\" has a blank, which GS1 AI (10) does not allow, so the lot gets no label of GS1: "
                                        + (isOurs
                                                ? "give it a number without"
                                                : "agree other numbers with "
                                                        + correction.lot().issuer())),
                        isOurs));
    }
}
