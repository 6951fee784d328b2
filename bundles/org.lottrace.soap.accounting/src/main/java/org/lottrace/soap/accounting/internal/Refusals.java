package org.lottrace.soap.accounting.internal;

import java.util.List;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.lottrace.soap.accounting.internal.wire.Refused;
import org.lottrace.soap.accounting.internal.wire.violation.Refusal;
import org.lottrace.soap.accounting.internal.wire.violation.WireViolation;

/** The fault with its reason. */
final class Refusals {
    private Refusals() {}

    /** @throws Refused with every reason, when it was */
    static <T> T orValue(Outcome<T> outcome) throws Refused {
        List<Violation> violations = outcome.violations();
        if (violations.isEmpty()) {
            return outcome.toOptional().orElseThrow();
        }
        Refusal refusal = new Refusal();
        violations.forEach(violation -> refusal.getViolation()
                .add(wire(violation.code(), violation.path().toString(), violation.message())));
        throw new Refused(violations.get(0).code() + ": " + violations.get(0).message(), refusal);
    }

    static Refused of(String code, String field, String message) {
        Refusal refusal = new Refusal();
        refusal.getViolation().add(wire(code, field, message));
        return new Refused(code + ": " + message, refusal);
    }

    private static WireViolation wire(String code, String field, String message) {
        WireViolation violation = new WireViolation();
        violation.setCode(code);
        violation.setField(field);
        violation.setMessage(message);
        return violation;
    }
}
