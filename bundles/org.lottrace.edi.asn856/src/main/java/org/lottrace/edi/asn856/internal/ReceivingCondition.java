package org.lottrace.edi.asn856.internal;

import java.util.Arrays;
import java.util.Optional;
import org.lottrace.api.movement.DifferenceKind;

/**
 * What is wrong with goods that came, in a receiving advice.
 *
 * <p>Source: X12 004010, data element 412 (receiving condition code).
 */
enum ReceivingCondition {
    DAMAGED("ADVICE_DAMAGED", "came damaged", "01"),
    SHORT("ADVICE_SHORT", "did not come", "02"),
    OVER("ADVICE_OVER", "came beyond the notice", "03"),
    QUALITY("ADVICE_QUALITY", "is in question for its quality or date", "04", "09"),
    INCORRECT("ADVICE_INCORRECT", "is not what was announced", "05"),
    REJECTED("ADVICE_REJECTED", "was rejected", "08"),
    WITHOUT_NOTICE("ADVICE_WITHOUT_NOTICE", "was in no notice", "13", "14"),
    OTHER("ADVICE_OTHER", "is in question");

    /** Nothing is wrong. */
    static final String GOOD = "07";

    private final String caseCode;
    private final String words;
    private final String[] codes;

    ReceivingCondition(String caseCode, String words, String... codes) {
        this.caseCode = caseCode;
        this.words = words;
        this.codes = codes;
    }

    /** @return of a code that a customer sends; empty when nothing is wrong */
    static Optional<ReceivingCondition> of(String code) {
        return code.equals(GOOD)
                ? Optional.empty()
                : Optional.of(Arrays.stream(values())
                        .filter(condition -> Arrays.asList(condition.codes).contains(code))
                        .findFirst()
                        .orElse(OTHER));
    }

    /** @return what we say of a difference; empty for a pallet that did not come, whose lines are short themselves */
    static Optional<ReceivingCondition> of(DifferenceKind kind) {
        return switch (kind) {
            case LOT_SWAPPED, UNIT_NOT_AS_ANNOUNCED -> Optional.of(INCORRECT);
            case LOT_NOT_ANNOUNCED -> Optional.of(WITHOUT_NOTICE);
            case EXPIRY_NOT_AS_ANNOUNCED -> Optional.of(QUALITY);
            case OVER_RECEIPT -> Optional.of(OVER);
            case NOTICE_SHORT -> Optional.of(SHORT);
            case UNIT_NOT_COME -> Optional.empty();
        };
    }

    /** @return the code that we write */
    String code() {
        return codes[0];
    }

    /** @return the code of the exception case that it opens */
    String caseCode() {
        return caseCode;
    }

    /** @return what the goods did, for people */
    String words() {
        return words;
    }
}
